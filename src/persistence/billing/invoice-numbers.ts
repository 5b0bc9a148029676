import type { InvoiceKind } from '../../domain/vocabulary';
import { type Fragment, keyword, sql } from '../engine/sql';

/** Each kind has numbers of its own. */
const SERIES: Readonly<Record<InvoiceKind, { readonly prefix: string; readonly counters: Fragment }>> = {
  INVOICE: { prefix: '', counters: keyword('invoice_counters') },
  CREDIT_NOTE: { prefix: 'CN-', counters: keyword('credit_note_counters') },
};

/**
 * Takes numbers of the year, of a series for each kind: the row stays locked until the end, so that a number that is not
 * used is not taken. Its statement answers with `last_number`.
 */
export function nextNumbers(kind: InvoiceKind, day: Fragment, count: Fragment): Fragment {
  return sql`INSERT INTO public.${SERIES[kind].counters} AS c (year, last_number)
    SELECT extract(year FROM ${day})::int, ${count} WHERE ${count} > 0
    ON CONFLICT (year) DO UPDATE SET last_number = c.last_number + excluded.last_number`;
}

/** E.g. 2026-000001, and CN-2026-000001 of a credit note. */
export function numberText(kind: InvoiceKind, day: Fragment, number: Fragment): Fragment {
  return sql`${SERIES[kind].prefix}::text || extract(year FROM ${day}) || '-' || lpad((${number})::text, greatest(6, length((${number})::text)), '0')`;
}
