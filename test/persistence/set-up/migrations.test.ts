import { createDataSource } from '../../../src/persistence/engine/data-source';
import { entitySchemas } from '../../../src/persistence/engine/entity-schema';
import { readGuards } from '../../../src/persistence/integrity/database-catalog';
import { DATABASE_GUARDS } from '../../../src/persistence/integrity/database-guards-manifest';
import { migrate } from '../../../src/persistence/set-up/migrate';
import { TABLES } from '../../../src/persistence/tables/all-tables';
import { createEmptyDatabase, type EmptyDatabase, withClient } from '../../support/connections';

const OURS = `schemaname = 'public' AND tablename <> 'schema_migrations'`;
let empty: EmptyDatabase;

beforeEach(async () => {
  empty = await createEmptyDatabase();
});
afterEach(() => empty.drop());

/** The whole structure of the database in words: columns, constraints, indexes, functions, triggers and grants. */
async function structure(): Promise<string[]> {
  const rows = await empty.sql<{ line: string }>(`
    SELECT line FROM (
      SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default)
        FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT format('%s %s %s', relname, relrowsecurity, relacl) FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      UNION ALL SELECT format('%s.%s %s', attrelid::regclass, attname, attacl) FROM pg_attribute
        WHERE attacl IS NOT NULL AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
      UNION ALL SELECT pg_get_expr(polqual, polrelid) FROM pg_policy
    ) AS lines(line) WHERE line NOT LIKE 'schema_migrations%' AND line NOT LIKE '%ON public.schema_migrations%'
    ORDER BY line COLLATE "C"`);
  return rows.map((row) => row.line);
}

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
