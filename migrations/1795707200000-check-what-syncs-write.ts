import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the sync's login adds is what the product would have added, whoever sends the statement; and it reads no more than
 * the API shows a sync service.
 *
 * Ids and keys are UUIDs of version 5, whose SHA-1 comes from pgcrypto, a trusted extension that the owner of a database
 * may make. What the distributor gives a copy, and the sync does not read, a trigger fills in: the API options, the
 * defaults of custom fields, how its invoices are issued (S5 to S8, S15). The rest is checked, all rows of a statement at
 * once.
 *
 * Code before this reads what it may no longer read: it must not stay up.
 */
export class CheckWhatSyncsWrite1795707200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA public');
    const [{ schema }] = await runner.query(
      `SELECT n.nspname AS schema FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
       WHERE e.extname = 'pgcrypto'`,
    );
    for (const statement of [uuidV5(schema), ...READS, ...CHECKS, ...GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const name of ['complete_copy()', 'check_copies()', 'check_claim()', 'check_recorded()']) {
      await runner.query(`DROP FUNCTION ${name} CASCADE`);
    }
    for (const name of [
      'hold_reseller()',
      'lock_customers(uuid[])',
      'offered_prices(uuid)',
      'copy_gaps()',
      'account_gaps(uuid[])',
    ]) {
      await runner.query(`DROP FUNCTION ${name}`);
    }
    await runner.query('DROP FUNCTION uuid_v5(text)');
    await runner.query(`DO $$ BEGIN
      DROP EXTENSION pgcrypto;
    EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege THEN NULL; -- Others use it, or made it.
    END $$`);
    await runner.query(`GRANT SELECT ON accounts, account_history, api_options, service_prices, custom_field_definitions
      TO ${SYNC}`);
  }
}

const SYNC = 'reseller_accounts_sync';
const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

/** In the namespace of every id that this subgraph derives. */
function uuidV5(schema: string): string {
  const digest = `"${schema.replaceAll('"', '""')}".digest`;
  return `CREATE FUNCTION uuid_v5(name text) RETURNS uuid LANGUAGE plpgsql IMMUTABLE STRICT
    SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
      hash bytea := substr(${digest}(decode('5b1ecb4e4a3f4d5c9f0e1d6f6f0f9b6a', 'hex') || convert_to(name, 'UTF8'), 'sha1'), 1, 16);
    BEGIN
      hash := set_byte(set_byte(hash, 6, get_byte(hash, 6) & 15 | 80), 8, get_byte(hash, 8) & 63 | 128);
      RETURN encode(hash, 'hex')::uuid;
    END
  $$`;
}

/** Of an account what the API shows the sync service that masters it. */
const SHOWN: readonly (readonly [column: string, type: string])[] = [
  ['id', 'uuid'],
  ['name', 'text'],
  ['accounting_no', 'text'],
  ['email', 'text'],
  ['billing_address', 'jsonb'],
  ['synchronization_options', 'jsonb'],
  ['status', 'text'],
  ['currency', 'text'],
  ['tenant_reseller_id', 'uuid'],
  ['source_account_id', 'text'],
  ['source_version', 'bigint'],
  ['snapshot_version', 'bigint'],
  ['origin', 'text'],
  ['managed_since', 'timestamptz'],
  ['last_synced_at', 'timestamptz'],
  ['deletion_date', 'date'],
  ['created_at', 'timestamptz'],
  ['updated_at', 'timestamptz'],
  ['revision', 'bigint'],
];
const HELD: readonly (readonly [column: string, type: string])[] = [
  ['id', 'uuid'],
  ['name', 'text'],
  ['currency', 'text'],
  ['separate_invoices', 'boolean'],
  ['back_ordering_active', 'boolean'],
  ['account_id', 'uuid'],
];
const shown = SHOWN.map(([column]) => column);

