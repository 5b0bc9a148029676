import type { InvoiceKind } from '../vocabulary';

/** An invoice or a credit note as it was issued; neither login may change it (test/matrices/direct-sql.test.ts). */
export interface Invoice {
  readonly id: string;
  readonly kind: InvoiceKind;
  /** E.g. 2026-000001, or CN-2026-000001 of a credit note; no gaps within a year. */
  readonly number: string;
  /** The account that it is on: the reseller's own when invoices are not separate. */
  readonly accountId: string;
  readonly billToId: string;
  readonly issueDate: string;
  readonly currency: string;
  readonly total: string;
  /** The invoice that a credit note takes back lines of; it is on the same account. */
  readonly correctsId: string | null;
  readonly reason: string | null;
}

/** What a line charges, issued or pending. */
export interface InvoiceLine {
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  /** Rounded half up to the currency's minor unit. */
  readonly amount: string;
  /** The customer that the line is for. */
  readonly accountId: string;
  /** Null on an invoice by hand. */
  readonly subscriptionId: string | null;
  /** The first day of the period that is charged, and the day since when it is; null on an invoice by hand. */
  readonly period: string | null;
  readonly fromDay: string | null;
}

/** A line that was issued. */
export interface IssuedLine extends InvoiceLine {
  readonly invoiceId: string;
  /** From 1, in the order of the invoice. */
  readonly position: number;
  /** What credit notes have taken back of it. */
  readonly credited: string;
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

/** A period for which more was issued, less what was credited, than the present state owes (S26). */
export interface OverbilledPeriod {
  readonly period: string;
  readonly amount: string;
  readonly currency: string;
}
