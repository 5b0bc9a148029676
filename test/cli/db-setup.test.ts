import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { Client } from 'pg';
import { pino } from 'pino';
import { startApplication } from '../../src/application/start-application';
import { runDbSetupProgram } from '../../src/cli/db-setup-program';
import { loadConfig } from '../../src/config/config';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/development/embedded-postgres/start-embedded-postgres';
import { createDataSource } from '../../src/persistence/engine/data-source';
import { runProgram } from './run-program';

let postgres: EmbeddedPostgres;
let folder: string;
/** Of an ordinary owner, who is no superuser. */
let ownerUrl: string;

// A cluster of its own: roles belong to the whole of one.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'db-setup-'));
  // The database's user must reach it, and it is not always ours.
  chmodSync(folder, 0o755);
  postgres = await startEmbeddedPostgres({
    dataDir: folder,
    dataDirIsExplicit: true,
    ...(process.env.POSTGRES_BIN ? { binaries: process.env.POSTGRES_BIN } : {}),
    settings: { fsync: 'off', log_statement: 'all' },
  });
  await sql("CREATE ROLE owner LOGIN CREATEROLE CREATEDB PASSWORD 'owner-password'");
  await sql("CREATE ROLE stranger LOGIN PASSWORD 'stranger-password'");
  ownerUrl = urlFor('owner', 'owner-password', 'accounts');
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function urlFor(user: string, password: string, database: string): string {
  return postgres.url(database, { user, password });
}

async function sql(statement: string, url = postgres.url('postgres')): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function run(env: NodeJS.ProcessEnv, ...argv: string[]) {
  const ended = await runProgram(runDbSetupProgram, argv, env);
  return { ...ended, lines: parseEnv(ended.stdout) };
}

const mayLogIn = (url = '') =>
  sql('SELECT current_user AS login', url).then(
    ([row]) => row?.login,
    (error) => error.code,
  );

