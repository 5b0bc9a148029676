import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Invoices (S16, S20) and what of each subscription has been invoiced; the columns that a transfer sets (S24). Running
 * code may stay up: it invoices nothing and transfers nothing.
 *
 * An invoice and its lines stay on the node of the account that it is on; the lines of a joined invoice name their
 * customers without a foreign key. Numbers without gaps come from a counter row a year.
 */
export class AddInvoices1795402800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION lock_accounts_for_share(uuid[])');
    await runner.query('DROP TABLE invoice_lines, invoices, invoice_counters');
    await runner.query('ALTER TABLE subscriptions DROP invoiced_periods');
    await runner.query(`REVOKE UPDATE (tenant_reseller_id, source_account_id, origin, managed_since) ON accounts
      FROM reseller_accounts_portal`);
    await runner.query(
      'REVOKE UPDATE (source_subscription_id, source_key) ON subscriptions FROM reseller_accounts_portal',
    );
  }
}

const STATEMENTS = [
  `ALTER TABLE subscriptions ADD invoiced_periods integer NOT NULL DEFAULT 0
    CONSTRAINT ck_subscriptions_invoiced_periods CHECK (invoiced_periods >= 0)`,
  `CREATE TABLE invoice_counters (
    year integer CONSTRAINT pk_invoice_counters PRIMARY KEY,
    last_number integer NOT NULL
  )`,
  `CREATE TABLE invoices (
    account_id uuid NOT NULL CONSTRAINT fk_invoices_account REFERENCES accounts (id),
    id uuid NOT NULL,
    number text NOT NULL,
    bill_to_id uuid NOT NULL,
    issue_date date NOT NULL,
    currency text NOT NULL,
    total numeric NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT pk_invoices PRIMARY KEY (account_id, id)
  )`,
  'CREATE INDEX ix_invoices_id ON invoices (id)',
  'CREATE INDEX ix_invoices_number ON invoices (account_id, issue_date, number)',
  `CREATE TABLE invoice_lines (
    account_id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    position integer NOT NULL,
    description text NOT NULL,
    quantity numeric NOT NULL,
    unit_price numeric NOT NULL,
    amount numeric NOT NULL,
    charged_account_id uuid NOT NULL,
    subscription_id uuid,
    period integer,
    CONSTRAINT pk_invoice_lines PRIMARY KEY (account_id, invoice_id, position),
    CONSTRAINT fk_invoice_lines_invoice FOREIGN KEY (account_id, invoice_id) REFERENCES invoices (account_id, id),
    CONSTRAINT uq_invoice_lines_period UNIQUE (account_id, charged_account_id, subscription_id, period),
    CONSTRAINT ck_invoice_lines_period CHECK ((subscription_id IS NULL) = (period IS NULL))
  )`,
  `CREATE FUNCTION lock_accounts_for_share(ids uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
    DECLARE
      wanted uuid;
    BEGIN
      FOR wanted IN SELECT DISTINCT unnest(ids) AS id ORDER BY id LOOP
        RETURN QUERY SELECT accounts.id FROM accounts WHERE accounts.id = wanted FOR SHARE;
      END LOOP;
    END
  $$`,
  'GRANT SELECT, INSERT ON invoices, invoice_lines TO reseller_accounts_portal',
  'GRANT SELECT, INSERT, UPDATE (last_number) ON invoice_counters TO reseller_accounts_portal',
  'GRANT UPDATE (invoiced_periods, source_subscription_id, source_key) ON subscriptions TO reseller_accounts_portal',
  `GRANT UPDATE (tenant_reseller_id, source_account_id, origin, managed_since) ON accounts
    TO reseller_accounts_portal`,
];
