import type { PriceList, PriceListEntry } from '../../domain/resellers/price-list';
import { columnsOf, recordset, valuesOf } from '../engine/changes';
import type { Reader } from '../engine/database';
import { inOrder, isAfter, type KeysetPage, loadPagesBelow, type OrderedList } from '../engine/keyset';
import { both, select } from '../engine/select';
import { join, sql } from '../engine/sql';
import type { AdministratorPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';
import { PRICE_LIST_ENTRIES } from '../tables/price-list-entries';
import { PRICE_LISTS } from '../tables/price-lists';
import { SERVICES } from '../tables/services';

const l = PRICE_LISTS.as('l');
const e = PRICE_LIST_ENTRIES.as('e');
const v = SERVICES.as('v');

const LIST_FIELDS = ['id', 'code', 'name'] as const;
const LIST = select(l, LIST_FIELDS);
const ENTRY = both(select(v, ['sku']), select(e, ['currency', 'billingPeriod', 'amount', 'validFrom']));
const ENTRIES_AND_SERVICES = sql`${e.$} JOIN ${v.$} ON ${v.id} = ${e.serviceId}`;
const ENTRY_FIELDS = ['priceListId', 'serviceId', 'currency', 'billingPeriod', 'validFrom', 'amount'] as const;

const BY_CODE = [
  { column: sql`${l.code} COLLATE "C"`, type: 'text' },
  { column: l.id, type: 'uuid' },
] as const;

/** Entries in the order of sku, currency, billing period and day; `filter` is one sku. */
export const PRICE_LIST_ENTRY_ORDER: OrderedList<PriceListEntry> = {
  name: 'priceListEntry',
  selection: ENTRY,
  from: ENTRIES_AND_SERVICES,
  order: [
    { column: sql`${v.sku} COLLATE "C"`, type: 'text', of: (entry) => entry.sku },
    { column: sql`${e.currency} COLLATE "C"`, type: 'text', of: (entry) => entry.currency },
    { column: sql`${e.billingPeriod} COLLATE "C"`, type: 'text', of: (entry) => entry.billingPeriod },
    { column: e.validFrom, type: 'date', of: (entry) => entry.validFrom },
  ],
  direction: 'ASC',
  filter: (sku) => sql`${v.sku} = ${sku}`,
};

/** A page in the order of codes. */
export async function listPriceLists(
  reader: Reader,
  page: { limit: number; after: { code: string; id: string } | null },
): Promise<PriceList[]> {
  const after = page.after ? isAfter(BY_CODE, 'ASC', [page.after.code, page.after.id]) : sql`true`;
  return reader.query(
    sql`SELECT ${LIST} FROM ${l.$} WHERE ${after} ORDER BY ${inOrder(BY_CODE, 'ASC')} LIMIT ${page.limit}`,
  );
}

export async function findPriceLists(reader: Reader, ids: readonly string[]): Promise<Map<string, PriceList>> {
  const lists = await reader.query(sql`SELECT ${LIST} FROM ${l.$} WHERE ${l.id} = ANY (${ids}::uuid[])`);
  return new Map(lists.map((list) => [list.id, list]));
}

/** A page of the entries of each of the lists, by the list's id: one statement. */
export function loadPriceListEntries(
  reader: Reader,
  priceListIds: readonly string[],
  page: KeysetPage,
): Promise<Map<string, PriceListEntry[]>> {
  return loadPagesBelow(
    reader,
    { rows: PRICE_LISTS.as('price_lists').$, key: e.priceListId },
    PRICE_LIST_ENTRY_ORDER,
    priceListIds,
    page,
  );
}

/**
 * Adds a list or gives it another name, and locks it until the transaction ends: the row is locked also when its name is
 * the same and nothing is written. Two that add the same one come after each other.
 */
export async function savePriceListRow(pass: AdministratorPass, list: PriceList): Promise<void> {
  await write(
    pass,
    SETUP,
    sql`INSERT INTO public.price_lists AS l (${columnsOf(PRICE_LISTS, LIST_FIELDS)})
      VALUES (${valuesOf(PRICE_LISTS, LIST_FIELDS, list)})
      ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE ${l.name} <> excluded.name`,
  );
}

/** Whether there is a list of this id; lists are not removed. */
export async function priceListExists(reader: Reader, id: string): Promise<boolean> {
  return (await findPriceLists(reader, [id])).size > 0;
}

/** Every entry of a list. */
export function listPriceListEntries(reader: Reader, priceListId: string): Promise<PriceListEntry[]> {
  return reader.query(
    sql`SELECT ${ENTRY} FROM ${ENTRIES_AND_SERVICES} WHERE ${e.priceListId} = ${priceListId}
      ORDER BY ${inOrder(PRICE_LIST_ENTRY_ORDER.order, 'ASC')}`,
  );
}

/**
 * Gives a list these entries from a day on, and leaves earlier ones alone. What is the same is not written again: the audit
 * is to show what changed.
 */
export async function replacePriceListEntries(
  pass: AdministratorPass,
  priceListId: string,
  entries: readonly (Omit<PriceListEntry, 'sku'> & { readonly serviceId: string })[],
  from: string,
): Promise<void> {
  const rows = entries.filter(({ validFrom }) => validFrom >= from).map((entry) => ({ ...entry, priceListId }));
  const sent = recordset('sent', PRICE_LIST_ENTRIES, ENTRY_FIELDS, rows, {});
  // As texts: 2.5 is written as 2.50 when it is sent so.
  await write(
    pass,
    SETUP,
    sql`DELETE FROM ${e.$} WHERE ${e.priceListId} = ${priceListId} AND ${e.validFrom} >= ${from}::date
      AND (${join([e.serviceId, e.currency, e.billingPeriod, e.validFrom], ', ')}, ${e.amount}::text) NOT IN (
        SELECT ${sent.$list(['serviceId', 'currency', 'billingPeriod', 'validFrom'])}, ${sent.amount}::text
        FROM ${sent.$})`,
  );
  await write(
    pass,
    SETUP,
    sql`INSERT INTO public.price_list_entries (${columnsOf(PRICE_LIST_ENTRIES, ENTRY_FIELDS)})
      SELECT ${sent.$list(ENTRY_FIELDS)} FROM ${sent.$} ON CONFLICT DO NOTHING`,
  );
}
