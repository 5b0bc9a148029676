import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { examine } from '../../src/doctor/examination';
import { ok } from '../../src/doctor/finding';
import { anIssuerKey, type IssuerKey, type KeyServer, startKeyServer } from '../identity/key-server';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { operatorsEnvironment } from './operators-environment';

let database: TestDatabase;
let folder: string;
let keys: KeyServer;
let key: IssuerKey;

beforeAll(async () => {
  database = await createTestDatabase();
  key = await anIssuerKey('one');
  keys = await startKeyServer(key.publicJwk);
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  keys.publish(key.publicJwk);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(async () => {
  await keys.stop();
  await database.drop();
});

function environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { ...operatorsEnvironment(database, keys.url), DATA_DIR: folder, ...more };
}

/** What stands against it, of one check. */
async function against(check: string, env = environment()) {
  const found = await examine(env);
  return found.filter((finding) => finding.check === check && finding.verdict !== 'ok');
}

const otherLogin = (url: string, parts: { password?: string; pathname?: string }) =>
  Object.assign(new URL(url), parts).href;

test('where all is well there is no fault, and every check has looked', async () => {
  const found = await examine(environment());
  expect(found.filter(({ verdict }) => verdict === 'fault' || verdict === 'skipped')).toEqual([]);
  expect(new Set(found.map(({ check }) => check)).size).toBe(19);
});

test('whatever is wrong, it is said what to do, and no secret is', async () => {
  const secret = randomBytes(12).toString('hex');
  const found = await examine(
    environment({
      PORT: 'http',
      SYNC_GATEWAY_SECRET: secret.slice(0, 8),
      DATABASE_URL: otherLogin(database.portalUrl, { password: secret }),
    }),
  );
  const wrong = found.filter(({ verdict }) => verdict === 'fault' || verdict === 'warning');
  expect(wrong.length).toBeGreaterThan(2);
  expect(wrong.filter(({ advice }) => !advice)).toEqual([]);
  expect(JSON.stringify(found)).not.toContain(secret.slice(0, 8));
});

describe('settings', () => {
  test('all faults at once', async () => {
    const found = await against('settings', environment({ PORT: 'http', LOG_LEVEL: 'loud' }));
    expect(found.map(({ verdict, found: what }) => [verdict, what.split(':')[0]])).toEqual([
      ['fault', 'PORT'],
      ['fault', 'LOG_LEVEL'],
    ]);
  });

  test('a production without secrets, and one that does not call itself so, are warned of', async () => {
    const open = { GATEWAY_SECRET: '', SYNC_GATEWAY_SECRET: '' };
    expect(await against('settings', environment(open))).toMatchObject([
      { verdict: 'warning', found: expect.stringContaining('GATEWAY_SECRET and SYNC_GATEWAY_SECRET are not set') },
    ]);
    expect(await against('settings', environment({ NODE_ENV: '' }))).toMatchObject([
      { verdict: 'warning', found: expect.stringContaining('NODE_ENV is not production') },
    ]);
    expect(await against('settings')).toEqual([]);
  });
});

describe('the logins', () => {
  test.each<[string, () => NodeJS.ProcessEnv, string, string]>([
    [
      'a wrong password',
      () => ({ DATABASE_URL: otherLogin(database.portalUrl, { password: 'wrong' }) }),
      "portal's login",
      '--new-passwords',
    ],
    [
      'a database that is not there',
      () => ({ SYNC_DATABASE_URL: otherLogin(database.syncUrl, { pathname: '/nowhere' }) }),
      "sync's login",
      'db:setup makes the database',
    ],
    [
      'nobody there',
      () => ({ DATABASE_URL: 'postgresql://portal:s3cret@127.0.0.1:1/accounts' }),
      "portal's login",
      'Nothing listens',
    ],
    [
      'each in the place of the other',
      () => ({ DATABASE_URL: database.syncUrl, SYNC_DATABASE_URL: database.portalUrl }),
      "portal's login",
      'Correct the URL',
    ],
    ['the owner', () => ({ SYNC_DATABASE_URL: database.ownerUrl }), "sync's login", 'Correct the URL'],
  ])('%s', async (_what, env, check, advice) => {
    expect(await against(check, environment(env()))).toMatchObject([
      { verdict: 'fault', advice: expect.stringContaining(advice) },
    ]);
  });

  test('a login that is not let in is told once, and what rests on it is not looked at', async () => {
    const found = await examine(environment({ DATABASE_URL: otherLogin(database.portalUrl, { password: 'wrong' }) }));
    expect(found.filter(({ verdict }) => verdict === 'fault').map(({ check }) => check)).toEqual(["portal's login"]);
    expect(found.filter(({ verdict }) => verdict === 'skipped')).toEqual(
      ['PostgreSQL', 'migrations', 'guards', 'connections', 'patience', 'size', 'audit', 'clock'].map((check) => ({
        check,
        verdict: 'skipped',
        found: "portal's login is at fault",
      })),
    );
  });

  test('of a half that is missing nothing else is looked at', async () => {
    const found = await examine(environment({ SYNC_DATABASE_URL: '' }));
    expect(found.filter(({ verdict }) => verdict === 'fault').map(({ check }) => check)).toEqual(['settings']);
    expect(found.filter(({ verdict }) => verdict === 'skipped').map(({ check }) => check)).toContain('guards');
  });

  test('a server that takes connections and says nothing is given up in bounded time', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const startedAt = performance.now();
    const DATABASE_URL = `postgresql://portal@127.0.0.1:${port}/accounts`;
    expect(await against("portal's login", environment({ DATABASE_URL }))).toMatchObject([{ verdict: 'fault' }]);
    expect(performance.now() - startedAt).toBeLessThan(16_000);
    silent.close();
  });
});

