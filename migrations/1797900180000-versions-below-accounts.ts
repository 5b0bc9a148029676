import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What had been applied of a customer when its account left lies below the account, no more with the customer's identity: a
 * change of an account then writes nothing that is on another node of a distributed database. As before, the trigger that
 * hands the versions over is all that reads and writes them (S24, S29). Running code may stay up: it asks for neither.
 */
export class VersionsBelowAccounts1797900180000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(LOCKS);
    for (const statement of TABLE) await runner.query(statement);
    await runner.query(handOver(BELOW));
    await auditIdentities(runner, (source) => source.replace(AUDITED, '').replace('< 7;', '< 5;'));
    for (const statement of TAKEN) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(LOCKS);
    for (const statement of BACK) await runner.query(statement);
    await auditIdentities(runner, (source) =>
      source.replace(' END]::text[]', ` END${AUDITED}]::text[]`).replace('< 5;', '< 7;'),
    );
    await runner.query(handOver(BESIDE));
    await runner.query('DROP TABLE handed_over_versions');
  }
}

/** In the order in which those who are served take them. */
const LOCKS = 'LOCK TABLE public.source_identities, public.accounts IN ACCESS EXCLUSIVE MODE';
const PORTAL = 'reseller_accounts_portal';
const SYNC = 'reseller_accounts_sync';
const AS_OWNER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

const TABLE = [
  `CREATE TABLE handed_over_versions (
    account_id uuid NOT NULL CONSTRAINT fk_handed_over_versions_account REFERENCES accounts (id),
    key uuid NOT NULL,
    source_version bigint,
    snapshot_version bigint,
    CONSTRAINT pk_handed_over_versions PRIMARY KEY (account_id, key)
  )`,
  `INSERT INTO handed_over_versions (account_id, key, source_version, snapshot_version)
    SELECT i.account_id, i.key, i.source_version, i.snapshot_version
    FROM source_identities i JOIN accounts a ON a.id = i.account_id
    WHERE i.source_version IS NOT NULL OR i.snapshot_version IS NOT NULL`,
];

const keyOf = (row: string) => `uuid_v5('customer:' || ${row}.tenant_reseller_id || ':' || ${row}.source_account_id)`;

/** Where the versions are kept, and read again. */
interface Kept {
  readonly keep: string;
  readonly from: string;
}

const BELOW: Kept = {
  keep: `INSERT INTO handed_over_versions AS v (account_id, key, source_version, snapshot_version)
          VALUES (OLD.id, ${keyOf('OLD')}, OLD.source_version, OLD.snapshot_version)
          ON CONFLICT (account_id, key) DO UPDATE
          SET source_version = excluded.source_version, snapshot_version = excluded.snapshot_version;`,
  from: 'handed_over_versions',
};
const BESIDE: Kept = {
  keep: `UPDATE source_identities SET source_version = OLD.source_version, snapshot_version = OLD.snapshot_version
          WHERE key = ${keyOf('OLD')};`,
  from: 'source_identities',
};

const handOver = ({ keep, from }: Kept) => `CREATE OR REPLACE FUNCTION hand_over_versions() RETURNS trigger
  LANGUAGE plpgsql ${AS_OWNER} AS $$
    BEGIN
      IF OLD.tenant_reseller_id IS NOT NULL THEN
        ${keep}
      END IF;
      NEW.source_version := NULL;
      NEW.snapshot_version := NULL;
      NEW.last_synced_at := NULL;
      IF NEW.tenant_reseller_id IS NOT NULL THEN
        -- The values here are not of that version: its snapshot is still to come.
        SELECT i.source_version, LEAST(i.snapshot_version, i.source_version - 1)
          INTO NEW.source_version, NEW.snapshot_version FROM ${from} i
          WHERE i.key = ${keyOf('NEW')}
            AND i.account_id = NEW.id;
      END IF;
      RETURN NEW;
    END
  $$`;

const AUDITED = ['source_version', 'snapshot_version']
  .map((column) => `, CASE WHEN o.${column} IS NOT DISTINCT FROM n.${column} THEN '${column}' END`)
  .join('');

/** The audit of the identities with other columns, all else of it as it is. */
async function auditIdentities(runner: QueryRunner, change: (source: string) => string): Promise<void> {
  const [{ source }] = await runner.query(
    `SELECT prosrc AS source FROM pg_proc WHERE oid = 'audit_source_identities()'::regprocedure`,
  );
  const changed = change(source);
  if (changed === source) throw new Error(`The audit of the identities is not what it was left as: ${source}`);
  await runner.query(
    `CREATE OR REPLACE FUNCTION audit_source_identities() RETURNS trigger LANGUAGE plpgsql ${AS_OWNER} AS $audit$${changed}$audit$`,
  );
}

const claimIsOfNow = (
  versions: string,
) => `CREATE TRIGGER claim_is_of_now BEFORE INSERT ON source_identities FOR EACH ROW
  WHEN (session_user = '${SYNC}' AND ${versions}) EXECUTE FUNCTION refuse_row()`;

const TAKEN = [
  'DROP TRIGGER claim_is_of_now ON source_identities',
  claimIsOfNow('NEW.announced_at IS NOT NULL'),
  'DROP TRIGGER portal_keeps_versions ON source_identities',
  'ALTER TABLE source_identities DROP source_version, DROP snapshot_version',
];

const BACK = [
  'ALTER TABLE source_identities ADD source_version bigint, ADD snapshot_version bigint',
  'ALTER TABLE source_identities DISABLE TRIGGER USER',
  `UPDATE source_identities i SET source_version = v.source_version, snapshot_version = v.snapshot_version
    FROM handed_over_versions v WHERE v.key = i.key AND v.account_id = i.account_id`,
  'ALTER TABLE source_identities ENABLE TRIGGER USER',
  'DROP TRIGGER claim_is_of_now ON source_identities',
  claimIsOfNow('(NEW.announced_at IS NOT NULL OR NEW.source_version IS NOT NULL OR NEW.snapshot_version IS NOT NULL)'),
  `CREATE TRIGGER portal_keeps_versions BEFORE UPDATE OF source_version, snapshot_version ON source_identities FOR EACH ROW
    WHEN (session_user = '${PORTAL}' AND CURRENT_USER = session_user)
    EXECUTE FUNCTION refuse_column('source_version', 'snapshot_version')`,
];
