/**
 * What each login may do by SQL of its own, with nothing of ours in front of the database: by hand, from docs/rules.md and
 * the fourth layer of the guard. The statements are those that would do what a person or a sync service may not.
 */

/** The columns: whose account it is, in which state, for which login. A sync's transaction names its reseller. */
export const COLUMNS = [
  ...(['portal: own', 'portal: own deleted', 'portal: managed', 'portal: managed deleted', 'portal: unknown'] as const),
  ...([
    'sync: own',
    'sync: its',
    'sync: its deleted',
    'sync: of another',
    'sync: no reseller',
    'sync: unknown',
  ] as const),
] as const;
export type Column = (typeof COLUMNS)[number];

/** `+` it is done, `0` there is no row to do it to, and else the code that Postgres gives. */
export const VERDICTS = {
  '+': 'done',
  0: 'no row',
  // The login was not granted it, or the row is another reseller's.
  P: '42501',
  // It is not as the set-up is now, and is tried again.
  C: '40001',
  // A trigger of ours keeps it.
  T: 'RA001',
  // There is no account.
  F: '23503',
  // Not planned where several nodes share the tables (direct-sql-on-nodes.ts).
  N: '0A000',
} as const;

const OTHER_STATUS = "CASE WHEN status = 'ACTIVE' THEN 'SUSPENDED' ELSE 'ACTIVE' END";
const OTHER_CURRENCY = "CASE WHEN currency = 'EUR' THEN 'USD' ELSE 'EUR' END";
const change = (assignment: string) => `UPDATE accounts SET ${assignment} WHERE id = :id`;
const below = (table: string, assignment: string) => `UPDATE ${table} SET ${assignment} WHERE account_id = :id`;
const remove = (table: string) => `DELETE FROM ${table} WHERE account_id = :id`;
const see = (table: string) => `SELECT FROM ${table} WHERE account_id = :id`;
const STEP = `quantities = quantities || '[{"from": "2026-02-01", "quantity": 2}]'`;
const sold = (
  price: string,
  source: string,
  [column, value] = ['cancellation_date', 'NULL'],
) => `INSERT INTO subscriptions
  (account_id, id, service_id, quantities, unit_price, currency, billing_period, start_date, source_subscription_id,
    source_key, tenant_reseller_id, ${column})
  SELECT :id, coalesce(uuid_v5('subscription:' || :customer || ':' || ${source}), gen_random_uuid()), s.id, jsonb_build_array(jsonb_build_object('from', '2026-01-01', 'quantity', 1)), ${price}, 'EUR',
    'MONTHLY', '2026-01-01', ${source}, uuid_v5('subscription:' || :customer || ':' || ${source}), CASE WHEN ${source} IS NOT NULL THEN :alpha END, ${value}
  FROM services s, LATERAL (SELECT 2.50 AS amount) p WHERE s.sku = 'MAIL' RETURNING 1`;
const invoice = `INSERT INTO invoices (account_id, id, number, bill_to_id, issue_date, currency, total)
  VALUES (:id, gen_random_uuid(), '2026-900000', :id, '2026-01-01', 'EUR', 1)`;
const invoiceLine = (subscription: string, period: string) => `WITH i AS (${invoice} RETURNING account_id, id)
  INSERT INTO invoice_lines (account_id, invoice_id, position, description, quantity, unit_price, amount, charged_account_id,
    subscription_id, first_day, from_day)
  SELECT account_id, id, 1, 'Line', 1, 1, 1, account_id, ${subscription}, ${period}, ${period} FROM i RETURNING 1`;
/** A copy of Alpha's customer `new`. */
const copied = (billTo: string, id = "uuid_v5('customer:' || :alpha || ':' || 'new')") => `INSERT INTO accounts
  (id, name, status, currency, enable_ordering, separate_invoices, tenant_reseller_id, source_account_id, origin,
    managed_since, last_synced_at, parent_id, bill_to_id)
  SELECT ${id}, 'New', 'ACTIVE', 'EUR', true, true, :alpha, 'new', 'COPIED_FROM_RESELLER', statement_timestamp(),
    statement_timestamp(), :alphaAccount, ${billTo.replace('parent_id', ':alphaAccount')} RETURNING 1`;
