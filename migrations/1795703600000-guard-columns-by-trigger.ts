import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which columns a login may change is held by a trigger for each login and table, also where the whole table is granted: a
 * distributed database has no grants on columns. The triggers go by the columns that an UPDATE names, for each row that it
 * meets: one for each statement would be passed by a second UPDATE within the same statement. The grants on columns stay
 * beside them where there are such, since a grant on the whole table is also leave to lock it whole. Running code may stay
 * up.
 *
 * Here too: the moments that only the database knows, a lock that no login but the portal's can hold against parents being
 * edited, and no large objects, of which nothing here has any use and no trigger keeps a record. Only a superuser may take
 * them away; another owner is warned, and SECURITY.md says what is left.
 */
export class GuardColumnsByTrigger1795703600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [
      REFUSE_COLUMN,
      ...GUARDS.flatMap(guarded),
      ...MOMENTS,
      ...ONE_AT_A_TIME,
      ...NO_LARGE_OBJECTS,
      ...READABLE.flatMap(checked),
    ]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of NO_LARGE_OBJECTS) {
      await runner.query(statement.replace('REVOKE', 'GRANT').replace('FROM', 'TO'));
    }
    for (const [table, name] of READABLE) await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    await runner.query('DROP TABLE serialized_changes');
    for (const name of ['confirmed_now', 'changed_now', 'counted_by_one']) {
      await runner.query(`DROP TRIGGER ${name} ON accounts`);
    }
    await runner.query('DROP TRIGGER history_is_not_forged ON account_history');
    await runner.query('DROP FUNCTION refuse_forged_history()');
    await runner.query('DROP FUNCTION refuse_column() CASCADE');
  }
}

const PORTAL = 'reseller_accounts_portal';
const SYNC = 'reseller_accounts_sync';
const SAFE_PATH = 'SET search_path = pg_catalog, pg_temp';

interface ColumnGuard {
  readonly login: typeof PORTAL | typeof SYNC;
  readonly table: string;
  /** What the login may change; the rest is kept. */
  readonly may: readonly string[];
  readonly keeps: readonly string[];
}

const MASTERED = ['name', 'accounting_no', 'email', 'billing_address', 'synchronization_options', 'status'];
const FOUND_BY = ['sort_name', 'search', 'deletion_date', 'updated_at', 'revision'];
const DISTRIBUTORS = [
  ...['currency', 'enable_ordering', 'separate_invoices', 'parent_id', 'bill_to_id', 'responsible_user_id'],
  ...['permission_rule_id', 'custom_fields', 'tenant_reseller_id', 'source_account_id', 'origin', 'managed_since'],
];
const KNOWN_TO_THE_SYNC = ['source_version', 'snapshot_version', 'last_synced_at'];
const SOLD = [
  ...['account_id', 'id', 'service_id', 'quantity', 'unit_price', 'currency', 'billing_period', 'start_date'],
  'created_at',
];

const GUARDS: readonly ColumnGuard[] = [
  {
    login: PORTAL,
    table: 'accounts',
    may: [...MASTERED, ...FOUND_BY, ...DISTRIBUTORS],
    keeps: ['id', 'created_at', ...KNOWN_TO_THE_SYNC],
  },
  {
    login: SYNC,
    table: 'accounts',
    may: [...MASTERED, ...FOUND_BY, ...KNOWN_TO_THE_SYNC],
    keeps: ['id', 'created_at', ...DISTRIBUTORS],
  },
  {
    login: PORTAL,
    table: 'subscriptions',
    may: ['end_date', 'cancellation_date', 'invoiced_periods', 'source_subscription_id', 'source_key'],
    keeps: SOLD,
  },
  {
    login: SYNC,
    table: 'subscriptions',
    may: ['end_date', 'cancellation_date'],
    keeps: [...SOLD, 'invoiced_periods', 'source_subscription_id', 'source_key'],
  },
  {
    login: PORTAL,
    table: 'account_contacts',
    may: ['first_name', 'last_name', 'email', 'phone', 'job_title'],
    keeps: ['account_id', 'id', 'created_at'],
  },
  {
    login: PORTAL,
    table: 'account_relations',
    may: ['label'],
    keeps: ['account_id', 'id', 'kind', 'target_id', 'created_at'],
  },
  {
    login: PORTAL,
    table: 'tenant_resellers',
    may: ['name', 'currency', 'separate_invoices', 'back_ordering_active', 'updated_at'],
    keeps: ['id', 'account_id', 'created_at'],
  },
  { login: PORTAL, table: 'services', may: ['name', 'search'], keeps: ['id', 'sku'] },
  { login: PORTAL, table: 'permission_rules', may: ['name'], keeps: ['id', 'created_at'] },
  { login: PORTAL, table: 'api_options', may: ['responsible_user_id', 'permission_rule_id'], keeps: ['entity'] },
  {
    login: PORTAL,
    table: 'custom_field_definitions',
    may: ['label', 'type', 'required', 'options', 'default_value'],
    keeps: ['code', 'created_at'],
  },
  { login: PORTAL, table: 'invoice_counters', may: ['last_number'], keeps: ['year'] },
  { login: PORTAL, table: 'idempotency_keys', may: ['input_hash', 'result', 'created_at'], keeps: ['id'] },
];

/** Answers as a grant that is missing would. */
const REFUSE_COLUMN = `CREATE FUNCTION refuse_column() RETURNS trigger LANGUAGE plpgsql ${SAFE_PATH} AS $$
  BEGIN
    RAISE EXCEPTION 'permission denied for a column of table %: % may not change %', TG_TABLE_NAME, session_user,
      array_to_string(TG_ARGV, ', ') USING ERRCODE = '42501';
  END
$$`;

