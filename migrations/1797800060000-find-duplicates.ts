import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Gives the accounts that were here before them their keys of duplicates, and finds accounts by these. The indexes hold what
 * a list asks of an account beside: who shares keys, and which managed accounts have a drift, is read in indexes alone.
 *
 * In batches, each a transaction of its own that locks as every writer does, and indexes are built while running code goes
 * on, which cannot be done in a transaction: what an interrupted run left behind is taken up, or dropped first. The index of
 * a reseller's customers gives way to one that finds the same and holds more.
 */
export class FindDuplicates1797800060000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    let filled = 0;
    for (let after: string | null = FIRST_ID; after !== null; ) {
      const batch: Batch = await fillBatch(runner, after);
      filled += batch.count;
      after = batch.lastId;
    }
    for (const [name, on] of INDEXES) await build(runner, name, on);
    await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${FORMER_INDEX[0]}`);
    // An index answers alone for pages of which it is known that everybody sees all rows.
    if (filled > 0) await runner.query('VACUUM (ANALYZE) accounts');
  }

  async down(runner: QueryRunner): Promise<void> {
    const [former, on] = FORMER_INDEX;
    await runner.query(`CREATE INDEX IF NOT EXISTS ${former} ON ${on}`);
    for (const [name] of INDEXES) await runner.query(`DROP INDEX IF EXISTS ${name}`);
  }
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
/** Locked and written in some hundredths of a second, for which a writer waits. */
const BATCH = 500;

interface Batch {
  readonly lastId: string | null;
  readonly count: number;
}

/** The trigger takes the keys of each row that is written. */
async function fillBatch(runner: QueryRunner, after: string): Promise<Batch> {
  await runner.startTransaction();
  try {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    const wanted: { id: string }[] = await runner.query(
      `SELECT id FROM accounts WHERE id > $1 AND email_key IS NULL AND accounting_no_key IS NULL
         AND (email IS NOT NULL OR accounting_no IS NOT NULL) ORDER BY id LIMIT ${BATCH}`,
      [after],
    );
    const ids = wanted.map(({ id }) => id);
    if (ids.length > 0) {
      await runner.query('SELECT count(*) FROM lock_accounts($1::uuid[])', [ids]);
      await runner.query('UPDATE accounts SET email_key = NULL WHERE id = ANY ($1::uuid[])', [ids]);
    }
    await runner.commitTransaction();
    return { lastId: ids.at(-1) ?? null, count: ids.length };
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

type Index = readonly [name: string, on: string];

const SEEN_BY = 'status, responsible_user_id, permission_rule_id';
const INDEXES: readonly Index[] = [
  ['ix_accounts_email_key', `accounts (email_key) INCLUDE (${SEEN_BY}) WHERE email_key IS NOT NULL`],
  [
    'ix_accounts_accounting_no_key',
    `accounts (accounting_no_key) INCLUDE (${SEEN_BY}) WHERE accounting_no_key IS NOT NULL`,
  ],
  [
    'ix_accounts_managed',
    `accounts (tenant_reseller_id, sort_name, id) INCLUDE (${SEEN_BY}, currency, email_key, accounting_no_key)
      WHERE tenant_reseller_id IS NOT NULL`,
  ],
];
const FORMER_INDEX: Index = ['ix_accounts_tenant_reseller', 'accounts (tenant_reseller_id, sort_name, id)'];

async function build(runner: QueryRunner, name: string, on: string): Promise<void> {
  await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON ${on}`);
}