const READS = [
  // As lock_accounts, of what the sync may read.
  `CREATE FUNCTION lock_customers(ids uuid[]) RETURNS TABLE (${SHOWN.map((column) => column.join(' ')).join(', ')})
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE
      wanted uuid;
    BEGIN
      FOR wanted IN SELECT DISTINCT unnest(ids) AS one ORDER BY one LOOP
        RETURN QUERY SELECT ${shown.map((column) => `a.${column}`).join(', ')} FROM accounts a
          WHERE a.id = wanted FOR NO KEY UPDATE;
      END LOOP;
    END
  $$`,
  // The sync's reseller, kept as it is until the transaction ends, and then the status of its own account: no more of that
  // one the sync may know.
  `CREATE FUNCTION hold_reseller() RETURNS TABLE (${HELD.map((column) => column.join(' ')).join(', ')}, account_status text)
    LANGUAGE plpgsql ${AS_OWNER} AS $$
    BEGIN
      PERFORM FROM tenant_resellers t WHERE t.id = current_tenant_reseller() FOR KEY SHARE;
      RETURN QUERY SELECT ${HELD.map(([column]) => `t.${column}`).join(', ')}, reseller_account_status()
        FROM tenant_resellers t WHERE t.id = current_tenant_reseller();
    END
  $$`,
  // The prices of a service that is asked for; whoever bought it is told its price anyway.
  `CREATE FUNCTION offered_prices(of_service uuid) RETURNS SETOF service_prices LANGUAGE sql STABLE ${AS_OWNER} AS $$
    SELECT * FROM service_prices WHERE service_id = of_service
      AND EXISTS (SELECT FROM tenant_resellers WHERE id = current_tenant_reseller())
  $$`,
  // What copies are not given now, since the API options leave it unset; and what accounts lack.
  `CREATE FUNCTION copy_gaps() RETURNS TABLE (lacks_responsible_user boolean, lacks_permission_rule boolean)
    LANGUAGE sql STABLE ${AS_OWNER} AS $$
    SELECT o.responsible_user_id IS NULL, o.permission_rule_id IS NULL
    FROM (SELECT 1) one LEFT JOIN api_options o ON o.entity = 'ACCOUNT'
  $$`,
  `CREATE FUNCTION account_gaps(ids uuid[])
    RETURNS TABLE (account_id uuid, lacks_responsible_user boolean, lacks_permission_rule boolean)
    LANGUAGE sql STABLE ${AS_OWNER} AS $$
    SELECT a.id, a.responsible_user_id IS NULL, a.permission_rule_id IS NULL FROM accounts a
    WHERE a.id = ANY (ids) AND a.tenant_reseller_id = current_tenant_reseller()
  $$`,
  ...['hold_reseller()', 'offered_prices(uuid)', 'copy_gaps()', 'account_gaps(uuid[])'].flatMap((name) => [
    `REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION ${name} TO ${SYNC}`,
  ]),
];

/** Runs for the sync's login alone; anything else that is wrong is a fault or a forgery. */
const checking = (name: string, declarations: string, body: string) => `CREATE FUNCTION ${name}() RETURNS trigger
  LANGUAGE plpgsql ${AS_OWNER} AS $$
  DECLARE
    wrong text;
    ${declarations}
  BEGIN
    IF session_user <> '${SYNC}' THEN
      RETURN NULL;
    END IF;
    ${body}
    RETURN NULL;
  END
$$`;
const refuse = (what: string) => `IF FOUND THEN
      RAISE EXCEPTION '% refuses ${what}', TG_NAME, wrong USING ERRCODE = 'RA001';
    END IF;`;
/** What may have changed since the sync decided is tried again, as after any conflict. */
const conflict = (what: string) => `IF FOUND THEN
      RAISE EXCEPTION '% refuses ${what}', TG_NAME, wrong USING ERRCODE = '40001';
    END IF;`;
const onInsert = (name: string, table: string, call: string) => `CREATE TRIGGER ${name} AFTER INSERT ON ${table}
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ${call}`;

