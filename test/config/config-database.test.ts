import { loadConfig, loadDatabaseSetup } from '../../src/config/config';
import { faultsOf } from '../support/config-faults';

const portal = 'postgresql://portal:s3cret@db.internal:5432/accounts';
const sync = 'postgresql://sync:s3cret@db.internal:5432/accounts';
const owner = 'postgres://owner:s3cret@db.internal:5432/accounts';
const LOGINS = { DATABASE_URL: portal, SYNC_DATABASE_URL: sync };

const ISSUERS = {
  PEOPLE_ISSUER: 'https://people.example',
  PEOPLE_JWKS_URL: 'https://people.example/keys',
  PEOPLE_AUDIENCE: 'accounts',
  SYNC_ISSUER: 'https://sync.example',
  SYNC_JWKS_URL: 'https://sync.example/keys',
  SYNC_AUDIENCE: 'accounts',
};
const PRODUCTION = { NODE_ENV: 'production', ...ISSUERS, ...LOGINS };

describe('a PostgreSQL of your own', () => {
  test('has a login each for the portal, the sync and migrations, and no example is loaded there', () => {
    expect(loadConfig({ ...LOGINS, MIGRATION_DATABASE_URL: owner })).toMatchObject({
      database: { kind: 'external', portalUrl: portal, syncUrl: sync, migrationUrl: owner },
      demoData: 'none',
    });
  });

  test('is not migrated by a server that is not given the owner; the example comes when it is asked for', () => {
    const { database, demoData } = loadConfig({ ...LOGINS, DEMO_DATA: 'northwind' });
    expect(database).toEqual({ kind: 'external', portalUrl: portal, syncUrl: sync });
    expect(demoData).toBe('northwind');
  });

  test('needs both logins, since a single one would have the rights of both', () => {
    expect(faultsOf({ DATABASE_URL: portal })).toEqual([
      'SYNC_DATABASE_URL: not set while DATABASE_URL is, expected both or neither (neither: PostgreSQL is embedded)',
    ]);
    expect(faultsOf(LOGINS)).toEqual([]);
  });

  test.each(['SYNC_DATABASE_URL', 'MIGRATION_DATABASE_URL'])('is not meant by %s alone', (name) => {
    expect(faultsOf({ [name]: owner })).toEqual([
      expect.stringContaining(`${name}: got a value while DATABASE_URL is not set`),
    ]);
    expect(faultsOf({ ...LOGINS, [name]: owner })).toEqual([]);
  });

  test.each([
    ['SYNC_DATABASE_URL', { SYNC_DATABASE_URL: 'postgresql://portal:other@elsewhere/accounts' }],
    ['SYNC_DATABASE_URL', { SYNC_DATABASE_URL: 'postgresql://db.internal/accounts?user=portal' }],
    ['MIGRATION_DATABASE_URL', { MIGRATION_DATABASE_URL: sync }],
    ['MIGRATION_DATABASE_URL', { MIGRATION_DATABASE_URL: portal }],
  ])('has another login in %s than in the others: %j', (name, env) => {
    expect(faultsOf({ ...LOGINS, ...env })).toEqual([
      expect.stringMatching(`${name}: got the login of .*DATABASE_URL`),
    ]);
  });
});

describe('in production', () => {
  test('both logins and both issuers do', () => {
    expect(faultsOf(PRODUCTION)).toEqual([]);
    expect(loadConfig(PRODUCTION)).toMatchObject({ introspection: 'authenticated', demoData: 'none' });
  });

  test('the local development issuer is refused', () => {
    expect(faultsOf({ NODE_ENV: 'production', ...LOGINS })).toEqual([
      expect.stringContaining('NODE_ENV=production: the local development issuer must not vouch for anyone'),
    ]);
  });

  test("the server has no owner's login: neither a given one, nor that of the embedded database", () => {
    expect(faultsOf({ ...PRODUCTION, MIGRATION_DATABASE_URL: owner })).toEqual([
      expect.stringContaining('MIGRATION_DATABASE_URL: got a value with NODE_ENV=production'),
    ]);
    expect(faultsOf({ NODE_ENV: 'production', ...ISSUERS })).toEqual([
      expect.stringContaining('NODE_ENV=production: the server would own the embedded database'),
    ]);
  });
});

describe('what reseller-accounts db:setup is told', () => {
  test("is the owner's URL, the command line before the environment, and passwords of one's choice", () => {
    expect(loadDatabaseSetup({ MIGRATION_DATABASE_URL: owner })).toEqual({
      ownerUrl: owner,
      statementTimeoutMs: 10_000,
      lockTimeoutMs: 5_000,
    });
    const env = { MIGRATION_DATABASE_URL: owner, PORTAL_PASSWORD: 'portal-password', SYNC_PASSWORD: 'sync-password' };
    expect(loadDatabaseSetup(env, 'postgres://other@host/accounts')).toMatchObject({
      ownerUrl: 'postgres://other@host/accounts',
      portalPassword: 'portal-password',
      syncPassword: 'sync-password',
    });
  });

  test('is refused with every fault at once, and without a word of the secrets', () => {
    const faults = faultsOf({ PORTAL_PASSWORD: 's3cret', SYNC_PASSWORD: 'two words of it' }, loadDatabaseSetup);
    expect(faults).toHaveLength(3);
    expect(faults.join()).toMatch(/PORTAL_PASSWORD.*SYNC_PASSWORD.*MIGRATION_DATABASE_URL: not set/);
    expect(faults.join()).not.toMatch(/s3cret|two words/);
  });
});
