import { serviceId } from '../../domain/identifiers';
import { type OfferedService, PriceList } from '../../domain/resellers/price-list';
import { searchTokens } from '../../domain/search';
import type { Sql } from '../engine/database';
import { searchQuery } from '../engine/search-query';
import type { AdministratorPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';

const SELECT_SERVICES = `
  SELECT s.id, s.sku, s.name, coalesce((
    SELECT json_agg(json_build_object('currency', p.currency, 'billingPeriod', p.billing_period,
                                      'amount', p.amount::text) ORDER BY p.currency, p.billing_period)
    FROM service_prices p WHERE p.service_id = s.id), '[]') AS prices
  FROM services s`;

/** The price list, as far as these skus go. */
export async function loadPriceList(sql: Sql, skus: readonly string[]): Promise<PriceList> {
  const ids = [...new Set(skus)].map(serviceId);
  return new PriceList([...(await findServices(sql, ids)).values()]);
}

export async function findServices(sql: Sql, ids: readonly string[]): Promise<Map<string, OfferedService>> {
  const rows = await sql.query<OfferedService>(`${SELECT_SERVICES} WHERE s.id = ANY ($1::uuid[])`, [ids]);
  return new Map(rows.map((service) => [service.id, service]));
}

/** A page of the price list in the order of skus; `search` finds words of sku and name by their beginning. */
export function listServices(
  sql: Sql,
  page: { limit: number; after: { sku: string; id: string } | null; search: string },
): Promise<OfferedService[]> {
  return sql.query<OfferedService>(
    `${SELECT_SERVICES}
     WHERE ($1::text IS NULL OR (s.sku COLLATE "C", s.id) > ($1, $2::uuid))
       AND ($3::text IS NULL OR s.search @@ $3::tsquery)
     ORDER BY s.sku COLLATE "C", s.id LIMIT $4`,
    [page.after?.sku ?? null, page.after?.id ?? null, searchQuery(page.search), page.limit],
  );
}

/**
 * Adds a service or replaces its name and prices; what was sold keeps the price that it was sold at. What is the same is not
 * written again: the price list is often loaded whole, and the audit is to show what changed.
 */
export async function saveServiceRow(pass: AdministratorPass, service: OfferedService): Promise<void> {
  await write(
    pass,
    SETUP,
    `INSERT INTO services AS s (id, sku, name, search) VALUES ($1, $2, $3, array_to_tsvector($4::text[]))
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, search = excluded.search WHERE s.name <> excluded.name`,
    [service.id, service.sku, service.name, searchTokens([service.sku, service.name])],
  );
  const prices = [
    service.id,
    service.prices.map((price) => price.currency),
    service.prices.map((price) => price.billingPeriod),
    service.prices.map((price) => price.amount),
  ];
  const sent = 'unnest($2::text[], $3::text[], $4::text[]) AS sent(currency, billing_period, amount)';
  await write(
    pass,
    SETUP,
    `DELETE FROM service_prices p WHERE p.service_id = $1 AND NOT EXISTS (
       SELECT FROM ${sent} WHERE sent.currency = p.currency AND sent.billing_period = p.billing_period
         AND sent.amount::numeric::text = p.amount::text)`,
    prices,
  );
  await write(
    pass,
    SETUP,
    `INSERT INTO service_prices (service_id, currency, billing_period, amount)
     SELECT $1, currency, billing_period, amount::numeric FROM ${sent} ON CONFLICT DO NOTHING`,
    prices,
  );
}
