import type { ServiceName } from '../resellers/price-list';
import type { BillingPeriod, SalesDocumentKind } from '../vocabulary';

/** An opportunity, offer or order of an account of the distributor's own (S14). */
export interface SalesDocument {
  readonly id: string;
  readonly accountId: string;
  readonly kind: SalesDocumentKind;
  readonly title: string;
  readonly currency: string;
  /** The sum of the lines, each rounded half up to the currency's minor unit. */
  readonly total: string;
  readonly lines: readonly SalesLine[];
}

export interface SalesLine {
  readonly service: ServiceName;
  readonly billingPeriod: BillingPeriod;
  readonly quantity: number;
  /** The price list's when the document was made. */
  readonly unitPrice: string;
}

/** A document as it was stored. */
export interface StoredSalesDocument extends SalesDocument {
  readonly createdAt: Date;
  /** `createdAt` to the microsecond, which a Date cannot hold. */
  readonly createdExactly: string;
}