describe("reseller-accounts db:setup on the owner's URL", () => {
  let lines: NodeJS.Dict<string>;

  test('makes the database, migrates it and prints the two lines for .env, and nothing else on stdout', async () => {
    const first = await run({ MIGRATION_DATABASE_URL: ownerUrl });
    expect(first.stderr).toContain('Made the database accounts');
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/^DATABASE_URL=\S+\nSYNC_DATABASE_URL=\S+\n$/);
    lines = first.lines;
    expect(await mayLogIn(lines.DATABASE_URL)).toBe('reseller_accounts_portal');
    expect(await mayLogIn(lines.SYNC_DATABASE_URL)).toBe('reseller_accounts_sync');
    expect(await sql('SELECT name FROM schema_migrations', ownerUrl)).not.toEqual([]);
  });

  test('after which the server starts with these lines alone', async () => {
    const config = loadConfig({ PORT: '0', DATA_DIR: join(folder, 'server'), ...lines });
    const application = await startApplication(config, pino({ level: 'silent' }));
    const { origin } = new URL(application.url);
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    await application.stop();
  });

  test('each login has two fifths of the connections, so that one leaves room for the other', async () => {
    const rows = await sql(
      `SELECT rolconnlimit AS limit, current_setting('max_connections')::int
         - current_setting('superuser_reserved_connections')::int AS all
       FROM pg_roles WHERE rolname LIKE 'reseller\\_accounts\\_%'`,
      ownerUrl,
    );
    expect(rows).toHaveLength(2);
    for (const { limit, all } of rows) expect(limit).toBe(Math.floor(Number(all) * 0.4));
  });

  test('a second time it keeps the passwords, and says so', async () => {
    const second = await run({ MIGRATION_DATABASE_URL: ownerUrl });
    expect([second.code, second.stdout]).toEqual([0, '']);
    expect(second.stderr).toContain('All migrations were there');
    expect(second.stderr).toContain('--new-passwords');
    expect(await mayLogIn(lines.DATABASE_URL)).toBe('reseller_accounts_portal');
    expect(await mayLogIn(lines.SYNC_DATABASE_URL)).toBe('reseller_accounts_sync');
  });

  test('it folds anew what a version before folded, once, and says how much', async () => {
    expect((await run({ MIGRATION_DATABASE_URL: ownerUrl })).stderr).not.toContain('Folded');
    await sql(`INSERT INTO services (id, sku, name, search) VALUES (gen_random_uuid(), 'A', 'Ä', 'a')`, ownerUrl);
    expect((await run({ MIGRATION_DATABASE_URL: ownerUrl })).stderr).toContain(
      'Folded the names of 1 accounts and services',
    );
    expect((await run({ MIGRATION_DATABASE_URL: ownerUrl })).stderr).not.toContain('Folded');
    await sql(`DELETE FROM services WHERE sku = 'A'`, ownerUrl);
  });

  test('by a superuser it migrates as the owner of what is there, with which the guards hold', async () => {
    const source = await createDataSource({ url: ownerUrl, poolSize: 2 }).initialize();
    const last = source.migrations.findIndex((one) => one.constructor.name === 'PartitionAudits1797600000000');
    for (const _ of source.migrations.slice(last)) await source.undoLastMigration({ transaction: 'each' });
    await source.destroy();
    const { code, stderr } = await run({ MIGRATION_DATABASE_URL: postgres.url('accounts') });
    expect([code, stderr]).toEqual([0, expect.stringContaining('Ran ')]);
    expect(
      await sql(
        `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relowner <> 'owner'::regrole`,
        ownerUrl,
      ),
    ).toEqual([]);
  });

  test('it makes new ones when told to; the old ones are then wrong', async () => {
    const old = lines;
    const renewed = await run({}, '--url', ownerUrl, '--new-passwords');
    lines = renewed.lines;
    expect(await mayLogIn(lines.DATABASE_URL)).toBe('reseller_accounts_portal');
    expect(await mayLogIn(lines.SYNC_DATABASE_URL)).toBe('reseller_accounts_sync');
    expect(await mayLogIn(old.DATABASE_URL)).toBe('28P01');
    expect(await mayLogIn(old.SYNC_DATABASE_URL)).toBe('28P01');
  });

  test('it takes chosen ones, whatever is in them, and keeps the other', async () => {
    const chosen = await run({ MIGRATION_DATABASE_URL: ownerUrl, PORTAL_PASSWORD: `ch0sen'%41#@:/?"\\` });
    expect(chosen.stdout).toMatch(/^DATABASE_URL=\S+\n$/);
    expect(await mayLogIn(chosen.lines.DATABASE_URL)).toBe('reseller_accounts_portal');
    expect(await mayLogIn(lines.DATABASE_URL)).toBe('28P01');
    expect(await mayLogIn(lines.SYNC_DATABASE_URL)).toBe('reseller_accounts_sync');
  });

  test('no password ever stands in a statement, which a server may log', async () => {
    const { stdout } = await run({ MIGRATION_DATABASE_URL: ownerUrl }, '--new-passwords');
    const log = readFileSync(join(folder, 'postgres.log'), 'utf8');
    expect(log).toContain('ALTER ROLE reseller_accounts_portal LOGIN PASSWORD');
    for (const line of stdout.trim().split('\n')) {
      const { password } = new URL(line.slice(line.indexOf('=') + 1));
      expect(password).toHaveLength(48);
      expect(log).not.toContain(password);
    }
  });
});

