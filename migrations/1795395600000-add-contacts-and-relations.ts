import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Contacts (S18) and relations (S19) of accounts: tables of their own below the account, which running code may stay up
 * for. They are the distributor's alone, so the sync's login is granted nothing.
 *
 * The id of a relation is derived from what it links, so that its primary key alone decides that there is one of each;
 * a key of `target_id` itself would not hold the longest ids, which are longer than an index entry may be.
 */
export class AddContactsAndRelations1795395600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    for (const statement of [...TABLES, ...GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('DROP TABLE account_relations, account_contacts');
  }
}

const TABLES = [
  `CREATE TABLE account_contacts (
    account_id uuid NOT NULL CONSTRAINT fk_account_contacts_account REFERENCES accounts (id),
    id uuid NOT NULL,
    first_name text,
    last_name text NOT NULL,
    email text,
    phone text,
    job_title text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT pk_account_contacts PRIMARY KEY (account_id, id)
  )`,
  'CREATE INDEX ix_account_contacts_created ON account_contacts (account_id, created_at, id)',
  `CREATE TABLE account_relations (
    account_id uuid NOT NULL CONSTRAINT fk_account_relations_account REFERENCES accounts (id),
    id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT ck_account_relations_kind
      CHECK (kind IN ('EMAIL', 'TASK', 'EVENT', 'DOCUMENT', 'CONTACT', 'CASE')),
    target_id text NOT NULL,
    label text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT pk_account_relations PRIMARY KEY (account_id, id)
  )`,
  'CREATE INDEX ix_account_relations_created ON account_relations (account_id, created_at, id)',
  'CREATE INDEX ix_account_relations_kind ON account_relations (account_id, kind, created_at, id)',
];

const GRANTS = [
  'GRANT SELECT, INSERT, DELETE ON account_contacts, account_relations TO reseller_accounts_portal',
  `GRANT UPDATE (first_name, last_name, email, phone, job_title) ON account_contacts TO reseller_accounts_portal`,
  'GRANT UPDATE (label) ON account_relations TO reseller_accounts_portal',
];
