import { GENERATED, GROUPS, RESELLERS, RULES, SKUS, START_DATE } from './customers.mjs';

/** Ids that follow from a text, for what the product gives random ones. Triggers are not to fire: replica. */
export const BEGIN = [
  'CREATE SCHEMA IF NOT EXISTS bench',
  `CREATE OR REPLACE FUNCTION bench.uuid(name text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT md5(name)::uuid $$`,
];

/** Resellers with their own accounts, sharing rules with grants to people and groups, services with prices. */
export const SET_UP = [
  `INSERT INTO permission_rules (id, name) SELECT bench.uuid('rule:' || r), 'Rule ' || r FROM generate_series(0, ${RULES - 1}) r`,
  // Each rule grants one group each level by turns, and some people more.
  `INSERT INTO permission_grants (permission_rule_id, position, principal, principal_id, access)
    SELECT bench.uuid('rule:' || r), 1, 'GROUP', 'group-' || r % ${GROUPS}, (ARRAY['READ', 'EDIT', 'FULL'])[1 + r % 3]
      FROM generate_series(0, ${RULES - 1}) r
    UNION ALL SELECT bench.uuid('rule:' || r), 2, 'GROUP', 'everybody', (ARRAY['EDIT', 'READ', 'EDIT', 'FULL'])[1 + r % 4]
      FROM generate_series(0, ${RULES - 1}) r WHERE r % 10 <> 9
    UNION ALL SELECT bench.uuid('rule:' || r), 3 + u, 'USER', 'user-' || u, 'FULL'
      FROM generate_series(0, ${RULES - 1}) r, generate_series(0, 3) u WHERE (r + u) % 5 = 0`,
  `INSERT INTO api_options (entity, responsible_user_id, permission_rule_id)
    VALUES ('ACCOUNT', 'user-0', bench.uuid('rule:0'))
    ON CONFLICT (entity) DO UPDATE SET responsible_user_id = 'user-0', permission_rule_id = bench.uuid('rule:0')`,
  `INSERT INTO tenant_resellers (id, name, currency, separate_invoices, back_ordering_active, account_id, status)
    SELECT bench.uuid('reseller:' || r), 'Reseller ' || r, 'EUR', r % 2 = 0, true, bench.uuid('own:' || r), 'ACTIVE'
    FROM generate_series(0, ${RESELLERS - 1}) r`,
  `INSERT INTO service_prices (service_id, currency, billing_period, amount)
    SELECT uuid_v5('service:' || sku), 'EUR', period, 12.50
    FROM unnest(ARRAY['${SKUS.join("', '")}']) sku, unnest(ARRAY['MONTHLY', 'ANNUAL']) period`,
  `INSERT INTO accounts (id, name, sort_name, search, email, status, currency, enable_ordering, separate_invoices,
      permission_rule_id, created_at, updated_at)
    SELECT bench.uuid('own:' || r), 'Reseller ' || r, 'reseller ' || r,
      array_to_tsvector(ARRAY[$1, 'reseller', r::text, '~er' || r || '@resellers.example', 'r' || r || 'resellersexample',
        'resellersexample', 'example']), 'r' || r || '@resellers.example', 'ACTIVE', 'EUR', true, true,
      bench.uuid('rule:' || r % ${RULES}), timestamptz '2024-12-01 00:00:00Z', timestamptz '2024-12-01 00:00:00Z'
    FROM generate_series(0, ${RESELLERS - 1}) r`,
];

