import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigError, loadConfig, withEnvFile } from '../src/config';

const portal = 'postgresql://portal:s3cret@db.internal:5432/accounts';
const sync = 'postgresql://sync:s3cret@db.internal:5432/accounts';
const owner = 'postgres://owner:s3cret@db.internal:5432/accounts';

function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  test('needs nothing: an embedded PostgreSQL with the example, on 127.0.0.1:4001', () => {
    expect(loadConfig({})).toEqual({
      port: 4001,
      host: '127.0.0.1',
      dataDir: resolve('.data'),
      database: { kind: 'embedded', dataDir: resolve('.data'), dataDirIsExplicit: false },
      demoData: 'northwind',
      introspection: 'public',
      logLevel: 'info',
    });
  });

  test('takes every variable', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      DATA_DIR: '/srv/accounts',
      DEMO_DATA: 'none',
      INTROSPECTION: 'authenticated',
      LOG_LEVEL: 'warn',
      POSTGRES_BIN: '/usr/lib/postgresql/16/bin',
    };
    expect(loadConfig(env)).toEqual({
      port: 0,
      host: '::1',
      dataDir: '/srv/accounts',
      database: {
        kind: 'embedded',
        dataDir: '/srv/accounts',
        dataDirIsExplicit: true,
        postgresBin: '/usr/lib/postgresql/16/bin',
      },
      demoData: 'none',
      introspection: 'authenticated',
      logLevel: 'warn',
    });
  });

  test('takes a login each for the portal, the sync and migrations, and loads no example there', () => {
    const env = { DATABASE_URL: portal, SYNC_DATABASE_URL: sync, MIGRATION_DATABASE_URL: owner };
    expect(loadConfig(env)).toMatchObject({
      database: { kind: 'external', portalUrl: portal, syncUrl: sync, migrationUrl: owner },
      demoData: 'none',
    });
  });

  test("uses the portal's login for all when it is the only one, and loads the example when told to", () => {
    expect(loadConfig({ DATABASE_URL: portal, DEMO_DATA: 'northwind' })).toMatchObject({
      database: { kind: 'external', portalUrl: portal, syncUrl: portal, migrationUrl: portal },
      demoData: 'northwind',
    });
  });

  test('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '  ', LOG_LEVEL: '' })).toEqual(loadConfig({}));
  });

  test('reports every fault at once, a line each, and never a password', () => {
    const faults = faultsOf({
      PORT: '65536',
      HOST: 'not a host',
      DATABASE_URL: 'mysql://root:s3cret@db/accounts',
      DEMO_DATA: 'southwind',
      INTROSPECTION: 'yes',
      LOG_LEVEL: 'loud',
      NODE_ENV: 'production',
    });

    expect(faults).toEqual([
      'PORT: got "65536", expected a whole number from 0 to 65535, where 0 takes a free port',
      'HOST: got "not a host", expected a host name or an IP address',
      'DATABASE_URL: got a value that is not shown, expected a URL like postgresql://user:password@host:5432/database',
      'DEMO_DATA: got "southwind", expected one of northwind, none',
      'INTROSPECTION: got "yes", expected one of public, authenticated, off',
      'LOG_LEVEL: got "loud", expected one of trace, debug, info, warn, error, fatal, silent',
      'NODE_ENV=production: the local development issuer must not vouch for anyone in production',
    ]);
    expect(new ConfigError(faults).message).not.toContain('s3cret');
    expect(new ConfigError(faults).message.split('\n')).toHaveLength(8);
  });

  test.each(['4001.5', '-1', '0x10', '99999', 'http'])('refuses the port %p', (port) =>
    expect(faultsOf({ PORT: port })).toHaveLength(1),
  );

  test.each(['SYNC_DATABASE_URL', 'MIGRATION_DATABASE_URL'])('refuses %s without DATABASE_URL', (name) => {
    expect(faultsOf({ [name]: sync })).toEqual([
      expect.stringContaining(`${name}: got a value while DATABASE_URL is not set`),
    ]);
    expect(faultsOf({ [name]: sync, DATABASE_URL: portal })).toEqual([]);
  });

  test('starts with any other NODE_ENV', () => {
    expect(faultsOf({ NODE_ENV: 'development' })).toEqual([]);
    expect(faultsOf({ NODE_ENV: 'test' })).toEqual([]);
  });
});

describe('a .env file', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'env-'));
    writeFileSync(join(folder, '.env'), '# mine\nPORT=4100\nLOG_LEVEL="debug"\n');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('completes the environment, which wins where both speak', () => {
    expect(loadConfig(withEnvFile({ PORT: '4200' }, join(folder, '.env')))).toMatchObject({
      port: 4200,
      logLevel: 'debug',
    });
  });

  test('need not be there', () => {
    expect(loadConfig(withEnvFile({}, join(folder, 'none')))).toMatchObject({ port: 4001 });
  });
});
