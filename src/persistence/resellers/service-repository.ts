import type { Caller } from '../../domain/caller';
import { isBlank } from '../../domain/folding';
import { serviceId } from '../../domain/identifiers';
import { type OfferedService, Prices, type ServiceForSale } from '../../domain/resellers/price-list';
import { serviceLexemes } from '../../domain/search/lexemes';
import { assignedAnew, columnsOf, recordset } from '../engine/changes';
import type { Reader } from '../engine/database';
import { inOrder, isAfter } from '../engine/keyset';
import { isFound, marked } from '../engine/search-query';
import { both, list, properties, select } from '../engine/select';
import { type Fragment, join, sql } from '../engine/sql';
import type { AdministratorPass, GuardPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';
import { PRICE_LIST_ENTRIES } from '../tables/price-list-entries';
import { SERVICE_PRICES } from '../tables/service-prices';
import { SERVICES } from '../tables/services';

const s = SERVICES.as('s');
const p = SERVICE_PRICES.as('p');
const e = PRICE_LIST_ENTRIES.as('e');

const offered = (prices: Fragment) =>
  both(
    select(s, ['id', 'sku', 'name']),
    list('prices', properties(p, ['currency', 'billingPeriod', 'amount']), {
      from: prices,
      orderBy: sql`${p.currency}, ${p.billingPeriod}`,
    }),
  );
const OFFERED = offered(sql`${p.$} WHERE ${p.serviceId} = ${s.id}`);
/** A sync is given the prices of services that it names, and does not read the list. */
const OFFERED_TO_SYNC = offered(sql`public.offered_prices(${s.id}) p`);
/** What its reseller's customers are sold at: with what the reseller's list says, if it has one. */
const SOLD_BY_SYNC = both(
  OFFERED_TO_SYNC,
  list('listed', properties(e, ['currency', 'billingPeriod', 'amount', 'validFrom']), {
    from: sql`public.listed_prices(${s.id}) e`,
    orderBy: e.validFrom,
  }),
);
const BY_SKU = [
  { column: sql`${s.sku} COLLATE "C"`, type: 'text' },
  { column: s.id, type: 'uuid' },
] as const;
const PRICE_FIELDS = ['serviceId', 'currency', 'billingPeriod', 'amount'] as const;

/** What these services cost: a sync is told the prices of its reseller, people the services' own (S27). */
export async function loadPrices({ transaction, caller }: GuardPass, skus: readonly string[]): Promise<Prices> {
  const ids = [...new Set(skus)].map(serviceId);
  if (ids.length === 0) return new Prices([]);
  if (caller.kind === 'RESELLER_SYNC') {
    return new Prices(
      await transaction.query(sql`SELECT ${SOLD_BY_SYNC} FROM ${s.$} WHERE ${s.id} = ANY (${ids}::uuid[])`),
    );
  }
  const services = await findServices(transaction, caller, ids);
  return new Prices([...services.values()].map((service) => ({ ...service, listed: [] })));
}

/** Which of these skus are of a service. */
export async function knownSkus(reader: Reader, skus: readonly string[]): Promise<Set<string>> {
  const ids = [...new Set(skus)].map(serviceId);
  const known = await reader.query(sql`SELECT ${select(s, ['sku'])} FROM ${s.$} WHERE ${s.id} = ANY (${ids}::uuid[])`);
  return new Set(known.map(({ sku }) => sku));
}

export async function findServices(
  reader: Reader,
  caller: Caller,
  ids: readonly string[],
): Promise<Map<string, OfferedService>> {
  const priced = caller.kind === 'RESELLER_SYNC' ? OFFERED_TO_SYNC : OFFERED;
  const services = await reader.query(sql`SELECT ${priced} FROM ${s.$} WHERE ${s.id} = ANY (${ids}::uuid[])`);
  return new Map(services.map((service) => [service.id, service]));
}

/** A page of the price list in the order of skus; `search` finds words of sku and name by their beginning. */
export async function listServices(
  reader: Reader,
  caller: Caller,
  page: { limit: number; after: { sku: string; id: string } | null; search: string },
): Promise<(OfferedService | ServiceForSale)[]> {
  const conditions = [sql`true`, ...(page.after ? [isAfter(BY_SKU, 'ASC', [page.after.sku, page.after.id])] : [])];
  if (!isBlank(page.search)) {
    conditions.push((await isFound(reader, s, page.search)) ?? sql`false`);
  }
  const among = sql`${s.$} WHERE ${join(conditions, ' AND ')} ORDER BY ${inOrder(BY_SKU, 'ASC')} LIMIT ${page.limit}`;
  return caller.kind === 'RESELLER_SYNC'
    ? reader.query(sql`SELECT ${SOLD_BY_SYNC} FROM ${among}`)
    : reader.query(sql`SELECT ${OFFERED} FROM ${among}`);
}

/**
 * Adds a service or replaces its name and prices; what was sold keeps the price that it was sold at. What is the same is not
 * written again: the price list is often loaded whole, and the audit is to show what changed.
 */
export async function saveServiceRow(pass: AdministratorPass, service: OfferedService): Promise<void> {
  const { id, sku, name } = service;
  await write(
    pass,
    SETUP,
    sql`INSERT INTO public.services AS s (${columnsOf(SERVICES, ['id', 'sku', 'name', 'search'])})
      VALUES (${id}, ${sku}, ${name}, array_to_tsvector(${marked(serviceLexemes(service))}::text[]))
      ON CONFLICT (id) DO UPDATE SET ${assignedAnew(SERVICES, ['name', 'search'])} WHERE ${s.name} <> excluded.name`,
  );
  const prices = service.prices.map((price) => ({ ...price, serviceId: id }));
  const sent = recordset('sent', SERVICE_PRICES, PRICE_FIELDS, prices, {});
  // As texts: 2.5 is written as 2.50 when it is sent so.
  await write(
    pass,
    SETUP,
    sql`DELETE FROM ${p.$} WHERE ${p.serviceId} = ${id}
      AND (${p.currency}, ${p.billingPeriod}, ${p.amount}::text) NOT IN (
        SELECT ${sent.currency}, ${sent.billingPeriod}, ${sent.amount}::text FROM ${sent.$})`,
  );
  await write(
    pass,
    SETUP,
    sql`INSERT INTO public.service_prices (${columnsOf(SERVICE_PRICES, PRICE_FIELDS)})
      SELECT ${sent.$list(PRICE_FIELDS)} FROM ${sent.$} ON CONFLICT DO NOTHING`,
  );
}