function guarded({ login, table, keeps }: ColumnGuard): string[] {
  const name = login === PORTAL ? 'portal_keeps_columns' : 'sync_keeps_columns';
  return [
    `CREATE TRIGGER ${name} BEFORE UPDATE OF ${keeps.join(', ')} ON ${table} FOR EACH ROW
      WHEN (session_user = '${login}') EXECUTE FUNCTION refuse_column(${keeps.map((column) => `'${column}'`).join(', ')})`,
  ];
}

/**
 * A line of history is of now, and signed by who may sign so: nobody of the portal as a tenant reseller, however it is
 * written, and a sync service as its own. The moments of a change and of a confirmation are now, and a sync counts revisions
 * by one: one that cannot be counted on from would close the account for ever.
 */
const MOMENTS = [
  `CREATE FUNCTION refuse_forged_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      earliest timestamptz;
      latest timestamptz;
      forged text;
    BEGIN
      IF session_user NOT IN ('${PORTAL}', '${SYNC}') THEN
        RETURN NULL;
      END IF;
      SELECT min(n.at), max(n.at) INTO earliest, latest FROM new_rows n;
      IF earliest < statement_timestamp() - interval '2 seconds' OR latest > clock_timestamp() + interval '2 seconds' THEN
        RAISE EXCEPTION '% refuses a line of history of another time', TG_NAME USING ERRCODE = 'RA001';
      END IF;
      SELECT n.actor INTO forged
        FROM (SELECT DISTINCT actor FROM new_rows) n
        WHERE session_user = '${PORTAL}' AND n.actor ~* 'tenant[^[:alnum:]]+reseller[^[:alnum:]]*$'
          OR session_user = '${SYNC}' AND NOT EXISTS (
            SELECT FROM tenant_resellers t
            WHERE t.name || ' Tenant Reseller' = n.actor AND t.id = current_tenant_reseller())
        LIMIT 1;
      IF FOUND THEN
        -- A reseller that was renamed meanwhile signs anew; nobody else may.
        RAISE EXCEPTION '% refuses a line of history that is signed as %', TG_NAME, forged
          USING ERRCODE = CASE session_user WHEN '${SYNC}' THEN '40001' ELSE 'RA001' END;
      END IF;
      RETURN NULL;
    END
  $$`,
  'REVOKE EXECUTE ON FUNCTION refuse_forged_history() FROM PUBLIC',
  `CREATE TRIGGER history_is_not_forged AFTER INSERT ON account_history REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_forged_history()`,
  `CREATE TRIGGER confirmed_now BEFORE UPDATE ON accounts FOR EACH ROW
    WHEN (session_user = '${SYNC}' AND OLD.last_synced_at IS DISTINCT FROM NEW.last_synced_at
      AND NEW.last_synced_at IS DISTINCT FROM statement_timestamp()) EXECUTE FUNCTION refuse_row()`,
  `CREATE TRIGGER changed_now BEFORE UPDATE ON accounts FOR EACH ROW
    WHEN (session_user IN ('${PORTAL}', '${SYNC}') AND OLD.updated_at <> NEW.updated_at
      AND NEW.updated_at <> statement_timestamp() AND NEW.updated_at <> transaction_timestamp())
    EXECUTE FUNCTION refuse_row()`,
  `CREATE TRIGGER counted_by_one BEFORE UPDATE ON accounts FOR EACH ROW
    WHEN (session_user = '${SYNC}' AND OLD.revision <> NEW.revision AND OLD.revision + 1 <> NEW.revision)
    EXECUTE FUNCTION refuse_row()`,
];

/** What nobody could read again, and would fail the whole page that it stands on. */
const READABLE = [
  [
    'accounts',
    'ck_accounts_documents',
    `jsonb_typeof(synchronization_options) = 'array'
    AND NOT jsonb_path_exists(synchronization_options, '$[*] ? (@.type() != "object")')
    AND (billing_address IS NULL OR jsonb_typeof(billing_address) = 'object')
    AND jsonb_typeof(custom_fields) = 'object'`,
  ],
  ['accounts', 'ck_accounts_times', 'isfinite(updated_at) AND isfinite(created_at)'],
  [
    'subscriptions',
    'ck_subscriptions_days',
    ['start_date', 'end_date', 'cancellation_date']
      .map((day) => `(${day} IS NULL OR ${day} BETWEEN '0001-01-01' AND '9999-12-31')`)
      .join(' AND '),
  ],
] as const;

/** Changes that wait for each other lock a row here: one that the sync's login cannot hold. */
const ONE_AT_A_TIME = [
  `CREATE TABLE serialized_changes (what text CONSTRAINT pk_serialized_changes PRIMARY KEY)`,
  `INSERT INTO serialized_changes VALUES ('PARENTS')`,
  `GRANT SELECT, UPDATE (what) ON serialized_changes TO ${PORTAL}`,
  `CREATE TRIGGER portal_keeps_columns BEFORE UPDATE OF what ON serialized_changes FOR EACH ROW
    WHEN (session_user = '${PORTAL}') EXECUTE FUNCTION refuse_column('what')`,
];

const NO_LARGE_OBJECTS = ['lo_creat(integer)', 'lo_create(oid)', 'lo_from_bytea(oid, bytea)'].map(
  (name) => `REVOKE EXECUTE ON FUNCTION pg_catalog.${name} FROM PUBLIC`,
);

/** Two steps: the rows that are there are looked at without keeping writers out. */
function checked([table, name, condition]: (typeof READABLE)[number]): string[] {
  return [
    `ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${condition}) NOT VALID`,
    `ALTER TABLE ${table} VALIDATE CONSTRAINT ${name}`,
  ];
}
