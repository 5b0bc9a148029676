import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first tables: accounts and what lies below them, the reference tables of the set-up, and the two logins. Nothing
 * runs before it.
 *
 * Everything below an account has `account_id` first in its key, and no key or foreign key spans two accounts, so that
 * the tables can be distributed by account; `source_identities` is distributed by its own key. A login without a
 * password and without LOGIN is harmless: whoever sets the database up gives it both.
 */
export class CreateAccounts1795392000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [...ROLES, ...REFERENCE_TABLES, ...ACCOUNT_TABLES, ...FUNCTIONS, ...GRANTS]) {
      await runner.query(statement);
    }
  }

  /** The roles stay: they belong to the cluster, and other databases of it may use them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION lock_accounts(uuid[])');
    await runner.query(`
      DROP TABLE idempotency_keys, synchronization_outbox, sales_lines, sales_documents, account_history,
        subscriptions, source_identities, accounts, api_options, permission_grants, permission_rules,
        service_prices, services, tenant_resellers`);
  }
}

/** Two logins: the portal's and the sync's. Their timeouts stand here, since PgBouncer refuses them at start-up. */
const ROLES = ['reseller_accounts_portal', 'reseller_accounts_sync'].flatMap((role) => [
  `DO $$ BEGIN CREATE ROLE ${role} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
  `ALTER ROLE ${role} SET statement_timeout = '10s'`,
  `ALTER ROLE ${role} SET lock_timeout = '5s'`,
  `ALTER ROLE ${role} SET idle_in_transaction_session_timeout = '15s'`,
]);

const REFERENCE_TABLES = [
  `CREATE TABLE tenant_resellers (
    id uuid CONSTRAINT pk_tenant_resellers PRIMARY KEY,
    name text NOT NULL,
    currency text NOT NULL,
    separate_invoices boolean NOT NULL,
    back_ordering_active boolean NOT NULL DEFAULT false,
    account_id uuid NOT NULL CONSTRAINT uq_tenant_resellers_account UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE services (
    id uuid CONSTRAINT pk_services PRIMARY KEY,
    sku text NOT NULL,
    name text NOT NULL,
    search tsvector NOT NULL
  )`,
  `CREATE TABLE service_prices (
    service_id uuid NOT NULL CONSTRAINT fk_service_prices_service REFERENCES services (id),
    currency text NOT NULL,
    billing_period text NOT NULL CONSTRAINT ck_service_prices_billing_period
      CHECK (billing_period IN ('MONTHLY', 'QUARTERLY', 'SEMI_ANNUAL', 'ANNUAL', 'TRIENNIAL', 'ONCE')),
    amount numeric NOT NULL CONSTRAINT ck_service_prices_amount CHECK (amount >= 0),
    CONSTRAINT pk_service_prices PRIMARY KEY (service_id, currency, billing_period)
  )`,
  `CREATE TABLE permission_rules (
    id uuid CONSTRAINT pk_permission_rules PRIMARY KEY,
    name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE permission_grants (
    permission_rule_id uuid NOT NULL CONSTRAINT fk_permission_grants_rule REFERENCES permission_rules (id),
    position integer NOT NULL,
    principal text NOT NULL CONSTRAINT ck_permission_grants_principal CHECK (principal IN ('USER', 'GROUP')),
    principal_id text NOT NULL,
    access text NOT NULL CONSTRAINT ck_permission_grants_access CHECK (access IN ('READ', 'EDIT', 'FULL')),
    CONSTRAINT pk_permission_grants PRIMARY KEY (permission_rule_id, position)
  )`,
  `CREATE TABLE api_options (
    entity text CONSTRAINT pk_api_options PRIMARY KEY CONSTRAINT ck_api_options_entity CHECK (entity = 'ACCOUNT'),
    responsible_user_id text,
    permission_rule_id uuid CONSTRAINT fk_api_options_rule REFERENCES permission_rules (id)
  )`,
  `CREATE TABLE idempotency_keys (
    id uuid CONSTRAINT pk_idempotency_keys PRIMARY KEY,
    input_hash text NOT NULL,
    result jsonb,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX ix_idempotency_keys_created ON idempotency_keys (created_at)',
];

const ACCOUNT_TABLES = [
  `CREATE TABLE accounts (
    id uuid CONSTRAINT pk_accounts PRIMARY KEY,
    name text NOT NULL,
    accounting_no text,
    email text,
    billing_address jsonb,
    synchronization_options jsonb NOT NULL DEFAULT '[]',
    status text NOT NULL CONSTRAINT ck_accounts_status CHECK (status IN ('ACTIVE', 'SUSPENDED', 'DELETED')),
    currency text NOT NULL,
    enable_ordering boolean NOT NULL,
    separate_invoices boolean NOT NULL,
    parent_id uuid,
    bill_to_id uuid,
    responsible_user_id text,
    permission_rule_id uuid CONSTRAINT fk_accounts_permission_rule REFERENCES permission_rules (id),
    tenant_reseller_id uuid CONSTRAINT fk_accounts_tenant_reseller REFERENCES tenant_resellers (id),
    source_account_id text,
    source_version bigint CONSTRAINT ck_accounts_source_version CHECK (source_version >= 0),
    snapshot_version bigint,
    origin text CONSTRAINT ck_accounts_origin CHECK (origin IN ('COPIED_FROM_RESELLER', 'TRANSFERRED_TO_RESELLER')),
    managed_since timestamptz,
    last_synced_at timestamptz,
    deletion_date date,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    revision bigint NOT NULL DEFAULT 1,
    sort_name text COLLATE "C" NOT NULL DEFAULT '',
    search tsvector NOT NULL DEFAULT '',
    CONSTRAINT ck_accounts_management CHECK (
      (tenant_reseller_id IS NULL) = (source_account_id IS NULL)
      AND (tenant_reseller_id IS NULL) = (origin IS NULL)
      AND (tenant_reseller_id IS NULL) = (managed_since IS NULL)),
    CONSTRAINT ck_accounts_deletion CHECK ((status = 'DELETED') = (deletion_date IS NOT NULL))
  )`,
  'CREATE INDEX ix_accounts_name ON accounts (sort_name, id)',
  'CREATE INDEX ix_accounts_created ON accounts (created_at, id)',
  'CREATE INDEX ix_accounts_updated ON accounts (updated_at, id)',
  'CREATE INDEX ix_accounts_tenant_reseller ON accounts (tenant_reseller_id, sort_name, id)',
  'CREATE INDEX ix_accounts_parent ON accounts (parent_id, sort_name, id)',
  'CREATE INDEX ix_accounts_bill_to ON accounts (bill_to_id, sort_name, id)',
  'CREATE INDEX ix_accounts_responsible_user ON accounts (responsible_user_id, sort_name, id)',
  'CREATE INDEX ix_accounts_permission_rule ON accounts (permission_rule_id, sort_name, id)',
  'CREATE INDEX ix_accounts_search ON accounts USING gin (search)',
  'CREATE INDEX ix_accounts_email ON accounts USING hash (lower(email)) WHERE email IS NOT NULL',
  'CREATE INDEX ix_accounts_accounting_no ON accounts USING hash (accounting_no) WHERE accounting_no IS NOT NULL',
  `CREATE TABLE source_identities (
    key uuid CONSTRAINT pk_source_identities PRIMARY KEY,
    tenant_reseller_id uuid NOT NULL
      CONSTRAINT fk_source_identities_tenant_reseller REFERENCES tenant_resellers (id),
    source_account_id text NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE subscriptions (
    account_id uuid NOT NULL CONSTRAINT fk_subscriptions_account REFERENCES accounts (id),
    id uuid NOT NULL,
    service_id uuid NOT NULL CONSTRAINT fk_subscriptions_service REFERENCES services (id),
    quantity integer NOT NULL CONSTRAINT ck_subscriptions_quantity CHECK (quantity > 0),
    unit_price numeric NOT NULL CONSTRAINT ck_subscriptions_unit_price CHECK (unit_price >= 0),
    currency text NOT NULL,
    billing_period text NOT NULL CONSTRAINT ck_subscriptions_billing_period
      CHECK (billing_period IN ('MONTHLY', 'QUARTERLY', 'SEMI_ANNUAL', 'ANNUAL', 'TRIENNIAL', 'ONCE')),
    start_date date NOT NULL,
    end_date date,
    cancellation_date date,
    source_subscription_id text,
    source_key uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_subscriptions PRIMARY KEY (account_id, id),
    CONSTRAINT uq_subscriptions_source UNIQUE (account_id, source_key),
    CONSTRAINT ck_subscriptions_source CHECK ((source_subscription_id IS NULL) = (source_key IS NULL))
  )`,
  'CREATE INDEX ix_subscriptions_start ON subscriptions (account_id, start_date, id)',
  `CREATE TABLE account_history (
    account_id uuid NOT NULL CONSTRAINT fk_account_history_account REFERENCES accounts (id),
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind text NOT NULL,
    text text NOT NULL,
    actor text NOT NULL,
    CONSTRAINT pk_account_history PRIMARY KEY (account_id, id)
  )`,
  'CREATE INDEX ix_account_history_at ON account_history (account_id, at, id)',
  `CREATE TABLE sales_documents (
    account_id uuid NOT NULL CONSTRAINT fk_sales_documents_account REFERENCES accounts (id),
    id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT ck_sales_documents_kind CHECK (kind IN ('OPPORTUNITY', 'OFFER', 'ORDER')),
    title text NOT NULL,
    currency text NOT NULL,
    total numeric NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_sales_documents PRIMARY KEY (account_id, id)
  )`,
  'CREATE INDEX ix_sales_documents_created ON sales_documents (account_id, created_at, id)',
  `CREATE TABLE sales_lines (
    account_id uuid NOT NULL,
    document_id uuid NOT NULL,
    position integer NOT NULL,
    service_id uuid NOT NULL CONSTRAINT fk_sales_lines_service REFERENCES services (id),
    billing_period text NOT NULL,
    quantity integer NOT NULL CONSTRAINT ck_sales_lines_quantity CHECK (quantity > 0),
    unit_price numeric NOT NULL,
    CONSTRAINT pk_sales_lines PRIMARY KEY (account_id, document_id, position),
    CONSTRAINT fk_sales_lines_document FOREIGN KEY (account_id, document_id) REFERENCES sales_documents (account_id, id)
  )`,
  `CREATE TABLE synchronization_outbox (
    account_id uuid NOT NULL CONSTRAINT fk_synchronization_outbox_account REFERENCES accounts (id),
    id uuid NOT NULL,
    system_code text NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    delivered_at timestamptz,
    CONSTRAINT pk_synchronization_outbox PRIMARY KEY (account_id, id)
  )`,
];

const FUNCTIONS = [
  // FOR NO KEY UPDATE: a row that refers to an account, such as an invoice on the one that pays, need not wait for it.
  // Locks in the order of ids, so that two callers with the same accounts cannot wait for each other; one account a
  // statement, since a distributed FOR UPDATE takes one key.
  `CREATE FUNCTION lock_accounts(ids uuid[]) RETURNS SETOF accounts LANGUAGE plpgsql AS $$
    DECLARE
      wanted uuid;
    BEGIN
      FOR wanted IN SELECT DISTINCT unnest(ids) AS id ORDER BY id LOOP
        RETURN QUERY SELECT * FROM accounts WHERE accounts.id = wanted FOR NO KEY UPDATE;
      END LOOP;
    END
  $$`,
];

/** The sync may not touch what the distributor owns, nobody may delete an account or change a line of history. */
const GRANTS = [
  'GRANT SELECT ON schema_migrations TO reseller_accounts_portal, reseller_accounts_sync',
  'GRANT USAGE ON SCHEMA public TO reseller_accounts_portal, reseller_accounts_sync',
  `GRANT SELECT ON tenant_resellers, services, service_prices, api_options, accounts, source_identities,
    subscriptions, account_history TO reseller_accounts_portal, reseller_accounts_sync`,
  `GRANT SELECT ON permission_rules, permission_grants, idempotency_keys, sales_documents, sales_lines,
    synchronization_outbox TO reseller_accounts_portal`,
  `GRANT INSERT ON tenant_resellers, services, service_prices, permission_rules, permission_grants, api_options,
    idempotency_keys, accounts, source_identities, subscriptions, account_history, sales_documents, sales_lines,
    synchronization_outbox TO reseller_accounts_portal`,
  `GRANT UPDATE (name, currency, separate_invoices, back_ordering_active, updated_at) ON tenant_resellers
    TO reseller_accounts_portal`,
  'GRANT UPDATE (name) ON permission_rules TO reseller_accounts_portal',
  'GRANT UPDATE (name, search) ON services TO reseller_accounts_portal',
  'GRANT UPDATE (responsible_user_id, permission_rule_id) ON api_options TO reseller_accounts_portal',
  'GRANT DELETE ON service_prices, permission_grants, idempotency_keys TO reseller_accounts_portal',
  'GRANT UPDATE (input_hash, result, created_at) ON idempotency_keys TO reseller_accounts_portal',
  `GRANT UPDATE (name, accounting_no, email, billing_address, synchronization_options, status, currency,
    enable_ordering, separate_invoices, parent_id, bill_to_id, responsible_user_id, permission_rule_id,
    deletion_date, updated_at, revision, sort_name, search) ON accounts TO reseller_accounts_portal`,
  'GRANT UPDATE (end_date, cancellation_date) ON subscriptions TO reseller_accounts_portal, reseller_accounts_sync',
  'GRANT INSERT ON accounts, source_identities, subscriptions, account_history TO reseller_accounts_sync',
  `GRANT UPDATE (name, accounting_no, email, billing_address, synchronization_options, status, source_version,
    snapshot_version, sort_name, search, last_synced_at, deletion_date, updated_at, revision) ON accounts TO reseller_accounts_sync`,
];
