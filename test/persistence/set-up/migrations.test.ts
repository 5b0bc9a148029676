import { createDataSource } from '../../../src/persistence/engine/data-source';
import { entitySchemas } from '../../../src/persistence/engine/entity-schema';
import { readGuards } from '../../../src/persistence/integrity/database-catalog';
import { DATABASE_GUARDS } from '../../../src/persistence/integrity/database-guards-manifest';
import { migrate } from '../../../src/persistence/set-up/migrate';
import { TABLES } from '../../../src/persistence/tables/all-tables';
import { createEmptyDatabase, type EmptyDatabase, withClient } from '../../support/connections';
import { structureOf } from './structure';

/** Partitions stand for the table that they are of. */
const OURS = `schemaname = 'public' AND tablename <> 'schema_migrations'
  AND NOT (SELECT relispartition FROM pg_class WHERE oid = to_regclass(format('%I.%I', schemaname, tablename)))`;
let empty: EmptyDatabase;

beforeEach(async () => {
  empty = await createEmptyDatabase();
});
afterEach(() => empty.drop());

const structure = () => structureOf(empty.sql);

/** Takes back every migration, the newest first. */
async function migrateDown(): Promise<void> {
  const source = await createDataSource({ url: empty.url, poolSize: 2 }).initialize();
  try {
    for (const { transaction } of [...source.migrations].reverse()) {
      // An index that is built beside running code cannot be dropped in a transaction either.
      await source.undoLastMigration({ transaction: transaction === false ? 'none' : 'each' });
    }
  } finally {
    await source.destroy();
  }
}

describe('the migrations', () => {
  test('run on an empty database, each once, and say which ran', async () => {
    const ran = await migrate(empty.url);
    expect(ran.length).toBeGreaterThan(0);
    expect(new Set(ran).size).toBe(ran.length);
    expect(await empty.sql('SELECT name FROM schema_migrations ORDER BY id')).toEqual(ran.map((name) => ({ name })));
    expect(await empty.sql(`SELECT FROM pg_tables WHERE ${OURS} AND tablename = 'accounts'`)).toHaveLength(1);
  });

  test('do nothing when they run again', async () => {
    await migrate(empty.url);
    const before = await structure();
    expect(await migrate(empty.url)).toEqual([]);
    expect(await structure()).toEqual(before);
  });

  test('run once when five servers start at the same instant', async () => {
    const ran = await Promise.all(Array.from({ length: 5 }, () => migrate(empty.url)));
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await empty.sql('SELECT name FROM schema_migrations ORDER BY id')).toEqual(
      ran.flat().map((name) => ({ name })),
    );
  });

  test('give up on a lock that somebody else holds, and say who', async () => {
    await withClient(empty.url, async (other) => {
      await other.query("SET application_name = 'a console'");
      await other.query('SELECT pg_advisory_lock(7216405311)');
      const [{ pid }] = (await other.query('SELECT pg_backend_pid() AS pid')).rows;
      await expect(migrate(empty.url, 200)).rejects.toThrow(
        new RegExp(`process ${pid} of the login \\w+, application "a console".*pg_terminate_backend\\(${pid}\\)`),
      );
      // A backend holds it for a moment longer than its client is there.
      await other.query('SELECT pg_advisory_unlock(7216405311)');
    });
    expect((await migrate(empty.url, 200)).length).toBeGreaterThan(0);
  });

  test('make their tables in `public`, whatever schema the owner has besides', async () => {
    await empty.sql('CREATE SCHEMA AUTHORIZATION CURRENT_USER');
    await migrate(empty.url);
    expect(await empty.sql(`SELECT FROM pg_tables WHERE ${OURS} AND tablename = 'accounts'`)).toHaveLength(1);
  });

  test('go down to nothing and up again to the same', async () => {
    await migrate(empty.url);
    const before = await structure();
    await migrateDown();
    expect(await empty.sql(`SELECT tablename FROM pg_tables WHERE ${OURS}`)).toEqual([]);
    expect(await empty.sql(`SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`)).toEqual([]);
    await migrate(empty.url);
    expect(await structure()).toEqual(before);
  });

  test('since the version before, each leaves the structure that it found when it is taken back', async () => {
    await migrate(empty.url);
    const source = await createDataSource({ url: empty.url, poolSize: 2 }).initialize();
    try {
      const all = [...source.migrations];
      const since = all.findIndex((one) => one.constructor.name === 'FoldAnew1796000000000') + 1;
      expect(since).toBeGreaterThan(1);
      // Where a function's lines are broken is no difference, nor the order of the columns that it lists.
      const inWords = async () =>
        (await structure()).map((line) =>
          line.startsWith('CREATE OR REPLACE FUNCTION')
            ? line
                .split(/[\s,]+/)
                .sort()
                .join(' ')
            : line,
        );
      const left = new Map<number, string[]>();
      for (let count = all.length; count > since; count -= 1) {
        await source.undoLastMigration({ transaction: 'each' });
        left.set(count - 1, await inWords());
      }
      for (let count = since + 1; count <= all.length; count += 1) {
        source.migrations.splice(0, source.migrations.length, ...all.slice(0, count));
        const found = await inWords();
        const taken = all[count - 1]?.constructor.name;
        expect({ taken, left: left.get(count - 1) }).toEqual({ taken, left: found });
        await source.runMigrations({ transaction: 'each' });
      }
    } finally {
      await source.destroy();
    }
  }, 120_000);

  test('leave no difference between the declared tables and the database', async () => {
    await migrate(empty.url);
    const source = await createDataSource({
      url: empty.url,
      poolSize: 1,
      entities: entitySchemas(TABLES),
    }).initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
      const tables = await empty.sql<{ tablename: string }>(`SELECT tablename FROM pg_tables WHERE ${OURS}`);
      expect(source.entityMetadatas.map(({ tableName }) => tableName).sort()).toEqual(
        tables.map(({ tablename }) => tablename).sort(),
      );
    } finally {
      await source.destroy();
    }
  });
});

