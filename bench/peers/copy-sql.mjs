/** What of a call is copied into a table of the connection's own, one row a customer. */
export const INCOMING = `CREATE TEMP TABLE IF NOT EXISTS incoming (id uuid, source_id text, name text, sort_name text,
  lexemes text[], accounting_no text, email text, billing_address jsonb, options jsonb, status text, version bigint,
  subscription_key uuid, subscription_id text, sku text, quantity int, start_date date) ON COMMIT DELETE ROWS`;

/** $1 is the reseller. What was the same is confirmed, as ours does. */
export const MERGE_ACCOUNTS = `INSERT INTO accounts AS a (id, name, sort_name, search, accounting_no, email, billing_address,
    synchronization_options, status, currency, enable_ordering, separate_invoices, parent_id, bill_to_id, responsible_user_id,
    permission_rule_id, tenant_reseller_id, source_account_id, source_version, snapshot_version, origin, managed_since,
    last_synced_at)
  SELECT i.id, i.name, i.sort_name, array_to_tsvector(i.lexemes), i.accounting_no, i.email, i.billing_address, i.options,
    i.status, r.currency, true, r.separate_invoices, r.account_id, r.account_id, o.responsible_user_id, o.permission_rule_id,
    r.id, i.source_id, i.version, i.version, 'COPIED_FROM_RESELLER', now(), now()
  FROM incoming i, tenant_resellers r, api_options o WHERE r.id = $1 ORDER BY i.id
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, sort_name = excluded.sort_name, search = excluded.search,
    accounting_no = excluded.accounting_no, email = excluded.email, billing_address = excluded.billing_address,
    synchronization_options = excluded.synchronization_options, status = excluded.status,
    source_version = excluded.source_version, snapshot_version = excluded.snapshot_version, last_synced_at = now(),
    updated_at = CASE WHEN a.source_version < excluded.source_version THEN now() ELSE a.updated_at END,
    revision = a.revision + (a.source_version < excluded.source_version)::int
  RETURNING a.id, CASE WHEN xmax = 0 THEN 'CREATED' WHEN a.updated_at = now() THEN 'APPLIED' ELSE 'UNCHANGED' END AS outcome`;

export const MERGE_IDENTITIES = `INSERT INTO source_identities (key, tenant_reseller_id, source_account_id, account_id)
  SELECT id, $1, source_id, id FROM incoming ORDER BY id ON CONFLICT DO NOTHING`;

export const MERGE_SUBSCRIPTIONS = `INSERT INTO subscriptions (account_id, id, service_id, quantities, quantity, unit_price, currency,
    billing_period, start_date, tenant_reseller_id, source_subscription_id, source_key)
  SELECT i.id, i.subscription_key, p.service_id,
    jsonb_build_array(jsonb_build_object('from', i.start_date, 'quantity', i.quantity)), i.quantity, p.amount, 'EUR', 'MONTHLY',
    i.start_date, $1, i.subscription_id, i.subscription_key
  FROM incoming i JOIN services v ON v.sku = i.sku
    JOIN service_prices p ON p.service_id = v.id AND p.currency = 'EUR' AND p.billing_period = 'MONTHLY'
  ORDER BY i.id ON CONFLICT DO NOTHING`;

/** $2: of which accounts, $3: what happened to each. */
export const ADD_HISTORY = `INSERT INTO account_history (account_id, kind, text, actor)
  SELECT h.id, CASE h.outcome WHEN 'CREATED' THEN 'COPIED' ELSE 'REFRESHED' END,
    CASE h.outcome WHEN 'CREATED' THEN 'Copied from ' || r.name || ' with the first paid subscription'
      ELSE 'Name updated from ' || r.name END, r.name || ' Tenant Reseller'
  FROM unnest($2::uuid[], $3::text[]) h(id, outcome), tenant_resellers r WHERE r.id = $1`;
