import type { TenantResellerStatus } from './vocabulary';

/** A reseller with a BSS of its own, which masters the customers that were copied from it or handed to it (S25). */
export interface TenantReseller {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly currency: string;
  readonly separateInvoices: boolean;
  readonly backOrderingActive: boolean;
  /** The price list that its customers' subscriptions are priced by; null for none (S27). */
  readonly priceListId: string | null;
  readonly status: TenantResellerStatus;
}
