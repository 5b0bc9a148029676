/** An invoice as it was issued; neither login may change it (test/matrices/direct-sql.test.ts). */
export interface Invoice {
  readonly id: string;
  /** E.g. 2026-000001; no gaps within a year. */
  readonly number: string;
  /** The account that it is on: the reseller's own when invoices are not separate. */
  readonly accountId: string;
  readonly billToId: string;
  readonly issueDate: string;
  readonly currency: string;
  readonly total: string;
}

/** A line, issued or pending. */
export interface InvoiceLine {
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  /** Quantity times unit price, rounded half up to the currency's minor unit. */
  readonly amount: string;
  /** The customer that the line is for. */
  readonly accountId: string;
  /** Null on an invoice by hand. */
  readonly subscriptionId: string | null;
}

/** What is due but not invoiced yet, as generateInvoices would issue it (S17). */
export interface PendingInvoice {
  readonly accountId: string;
  readonly billToId: string;
  readonly issueDate: string;
  readonly currency: string;
  readonly total: string;
  readonly lines: readonly InvoiceLine[];
}