describe('the database', () => {
  let other: TestDatabase;
  beforeEach(async () => {
    other = await createTestDatabase();
  });
  afterEach(() => other.drop());
  const ofOther = () => environment({ DATABASE_URL: other.portalUrl, SYNC_DATABASE_URL: other.syncUrl });

  test('migrations that are missing', async () => {
    expect(await against('migrations', ofOther())).toEqual([]);
    await other.sql('DELETE FROM schema_migrations WHERE name = (SELECT max(name) FROM schema_migrations)');
    expect(await against('migrations', ofOther())).toMatchObject([
      {
        verdict: 'fault',
        found: expect.stringMatching(/^1 of this version/),
        advice: expect.stringContaining('db:setup'),
      },
    ]);
  });

  test('migrations of a newer version', async () => {
    await other.sql(`INSERT INTO schema_migrations (timestamp, name) VALUES (9999999999999, 'Newer9999999999999')`);
    expect(await against('migrations', ofOther())).toMatchObject([
      { verdict: 'warning', found: expect.stringContaining('newer version') },
    ]);
  });

  test('a trigger that is off, a grant too many', async () => {
    expect(await against('guards', ofOther())).toEqual([]);
    await other.sql('ALTER TABLE accounts DISABLE TRIGGER managed_account_keeps');
    await other.sql('GRANT DELETE ON account_audit TO reseller_accounts_sync');
    const found = await against('guards', ofOther());
    expect(found.length).toBeGreaterThan(1);
    expect(found.map(({ verdict }) => verdict)).toEqual(found.map(() => 'fault'));
    expect(JSON.stringify(found)).toMatch(/managed_account_keeps.*account_audit|account_audit.*managed_account_keeps/);
  });

  test('one without our tables, and one that is not UTF8', async () => {
    for (const [name, check, words] of [
      [`ENCODING 'UTF8'`, 'migrations', 'run db:setup'],
      [`ENCODING 'LATIN1'`, "portal's login", 'UTF8'],
    ] as const) {
      const made = `doctor_${randomBytes(4).toString('hex')}`;
      await other.sql(`CREATE DATABASE ${made} TEMPLATE template0 ${name} LOCALE 'C'`);
      const at = (url: string) => otherLogin(url, { pathname: `/${made}` });
      const env = environment({ DATABASE_URL: at(other.portalUrl), SYNC_DATABASE_URL: at(other.syncUrl) });
      try {
        const [found] = await against(check, env);
        expect(found).toMatchObject({ verdict: 'fault' });
        expect(`${found?.found} ${found?.advice}`).toContain(words);
      } finally {
        await other.sql(`DROP DATABASE ${made} WITH (FORCE)`);
      }
    }
  });

  test('entries of the audit that have no month, and months that have no partition', async () => {
    expect(await against('audit', ofOther())).toEqual([]);
    const [part] = await other.sql<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
       WHERE i.inhparent = 'account_audit'::regclass AND pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
       ORDER BY pg_get_expr(c.relpartbound, c.oid) DESC LIMIT 1`,
    );
    await other.sql(`DROP TABLE ${part?.name}`);
    expect(await against('audit', ofOther())).toMatchObject([
      { verdict: 'warning', found: 'account_audit has partitions for 3 of this month and the next three' },
    ]);
  });

  test('a pool that is larger than what it is given', async () => {
    expect(await against('connections', environment({ POOL_SIZE: '1000' }))).not.toEqual([]);
    expect(await against('connections', environment({ POOL_SIZE: '2' }))).toEqual([]);
  });

  test('roles that are less patient than the settings', async () => {
    expect(await against('patience')).toEqual([]);
    const found = await against('patience', environment({ STATEMENT_TIMEOUT: '20' }));
    expect(found.map(({ verdict }) => verdict)).toEqual(['warning', 'warning']);
  });
});

test('a data folder that cannot be is a fault where something must lie there, and none where nothing must', async () => {
  writeFileSync(join(folder, 'file'), '');
  const DATA_DIR = join(folder, 'file', 'data');
  expect(await against('data folder', { DATA_DIR })).toMatchObject([{ verdict: 'fault' }]);
  expect(await against('data folder', { DATA_DIR: folder })).toEqual([]);
  expect(await against('data folder', environment({ DATA_DIR }))).toEqual([]);
});

test('a check that breaks or hangs is a finding of its own, and the others go on', async () => {
  const checks = [
    { name: 'breaks', look: () => Promise.reject(new Error('broken')) },
    {
      name: 'throws',
      look: async () => {
        throw new Error('thrown');
      },
    },
    { name: 'hangs', look: () => sleep(10_000, [], { ref: false }) },
    { name: 'fine', look: async () => [ok('fine')] },
  ];
  expect(await examine({}, checks, 50)).toMatchObject([
    { check: 'breaks', verdict: 'fault', found: 'it could not be looked at: broken' },
    { check: 'throws', verdict: 'fault', found: 'it could not be looked at: thrown' },
    { check: 'hangs', verdict: 'fault', found: 'no answer within 0.05 s' },
    { check: 'fine', verdict: 'ok' },
  ]);
});
