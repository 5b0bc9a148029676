import { Client } from 'pg';
import { asStartError, StartError } from '../../src/application/start-error';
import { MigrationLockError } from '../../src/persistence/set-up/migrate';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { startProgram } from '../support/program';

/** Each test leaves it as it was. */
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Why it did not start, or that it did; whatever it is, it is stopped again. */
async function startOn(env: Record<string, string> = {}): Promise<unknown> {
  try {
    await (await startProgram(database, env)).stop();
    return 'started';
  } catch (error) {
    return error;
  }
}

const withDatabase = (url: string, name: string) => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

describe("a server without the owner's login", () => {
  test('starts on a database that has the migrations of its version', async () => {
    expect(await startOn()).toBe('started');
  });

  test('does not migrate: it says what to run, and changes nothing', async () => {
    const [undone] = await database.sql(
      'DELETE FROM schema_migrations WHERE id = (SELECT max(id) FROM schema_migrations) RETURNING *',
    );
    const failure = await startOn();
    expect(failure).toBeInstanceOf(StartError);
    expect(String(failure)).toContain('reseller-accounts db:setup');
    expect(await database.sql('SELECT FROM schema_migrations WHERE name = $1', [undone?.name])).toEqual([]);
    await database.sql(
      'INSERT INTO schema_migrations SELECT * FROM json_populate_record(NULL::schema_migrations, $1)',
      [JSON.stringify(undone)],
    );
  });

  test('says the same of a database without any, and of one that is not there', async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const empty = `${new URL(database.ownerUrl).pathname.slice(1)}_empty`;
    await owner.query(`CREATE DATABASE ${empty} TEMPLATE template0`);
    for (const name of [empty, 'nowhere']) {
      const failure = await startOn({
        DATABASE_URL: withDatabase(database.portalUrl, name),
        SYNC_DATABASE_URL: withDatabase(database.syncUrl, name),
      });
      expect(failure).toBeInstanceOf(StartError);
      expect(String(failure)).toContain('reseller-accounts db:setup');
      expect(String(failure)).not.toContain(new URL(database.portalUrl).password);
    }
    await owner.query(`DROP DATABASE ${empty}`);
    await owner.end();
  });

  test('says of a server that is not there that it cannot be reached', async () => {
    const nowhere = (url: string) => Object.assign(new URL(url), { port: '9' }).href;
    const failure = await startOn({
      DATABASE_URL: nowhere(database.portalUrl),
      SYNC_DATABASE_URL: nowhere(database.syncUrl),
    });
    expect(failure).toBeInstanceOf(StartError);
    expect(String(failure)).toMatch(/cannot be reached.*Nothing listens at the address in the URL/);
  });

  test('says the same of a password that is wrong', async () => {
    const url = new URL(database.syncUrl);
    url.password = 'wrong';
    const failure = await startOn({ SYNC_DATABASE_URL: url.href });
    expect(failure).toBeInstanceOf(StartError);
    expect(String(failure)).toContain('reseller_accounts_sync');
  });
});

describe('what keeps a server from its database', () => {
  const coded = (code: string, message: string) => Object.assign(new Error(message), { code });

  test.each([
    ['the lock of the migrations', new MigrationLockError('process 7', 'End it.'), 'process 7, which holds their lock'],
    ['a host of several addresses', new AggregateError([coded('ECONNREFUSED', 'a'), coded('EPERM', 'b')]), 'listens'],
    ['a host that nobody knows', coded('ENOTFOUND', 'no host'), 'host in the URL is not known'],
    ['a table that is not there', coded('42P01', 'no table'), 'reseller-accounts db:setup'],
  ])('is told without a stack: %s', (_what, failure, words) => {
    const told = asStartError(failure);
    expect(told).toBeInstanceOf(StartError);
    expect(String(told)).toContain(words);
  });

  test.each([
    ['a fault of ours', new TypeError('undefined')],
    ['a code that is no failure of a database', coded('toString', 'odd')],
  ])('but %s stays what it is', (_what, failure) => {
    expect(asStartError(failure)).toBe(failure);
  });
});

test("a server with the owner's login migrates first", async () => {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const fresh = `${new URL(database.ownerUrl).pathname.slice(1)}_fresh`;
  await owner.query(`CREATE DATABASE ${fresh} TEMPLATE template0`);
  const env = {
    DATABASE_URL: withDatabase(database.portalUrl, fresh),
    SYNC_DATABASE_URL: withDatabase(database.syncUrl, fresh),
  };
  expect(await startOn(env)).toBeInstanceOf(StartError);
  expect(await startOn({ ...env, MIGRATION_DATABASE_URL: withDatabase(database.ownerUrl, fresh) })).toBe('started');
  expect(await startOn(env)).toBe('started');
  await owner.query(`DROP DATABASE ${fresh} WITH (FORCE)`);
  await owner.end();
});
