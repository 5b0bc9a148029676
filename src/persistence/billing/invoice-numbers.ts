import type { InvoiceKind } from '../../domain/vocabulary';
import { type Fragment, sql } from '../engine/sql';

const PREFIXES: Readonly<Record<InvoiceKind, string>> = { INVOICE: '', CREDIT_NOTE: 'CN-' };

/**
 * Takes numbers of the year, of a series for each kind: the row stays locked until the end, so that a number that is not
 * used is not taken. Its statement answers with `last_number`.
 */
export function nextNumbers(kind: InvoiceKind, day: Fragment, count: Fragment): Fragment {
  return sql`INSERT INTO public.invoice_counters AS c (year, kind, last_number)
    SELECT extract(year FROM ${day})::int, ${kind}::text, ${count} WHERE ${count} > 0
    ON CONFLICT (year, kind) DO UPDATE SET last_number = c.last_number + excluded.last_number`;
}

/** E.g. 2026-000001, and CN-2026-000001 of a credit note. */
export function numberText(kind: InvoiceKind, day: Fragment, number: Fragment): Fragment {
  return sql`${PREFIXES[kind]}::text || extract(year FROM ${day}) || '-' || lpad((${number})::text, greatest(6, length((${number})::text)), '0')`;
}
