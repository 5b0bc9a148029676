import { type Refusal, refusal } from '../errors';
import { say } from '../message';
import type { BillingPeriod } from '../vocabulary';

export interface ServiceName {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
}

/** A service that the distributor sells, with its own prices. */
export interface OfferedService extends ServiceName {
  readonly prices: readonly Price[];
}

export interface Price {
  readonly currency: string;
  readonly billingPeriod: BillingPeriod;
  /** Exact decimal for one unit and one period. */
  readonly amount: string;
}

/** A price that is valid from a day on, until a later one is. */
export interface DatedPrice extends Price {
  readonly validFrom: string;
}

/** What a price list says of a service. */
export interface PriceListEntry extends DatedPrice {
  readonly sku: string;
}

/** What the distributor charges some of its tenant resellers (S27). */
export interface PriceList {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** A service with what the price list of the reseller that sells it says of it. */
export interface ServiceForSale extends OfferedService {
  readonly listed: readonly DatedPrice[];
}

/** What a reseller is offered a service at from a day on, by currency and billing period: its list's price, else the service's own. */
export function pricesOn({ prices, listed }: Pick<ServiceForSale, 'prices' | 'listed'>, day: string): Price[] {
  const byKind = new Map(prices.map((price) => [kindOf(price), price]));
  const valid = listed.filter(({ validFrom }) => validFrom <= day);
  // The latest comes last, and stands.
  for (const price of valid.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))) {
    const { currency, billingPeriod, amount } = price;
    byKind.set(kindOf(price), { currency, billingPeriod, amount });
  }
  return [...byKind].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, price]) => price);
}

const kindOf = ({ currency, billingPeriod }: Price) => `${currency} ${billingPeriod}`;

/** What one unit costs for one period, and whose price that is. */
export interface PriceForSale {
  readonly service: ServiceName;
  readonly unitPrice: string;
  readonly priceSource: 'PRICE_LIST' | 'SERVICE';
}

/** The services that a call names, with the prices of this moment. */
export class Prices {
  readonly #services: ReadonlyMap<string, ServiceForSale>;
  readonly #listed: ReadonlyMap<string, readonly DatedPrice[]>;

  constructor(services: readonly ServiceForSale[]) {
    this.#services = new Map(services.map((service) => [service.sku, service]));
    this.#listed = inOrderOfDays(services);
  }

  /**
   * The price of what starts on this day: of the reseller's list the latest that is valid by then, else the service's own;
   * null when the service is not offered so. What the distributor sells itself is asked for without a day: no list holds
   * for it (S27).
   */
  priceOf(sku: string, billingPeriod: BillingPeriod, currency: string, startDate: string | null): PriceForSale | null {
    const service = this.#services.get(sku);
    if (!service) return null;
    const isAskedFor = (one: Price) => one.billingPeriod === billingPeriod && one.currency === currency;
    const dated = this.#listed.get(listedKey(sku, billingPeriod, currency)) ?? [];
    const listed = startDate === null ? undefined : dated[countUntil(dated, startDate) - 1];
    const price = listed ?? service.prices.find(isAskedFor);
    if (!price) return null;
    return {
      service: { id: service.id, sku: service.sku, name: service.name },
      unitPrice: price.amount,
      priceSource: listed ? 'PRICE_LIST' : 'SERVICE',
    };
  }
}

function listedKey(sku: string, billingPeriod: BillingPeriod, currency: string): string {
  return JSON.stringify([sku, billingPeriod, currency]);
}

/** A list may have thousands of days for one service, and a call names thousands of subscriptions to it. */
function inOrderOfDays(services: readonly ServiceForSale[]): Map<string, DatedPrice[]> {
  const listed = new Map<string, DatedPrice[]>();
  for (const { sku, listed: prices } of services) {
    for (const price of prices) {
      const key = listedKey(sku, price.billingPeriod, price.currency);
      const known = listed.get(key);
      if (known) known.push(price);
      else listed.set(key, [price]);
    }
  }
  for (const prices of listed.values()) prices.sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  return listed;
}

/** How many of these prices, in the order of their days, are valid from this day or an earlier one. */
function countUntil(prices: readonly DatedPrice[], day: string): number {
  let [least, most] = [0, prices.length];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if ((prices[middle]?.validFrom ?? '') <= day) least = middle + 1;
    else most = middle;
  }
  return least;
}

/** The refusal of a service that is not offered, or has no price for this period and currency (S1, S16, S27). */
export function serviceNotOffered(
  asked: { readonly sku: string; readonly billingPeriod: BillingPeriod },
  currency: string,
  path: readonly string[],
): Refusal {
  const { sku, billingPeriod } = asked;
  return refusal('SERVICE_NOT_OFFERED', say('service.notOffered', { sku, billingPeriod, currency }), path);
}