/** For each part of the numbers, $1 to $2; $3 is what marks the folding of a search vector. */
export const ACCOUNTS = `INSERT INTO accounts (id, name, sort_name, search, accounting_no, email, billing_address,
    synchronization_options, status, currency, enable_ordering, separate_invoices, parent_id, bill_to_id, responsible_user_id,
    permission_rule_id, tenant_reseller_id, source_account_id, source_version, snapshot_version, origin, managed_since,
    last_synced_at, deletion_date, created_at, updated_at)
  SELECT CASE WHEN is_copy THEN uuid_v5('customer:' || bench.uuid('reseller:' || reseller) || ':' || source_id)
      ELSE bench.uuid('account:' || n) END,
    word || ' ' || trade || ' ' || n, lower(word || ' ' || trade || ' ' || n),
    array_to_tsvector(ARRAY[$3, '~e' || email, '~na' || n, lower(word), lower(trade), n::text, 'a' || n,
      'c' || n || 'customersexample', 'customersexample', 'example']),
    accounting_no, email,
    jsonb_build_object('line1', 'Main Street ' || n, 'line2', null, 'city', 'Berlin', 'region', null, 'postalCode', '10115',
      'country', 'DE'),
    CASE WHEN is_copy THEN jsonb_build_array(jsonb_build_object('systemCode', 'MAIL', 'key', 'tenant', 'value', 't-' || n))
      ELSE '[]' END,
    status, 'EUR', true, reseller % 2 = 0, owner_id, owner_id, responsible, rule_id,
    CASE WHEN is_copy THEN bench.uuid('reseller:' || reseller) END, CASE WHEN is_copy THEN source_id END,
    CASE WHEN is_copy THEN 1 END, CASE WHEN is_copy THEN 1 END, CASE WHEN is_copy THEN 'COPIED_FROM_RESELLER' END,
    CASE WHEN is_copy THEN since END, CASE WHEN is_copy THEN since END,
    CASE WHEN status = 'DELETED' THEN date '2026-06-30' END, since, since
  FROM (SELECT *, CASE WHEN is_copy THEN bench.uuid('own:' || reseller) END AS owner_id FROM ${GENERATED} g) generated`;

const IDS = `(SELECT a.id, a.source_account_id, a.tenant_reseller_id, a.status, a.created_at, g.n, g.h, g.is_copy, g.reseller
  FROM ${GENERATED} g JOIN accounts a ON a.id = CASE
    WHEN g.is_copy THEN uuid_v5('customer:' || bench.uuid('reseller:' || g.reseller) || ':' || g.source_id)
    ELSE bench.uuid('account:' || g.n) END)`;

const STEPS = `[{"from": "${START_DATE}", "quantity": 5}]`;

/** What lies beside and below them: the identities of copies, one or two subscriptions, two lines of history. */
export const BELOW = [
  `INSERT INTO source_identities (key, tenant_reseller_id, source_account_id, account_id, created_at)
    SELECT id, tenant_reseller_id, source_account_id, id, created_at FROM ${IDS} a WHERE is_copy`,
  `INSERT INTO subscriptions (account_id, id, service_id, quantities, quantity, unit_price, currency, billing_period,
      start_date, end_date, tenant_reseller_id, source_subscription_id, source_key, created_at)
    SELECT id, coalesce(source_key, bench.uuid('subscription:' || n || ':' || nth)), uuid_v5('service:' || sku), '${STEPS}', 5,
      12.50, 'EUR', 'MONTHLY', '${START_DATE}', CASE WHEN status = 'DELETED' THEN date '2026-06-30' END, tenant_reseller_id,
      CASE WHEN is_copy THEN source_id END, source_key, created_at
    FROM (SELECT *, CASE WHEN is_copy THEN uuid_v5('subscription:' || id || ':' || source_id) END AS source_key
      FROM (SELECT a.*, nth, (ARRAY['${SKUS.join("', '")}'])[nth] AS sku, 's-' || n || '-' || nth AS source_id
        FROM ${IDS} a, generate_series(1, 2) nth WHERE nth = 1 OR h % 3 = 0) named) keyed`,
  `INSERT INTO account_history (account_id, id, at, kind, text, actor)
    SELECT id, bench.uuid('history:' || n || ':' || nth), created_at + (nth - 1) * interval '1 minute',
      CASE WHEN nth = 2 THEN 'SOLD' WHEN is_copy THEN 'COPIED' ELSE 'EDITED' END,
      CASE WHEN nth = 2 THEN 'Subscription to 5 × MAIL-10 from ${START_DATE}'
        WHEN is_copy THEN 'Copied from Reseller ' || reseller || ' with the first paid subscription' ELSE 'Created' END,
      CASE WHEN is_copy THEN 'Reseller ' || reseller || ' Tenant Reseller' ELSE 'user-' || h % 400 END
    FROM ${IDS} a, generate_series(1, 2) nth`,
];