const CHECKS = [
  `CREATE FUNCTION complete_copy() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    BEGIN
      -- Before the row is looked for: or whether the id is taken would tell of another reseller's customer.
      IF NEW.id <> uuid_v5('customer:' || NEW.tenant_reseller_id || ':' || NEW.source_account_id) THEN
        RAISE EXCEPTION '% refuses a copy that is not the one of its customer: %', TG_NAME, NEW.id USING ERRCODE = 'RA001';
      END IF;
      SELECT true, t.separate_invoices, o.responsible_user_id, o.permission_rule_id, coalesce(f.defaults, '{}')
        INTO NEW.enable_ordering, NEW.separate_invoices, NEW.responsible_user_id, NEW.permission_rule_id, NEW.custom_fields
        FROM tenant_resellers t
          LEFT JOIN api_options o ON o.entity = 'ACCOUNT'
          LEFT JOIN (SELECT jsonb_object_agg(code, default_value) AS defaults FROM custom_field_definitions
            WHERE default_value IS NOT NULL) f ON true
        WHERE t.id = NEW.tenant_reseller_id;
      RETURN NEW;
    END
  $$`,
  `CREATE TRIGGER copy_is_complete BEFORE INSERT ON accounts FOR EACH ROW WHEN (session_user = '${SYNC}')
    EXECUTE FUNCTION complete_copy()`,
  checking(
    'check_copies',
    '',
    `SELECT n.id INTO wrong FROM new_rows n JOIN tenant_resellers t ON t.id = n.tenant_reseller_id
      WHERE n.parent_id IS DISTINCT FROM t.account_id OR n.bill_to_id IS DISTINCT FROM t.account_id
        OR n.origin <> 'COPIED_FROM_RESELLER' OR n.status = 'DELETED' OR n.revision <> 1
        OR n.managed_since IS DISTINCT FROM statement_timestamp() OR n.created_at <> transaction_timestamp()
        OR n.updated_at <> transaction_timestamp() OR n.last_synced_at IS DISTINCT FROM statement_timestamp()
      LIMIT 1;
    ${refuse('a copy that is not the one of its customer: %')}
    SELECT n.id INTO wrong FROM new_rows n JOIN tenant_resellers t ON t.id = n.tenant_reseller_id
      WHERE n.currency <> t.currency OR NOT t.back_ordering_active LIMIT 1;
    ${conflict('a copy that is not as its reseller is now: %')}`,
  ),
  onInsert('copies_are_right', 'accounts', 'check_copies()'),
  `CREATE FUNCTION check_claim() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $$
    BEGIN
      IF NEW.key <> uuid_v5('customer:' || NEW.tenant_reseller_id || ':' || NEW.source_account_id)
        OR NEW.account_id <> NEW.key OR NEW.created_at <> transaction_timestamp() THEN
        RAISE EXCEPTION '% refuses an identity that is not the one of its customer: %', TG_NAME, NEW.key
          USING ERRCODE = 'RA001';
      END IF;
      RETURN NEW;
    END
  $$`,
  `CREATE TRIGGER claim_is_right BEFORE INSERT ON source_identities FOR EACH ROW WHEN (session_user = '${SYNC}')
    EXECUTE FUNCTION check_claim()`,
  checking(
    'check_recorded',
    '',
    `SELECT n.id INTO wrong FROM new_rows n
      WHERE n.source_key IS NULL
        OR n.source_key IS DISTINCT FROM uuid_v5('subscription:' || n.account_id || ':' || n.source_subscription_id)
        OR n.id <> n.source_key OR n.cancellation_date IS NOT NULL OR n.invoiced_periods <> 0
        OR n.created_at <> transaction_timestamp()
      LIMIT 1;
    ${refuse('a subscription that is not the one of its source: %')}
    SELECT n.id INTO wrong FROM new_rows n JOIN accounts a ON a.id = n.account_id
        LEFT JOIN service_prices p
          ON p.service_id = n.service_id AND p.currency = n.currency AND p.billing_period = n.billing_period
      WHERE n.currency <> a.currency OR p.amount IS DISTINCT FROM n.unit_price LIMIT 1;
    ${conflict('a subscription that is not at the price of the list: %')}`,
  ),
  onInsert('recorded_are_right', 'subscriptions', 'check_recorded()'),
  'REVOKE EXECUTE ON FUNCTION complete_copy(), check_copies(), check_claim(), check_recorded() FROM PUBLIC',
];

const GRANTS = [
  `REVOKE SELECT ON accounts, account_history, api_options, service_prices, custom_field_definitions FROM ${SYNC}`,
  `GRANT SELECT (${[...shown, 'sort_name', 'search'].join(', ')}) ON accounts TO ${SYNC}`,
];