const newAccount = (columns: string, values: string) => `INSERT INTO accounts
  (id, name, status, currency, enable_ordering, separate_invoices${columns})
  VALUES (gen_random_uuid(), 'New', 'ACTIVE', 'EUR', true, true${values})`;

/** In the order of COLUMNS: five of the portal's login, six of the sync's. */
export const STATEMENTS: readonly (readonly [statement: string, verdicts: string])[] = [
  // S2, S3, S9: the reseller's on a managed account. S12: nothing of a deleted one.
  [change("name = name || ' X'"), '+ T T T 0 | 0 + + 0 0 0'],
  [change("accounting_no = 'X'"), '+ T T T 0 | 0 + + 0 0 0'],
  [change("email = 'x@x.example'"), '+ T T T 0 | 0 + + 0 0 0'],
  [change(`billing_address = '{"city": "X"}'`), '+ T T T 0 | 0 + + 0 0 0'],
  [change(`synchronization_options = '[{"key": "x"}]'`), '+ T T T 0 | 0 + + 0 0 0'],
  // S13, S12: suspended, reactivated and deleted from the reseller only; a deleted one comes back by nothing but a later state.
  [change(`status = ${OTHER_STATUS}`), '+ T T T 0 | 0 + T 0 0 0'],
  [change("status = 'DELETED', deletion_date = '2026-01-01'"), '+ T T T 0 | 0 + T 0 0 0'],
  [change(`status = ${OTHER_STATUS}, deletion_date = NULL`), '+ T T T 0 | 0 + T 0 0 0'],
  // S31: a restoration.
  [
    change(`status = ${OTHER_STATUS}, deletion_date = NULL, source_version = source_version + 1`),
    'P P P P P | 0 + + 0 0 0',
  ],
  [
    change(`status = ${OTHER_STATUS}, deletion_date = NULL, source_version = source_version - 1`),
    'P P P P P | 0 + T 0 0 0',
  ],
  // S5, S10, S15: set by back-ordering; the sync brings none of it.
  [change(`currency = ${OTHER_CURRENCY}`), '+ T T T 0 | P P P P P P'],
  [change('parent_id = :fresh'), '+ T T T 0 | P P P P P P'],
  [change('bill_to_id = :fresh'), '+ T T T 0 | P P P P P P'],
  // S24: an own account is handed over once, and nobody takes it back or hands it on.
  [
    change(`tenant_reseller_id = :beta, source_account_id = 'x', origin = 'TRANSFERRED_TO_RESELLER',
      managed_since = now()`),
    '+ T T T 0 | P P P P P P',
  ],
  [
    change('tenant_reseller_id = NULL, source_account_id = NULL, origin = NULL, managed_since = NULL'),
    // On an own account that changes nothing.
    '+ + T T 0 | P P P P P P',
  ],
  [change("source_account_id = source_account_id || 'x'"), '+ + T T 0 | P P P P P P'],
  // S29: only a release or the completion of a move takes an account from its reseller, and clears whom it is billed to.
  [
    change(`tenant_reseller_id = NULL, source_account_id = NULL, origin = NULL, managed_since = NULL,
      bill_to_id = NULL, parent_id = NULL`),
    // On an own account that changes nothing.
    '+ + T T 0 | P P P P P P',
  ],
  // S29: moves are the administrator's to announce; an identity is for good, and goes on from the versions that it had.
  [
    `INSERT INTO announced_moves (account_id, tenant_reseller_id, source_account_id) VALUES (gen_random_uuid(), :beta, 'x')`,
    'F F F F F | P P P P P P',
  ],
  ['SELECT FROM announced_moves LIMIT 1', '+ + + + + | P P P P P P'],
  ['DELETE FROM source_identities WHERE tenant_reseller_id = :alpha', 'T T T T T | P P P P P P'],
  [below('handed_over_versions', 'source_version = 9'), 'P P P P P | P P P P P P'],
  ['UPDATE source_identities SET account_id = account_id WHERE account_id = :id', 'P P P P P | P P P P P P'],
  // What only the sync knows.
  [change('source_version = 99'), 'P P P P P | 0 + + 0 0 0'],
  [change('snapshot_version = 99'), 'P P P P P | 0 + + 0 0 0'],
  // The moment of a confirmation is now.
  [change('last_synced_at = statement_timestamp()'), 'P P P P P | 0 + + 0 0 0'],
  [change("last_synced_at = '2020-01-01'"), 'P P P P P | 0 T T 0 0 0'],
  // S15: the distributor's on every account that is not deleted; a refresh never touches it.
  [change('enable_ordering = NOT enable_ordering'), '+ T + T 0 | P P P P P P'],
  [change('separate_invoices = NOT separate_invoices'), '+ T + T 0 | P P P P P P'],
  [change("responsible_user_id = 'x'"), '+ T + T 0 | P P P P P P'],
  [change('permission_rule_id = NULL'), '+ T + T 0 | P P P P P P'],
  [change(`custom_fields = '{"x": 1}'`), '+ T + T 0 | P P P P P P'],
  // Which account it is, and since when, nobody changes.
  [change('id = :fresh'), 'P P P P P | P P P P P P'],
  [change('created_at = now()'), 'P P P P P | P P P P P P'],
  ['DELETE FROM accounts WHERE id = :id', 'P P P P P | P P P P P P'],
  ['TRUNCATE accounts CASCADE', 'P P P P P | P P P P P P'],
  // S1, S24: only the sync copies, and only for the reseller that its transaction names.
  [copied('parent_id'), 'T T T T T | + + + P P +'],
  // What the product would have set, and nothing else: billed to the reseller, the id of this customer, now.
  [copied('gen_random_uuid()'), 'T T T T T | T T T P P T'],
  [copied('parent_id', 'gen_random_uuid()'), 'T T T T T | T T T T T T'],
  [copied('parent_id', "uuid_v5('customer:' || :beta || ':' || 'new')"), 'T T T T T | T T T T T T'],
  [newAccount('', ''), '+ + + + + | P P P P P P'],

  // S14: no sale on a managed account by the distributor; nothing on a deleted one.
  [
    `INSERT INTO sales_documents (account_id, id, kind, title, currency, total)
     VALUES (:id, gen_random_uuid(), 'ORDER', 'Sold', 'EUR', 1)`,
    '+ T T T F | P P P P P P',
  ],
  [
    `INSERT INTO sales_lines SELECT :id, :document, 9, (SELECT id FROM services LIMIT 1), 'MONTHLY', 1, 1 RETURNING 1`,
    '+ T T T F | P P P P P P',
  ],
  [below('sales_documents', 'account_id = account_id'), 'P P P P P | P P P P P P'],
  [below('sales_documents', 'total = 0'), 'P P P P P | P P P P P P'],
  [remove('sales_documents'), 'P P P P P | P P P P P P'],
  [below('sales_lines', 'unit_price = 0'), 'P P P P P | P P P P P P'],
  // The block is on the actor: the sync records subscriptions and ends them, late ones too (S12).
  // At the price of the list, under the key of its source.
  [sold('1', 'NULL'), '+ T T T F | P P P P P P'],
  [sold('p.amount', "'new'"), '+ T T T F | P + + P P P'],
  // S29: from when on it is due, and what a leaving ended of it, is not the source's to say.
  [sold('p.amount', "'new'", ['due_from', "'2099-01-01'::date"]), '+ T T T F | P T T P P P'],
  [sold('p.amount', "'new'", ['closed_on', "'2025-12-31'::date"]), '+ T T T F | P T T P P P'],
  [sold('0.01', "'new'"), '+ T T T F | P C C P P P'],
  [below('subscriptions', "end_date = '2026-02-01'"), '+ T T T 0 | 0 + + 0 0 0'],
  [below('subscriptions', "cancellation_date = '2026-02-01'"), '+ T T T 0 | 0 + + 0 0 0'],
  // S24: the transfer gives subscriptions their source ids, before the account is managed.
  [below('subscriptions', "source_subscription_id = 'x', source_key = :fresh"), '+ T T T 0 | P P P P P P'],
  // S16: what is owed is invoiced, whatever became of the account.
  [below('subscriptions', 'invoiced_periods = invoiced_periods + 1'), '+ + + + 0 | P P P P P P'],
  // S26: the source changes a state by its versions, and takes the price from the list; the distributor's own is changed by it.
  // S29: what goes on after a release has another price; nothing else gives it one.
  [below('subscriptions', 'unit_price = 0'), 'P T T T 0 | 0 T T 0 0 0'],
  [below('subscriptions', "price_source = 'PRICE_LIST'"), 'P T T T 0 | 0 T T 0 0 0'],
  [below('subscriptions', "closed_on = '2026-02-01'"), 'P T T T 0 | 0 T T 0 0 0'],
  [
    below('subscriptions', "tenant_reseller_id = :beta, source_subscription_id = 'x', source_key = :fresh"),
    '+ T T T 0 | P P P P P P',
  ],
  [below('subscriptions', "due_from = '2026-02-01'"), '+ T T T 0 | P P P P P P'],
  [below('subscriptions', 'source_version = 7'), 'P P P P P | 0 + + 0 0 0'],
  [below('subscriptions', STEP), '+ T T T 0 | 0 T T 0 0 0'],
  [below('subscriptions', `${STEP}, source_version = 7`), 'P P P P P | 0 + + 0 0 0'],
  [below('subscriptions', 'settled_periods = 1'), '+ + + + 0 | P P P P P P'],
  [below('subscriptions', "currency = 'USD'"), 'P P P P P | P P P P P P'],
  [below('subscriptions', 'account_id = :fresh'), 'P P P P P | P P P P P P'],
  [remove('subscriptions'), 'P P P P P | P P P P P P'],
  // S11.
  [
    `INSERT INTO synchronization_outbox (account_id, id, system_code, requested_by)
     VALUES (:id, gen_random_uuid(), 'crm', 'x')`,
    '+ T T T F | P P P P P P',
  ],
  // S18, S19: the distributor's, on a managed account too.
  [
    `INSERT INTO account_contacts (account_id, id, last_name) VALUES (:id, gen_random_uuid(), 'X')`,
    '+ T + T F | P P P P P P',
  ],
  [below('account_contacts', "last_name = 'X'"), '+ T + T 0 | P P P P P P'],
  [remove('account_contacts'), '+ T + T 0 | P P P P P P'],
  [
    `INSERT INTO account_relations (account_id, id, kind, target_id) VALUES (:id, gen_random_uuid(), 'CASE', 'x')`,
    '+ T + T F | P P P P P P',
  ],
  [below('account_relations', "label = 'X'"), '+ T + T 0 | P P P P P P'],
  [remove('account_relations'), '+ T + T 0 | P P P P P P'],
  // S16, S12: what is due is invoiced on a deleted account too; S20: by hand it is not. An issued invoice never changes.
  [invoiceLine(':subscription', "'2034-04-30'"), '+ + + + F | P P P P P P'],
  [invoiceLine('NULL', 'NULL'), '+ T + T F | P P P P P P'],
  [below('invoices', 'total = 0'), 'P P P P P | P P P P P P'],
  [remove('invoices'), 'P P P P P | P P P P P P'],
  [below('invoice_lines', 'amount = 0'), 'P P P P P | P P P P P P'],
  [remove('invoice_lines'), 'P P P P P | P P P P P P'],
  // S26: what is billed of a period only triggers write, from the lines.
  ['UPDATE billed_periods SET issued = issued - 1', 'P P P P P | P P P P P P'],
  ['UPDATE billed_periods SET issued = issued + 1', 'P P P P P | P P P P P P'],
  [remove('billed_periods'), 'P P P P P | P P P P P P'],
  ['UPDATE invoice_numbers SET invoice_id = :fresh', 'P P P P P | P P P P P P'],
  ['DELETE FROM invoice_numbers', 'P P P P P | P P P P P P'],
  [`INSERT INTO invoice_numbers (number, invoice_id) VALUES ('2026-900000', :fresh)`, 'P P P P P | P P P P P P'],
  // A line of history is never changed; the audit is nobody's to write.
  [
    `INSERT INTO account_history (account_id, kind, text, actor) VALUES (:id, 'EDITED', 'x', 'x')`,
    '+ + + + F | P C C P P P',
  ],
  // It is signed by who writes it, and of now.
  [
    `INSERT INTO account_history (account_id, kind, text, actor) VALUES (:id, 'EDITED', 'x', 'Alpha Tenant Reseller')`,
    'T T T T F | P + + P P P',
  ],
  [
    `INSERT INTO account_history (account_id, kind, text, actor) VALUES (:id, 'EDITED', 'x', 'Beta Tenant Reseller')`,
    'T T T T F | P C C P P P',
  ],
  [
    `INSERT INTO account_history (account_id, at, kind, text, actor)
     VALUES (:id, '2020-01-01', 'EDITED', 'x', 'Alpha Tenant Reseller')`,
    'T T T T F | P T T P P P',
  ],
  [below('account_history', "text = 'x'"), 'P P P P P | P P P P P P'],
  [remove('account_history'), 'P P P P P | P P P P P P'],
  [
    "INSERT INTO account_audit (account_id, record, operation) VALUES (:id, 'accounts', 'UPDATE')",
    'P P P P P | P P P P P P',
  ],
  [below('account_audit', "actor = 'x'"), 'P P P P P | P P P P P P'],
  [remove('account_audit'), 'P P P P P | P P P P P P'],
  // A14, A15: no sync learns of another's customers, nor of what is the distributor's.
  ['SELECT FROM accounts WHERE id = :id', '+ + + + 0 | 0 + + 0 0 0'],
  [see('subscriptions'), '+ + + + 0 | 0 + + 0 0 0'],
  [see('account_history'), '+ + + + 0 | P P P P P P'],
  ['SELECT custom_fields FROM accounts WHERE id = :id', '+ + + + 0 | P P P P P P'],
  ['SELECT responsible_user_id FROM accounts WHERE id = :id', '+ + + + 0 | P P P P P P'],
  ['SELECT FROM api_options', '+ + + + + | P P P P P P'],
  ['SELECT FROM service_prices LIMIT 1', '+ + + + + | P P P P P P'],
  ['SELECT FROM price_lists LIMIT 1', '0 0 0 0 0 | P P P P P P'],
  ['SELECT FROM price_list_entries LIMIT 1', '0 0 0 0 0 | P P P P P P'],
  [see('account_contacts'), '+ + + + 0 | P P P P P P'],
  [see('account_relations'), '+ + + + 0 | P P P P P P'],
  [see('sales_documents'), '+ + + + 0 | P P P P P P'],
  [see('account_audit'), '+ + + + 0 | P P P P P P'],
  ['SELECT FROM invoices LIMIT 1', '+ + + + + | P P P P P P'],
  ['SELECT FROM permission_grants LIMIT 1', '+ + + + + | P P P P P P'],
];

/** The verdict of a statement in a column. */
export function verdictOf(verdicts: string, column: Column): string {
  const letters = verdicts.replace('|', ' ').split(/\s+/);
  if (letters.length !== COLUMNS.length) throw new Error(`"${verdicts}" has ${letters.length} verdicts`);
  const letter = letters[COLUMNS.indexOf(column)] as keyof typeof VERDICTS;
  const verdict = VERDICTS[letter];
  if (!verdict) throw new Error(`"${verdicts}" has the letter ${letter}, which means nothing`);
  return verdict;
}