describe('the keys let the tables be distributed by account', () => {
  beforeEach(() => migrate(empty.url));

  test('no foreign key leads from one account to another, nor from a reference table to an account', async () => {
    const references = await empty.sql<{ from: string; column: string }>(`
      SELECT c.conrelid::regclass::text AS from, a.attname AS column
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid = 'accounts'::regclass`);
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter(({ column }) => column !== 'account_id')).toEqual([]);
    for (const table of ['accounts', 'tenant_resellers', 'source_identities']) {
      expect(references.map(({ from }) => from)).not.toContain(table);
    }
  });

  /** Reference tables, and the one that is distributed by its own key. */
  const NOT_BY_ACCOUNT = ['tenant_resellers', 'source_identities'];

  test('every unique key of what lies below an account begins with the account’s id', async () => {
    const keys = await empty.sql<{ table: string; key: string; first: string }>(`
      SELECT i.indrelid::regclass::text AS table, i.indexrelid::regclass::text AS key, a.attname AS first
      FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
      WHERE i.indisunique AND EXISTS (
        SELECT FROM pg_attribute own
        WHERE own.attrelid = i.indrelid AND own.attname = 'account_id' AND own.attrelid >= 16384)`);
    const below = keys.filter(({ table }) => !NOT_BY_ACCOUNT.includes(table));
    expect(below.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['subscriptions', 'account_history', 'sales_documents', 'sales_lines']),
    );
    expect(below.filter(({ first }) => first !== 'account_id')).toEqual([]);
    expect(keys.filter(({ table }) => table === 'source_identities')).toMatchObject([{ first: 'key' }]);
  });

  test('accounts have no other unique key than their id', async () => {
    expect(
      await empty.sql(`SELECT indexrelid::regclass::text AS key FROM pg_index
        WHERE indrelid = 'accounts'::regclass AND indisunique`),
    ).toEqual([{ key: 'pk_accounts' }]);
  });

  test('no sequence numbers anything but the migrations', async () => {
    const sequences = await empty.sql<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relkind = 'S'`);
    expect(sequences.map(({ name }) => name)).toEqual(['schema_migrations_id_seq']);
  });
});

test('the manifest of guards is what the migrations leave: `npm run db:manifest` writes it', async () => {
  await migrate(empty.url);
  expect(await readGuards({ query: (statement) => empty.sql(statement.text) })).toEqual(DATABASE_GUARDS);
});
