import { type Refusal, refusal } from '../errors';
import { say } from '../message';
import type { BillingPeriod, PriceSource } from '../vocabulary';

export interface ServiceName {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
}

/** A service of the distributor's price list. */
export interface OfferedService extends ServiceName {
  readonly prices: readonly Price[];
}

export interface Price {
  readonly currency: string;
  readonly billingPeriod: BillingPeriod;
  /** Exact decimal for one unit and one period. */
  readonly amount: string;
}

/** The services that a call names, with the prices of this moment. */
export class PriceList {
  readonly #services: ReadonlyMap<string, OfferedService>;

  constructor(services: readonly OfferedService[]) {
    this.#services = new Map(services.map((service) => [service.sku, service]));
  }

  /** What one unit costs for one period of what starts on a day; null when the service is not offered so. */
  priceOf(
    sku: string,
    billingPeriod: BillingPeriod,
    currency: string,
    _startDate: string | null,
  ): { service: ServiceName; unitPrice: string; priceSource: PriceSource } | null {
    const service = this.#services.get(sku);
    const price = service?.prices.find((one) => one.billingPeriod === billingPeriod && one.currency === currency);
    return service && price
      ? {
          service: { id: service.id, sku: service.sku, name: service.name },
          unitPrice: price.amount,
          priceSource: 'SERVICE',
        }
      : null;
  }
}

/** The refusal of a service that is not in the price list, or has no price for this period and currency (S1, S16). */
export function serviceNotOffered(
  asked: { readonly sku: string; readonly billingPeriod: BillingPeriod },
  currency: string,
  path: readonly string[],
): Refusal {
  const { sku, billingPeriod } = asked;
  return refusal('SERVICE_NOT_OFFERED', say('service.notOffered', { sku, billingPeriod, currency }), path);
}