describe('with --env-file', () => {
  test('the lines go into the file, for its owner alone, and none is printed', async () => {
    const path = join(folder, 'with.env');
    writeFileSync(path, '# mine\nPORT=4100\nDATABASE_URL=old\n', { mode: 0o644 });
    const done = await run({ MIGRATION_DATABASE_URL: ownerUrl }, '--new-passwords', '--env-file', path);
    expect([done.code, done.stdout]).toEqual([0, '']);
    expect(done.stderr).toContain('was open to others (0644)');
    expect(done.stderr).not.toContain('postgres');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^# mine\nPORT=4100\nDATABASE_URL=postgres\S+\nSYNC_DATABASE_URL=\S+\n$/);
    const lines = parseEnv(text);
    expect(await mayLogIn(lines.DATABASE_URL)).toBe('reseller_accounts_portal');
    expect(await mayLogIn(lines.SYNC_DATABASE_URL)).toBe('reseller_accounts_sync');

    const again = await run({ MIGRATION_DATABASE_URL: ownerUrl }, '--env-file', path);
    expect([again.code, again.stdout, readFileSync(path, 'utf8')]).toEqual([0, '', text]);
    expect(again.stderr).toContain('--new-passwords');
    expect(again.stderr).not.toContain('has no');
  });

  test('of passwords that are kept and not there it says so', async () => {
    const path = join(folder, 'none.env');
    const done = await run({ MIGRATION_DATABASE_URL: ownerUrl }, '--env-file', path);
    expect(done).toMatchObject({ code: 0, stdout: '' });
    expect(done.stderr).toContain(`${path} has no DATABASE_URL and no SYNC_DATABASE_URL.`);
    expect(existsSync(path)).toBe(false);
  });

  test('a file that cannot be written is found out before any password is lost', async () => {
    const { lines } = await run({ MIGRATION_DATABASE_URL: ownerUrl }, '--new-passwords');
    for (const path of [folder, join(folder, 'nowhere', '.env')]) {
      const refused = await run({ MIGRATION_DATABASE_URL: ownerUrl }, '--new-passwords', '--env-file', path);
      expect(refused).toMatchObject({ code: 1, stdout: '' });
    }
    expect(await mayLogIn(lines.DATABASE_URL)).toBe('reseller_accounts_portal');
  });
});

test('STATEMENT_TIMEOUT and LOCK_TIMEOUT are what the roles have from then on, their passwords kept', async () => {
  const patience = () =>
    sql(
      `SELECT rolname, rolconfig FROM pg_roles WHERE rolname LIKE 'reseller\\_accounts\\_%' ORDER BY rolname`,
      ownerUrl,
    ).then((rows) => rows.map(({ rolconfig }) => (rolconfig as string[]).filter((one) => /statement|lock/.test(one))));
  const env = { MIGRATION_DATABASE_URL: ownerUrl };
  expect((await run({ ...env, STATEMENT_TIMEOUT: '20', LOCK_TIMEOUT: '7' })).stdout).toBe('');
  expect(await patience()).toEqual(Array(2).fill(['statement_timeout=20s', 'lock_timeout=7s']));
  await run(env);
  expect(await patience()).toEqual(Array(2).fill(['statement_timeout=10s', 'lock_timeout=5s']));
});

describe('reseller-accounts db:setup says in a line what is wrong, and exits with 1:', () => {
  test.each([
    ['no URL', () => ({}), 'MIGRATION_DATABASE_URL: not set'],
    ['a URL without a database', () => ({ MIGRATION_DATABASE_URL: urlFor('owner', 'x', '') }), 'names no database'],
    ['a wrong password', () => ({ MIGRATION_DATABASE_URL: urlFor('owner', 'wrong', 'accounts') }), 'password'],
    [
      'an owner who may not make the database',
      () => ({ MIGRATION_DATABASE_URL: urlFor('stranger', 'stranger-password', 'elsewhere') }),
      'CREATEDB',
    ],
    [
      'a login that does not own the database',
      () => ({ MIGRATION_DATABASE_URL: urlFor('stranger', 'stranger-password', 'accounts') }),
      'must own the database',
    ],
    ['nobody there', () => ({ MIGRATION_DATABASE_URL: 'postgresql://owner:s3cret@127.0.0.1:1/accounts' }), 'listens'],
  ])('%s', async (_, env, words) => {
    const { code, stdout, stderr } = await run(env());
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/ {4}at |s3cret|stranger-password/);
  });

  test('a call that makes no sense, with 2', async () => {
    const { code, stdout, stderr } = await run({}, '--new-password');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Example: reseller-accounts db:setup');
    expect((await run({}, '--help')).code).toBe(0);
  });
});
