import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigError, loadConfig, withEnvFile } from '../../src/config/config';
import { faultsOf } from '../support/config-faults';

describe('the configuration', () => {
  test('needs nothing: an embedded PostgreSQL with the example, on 127.0.0.1:4001', () => {
    expect(loadConfig({})).toEqual({
      port: 4001,
      host: '127.0.0.1',
      dataDir: resolve('.data'),
      database: { kind: 'embedded', dataDir: resolve('.data'), dataDirIsExplicit: false },
      issuers: null,
      requestTimeoutMs: 30_000,
      stopWaitMs: 0,
      drainTimeoutMs: 10_000,
      keepAliveTimeoutMs: 65_000,
      connectTimeoutMs: 2_000,
      statementTimeoutMs: 10_000,
      lockTimeoutMs: 5_000,
      workers: 1,
      poolSize: 10,
      maxConnections: 1_000,
      demoData: 'northwind',
      introspection: 'public',
      logLevel: 'info',
      slowOperationMs: 1_000,
      tracing: null,
      metrics: null,
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
      GATEWAY_SECRET: 'sixteen-letters!',
      SYNC_GATEWAY_SECRET: 'sixteen-more-let',
      REQUEST_TIMEOUT: '5',
      STOP_WAIT: '7',
      DRAIN_TIMEOUT: '8',
      KEEP_ALIVE_TIMEOUT: '90',
      CONNECT_TIMEOUT: '4',
      STATEMENT_TIMEOUT: '20',
      LOCK_TIMEOUT: '6',
      MAX_CONNECTIONS: '200',
      POOL_SIZE: '8',
      WORKERS: '3',
      SLOW_OPERATION_MS: '250',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/',
      METRICS_PORT: '9464',
      METRICS_HOST: '0.0.0.0',
      METRICS_TOKEN: 'sixteen-of-scrap',
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
      issuers: null,
      gatewaySecret: 'sixteen-letters!',
      syncGatewaySecret: 'sixteen-more-let',
      requestTimeoutMs: 5_000,
      stopWaitMs: 7_000,
      drainTimeoutMs: 8_000,
      keepAliveTimeoutMs: 90_000,
      connectTimeoutMs: 4_000,
      statementTimeoutMs: 20_000,
      lockTimeoutMs: 6_000,
      workers: 3,
      poolSize: 8,
      maxConnections: 200,
      demoData: 'none',
      introspection: 'authenticated',
      logLevel: 'warn',
      slowOperationMs: 250,
      tracing: {
        url: 'http://collector:4318/v1/traces',
        headers: {},
        resource: { 'service.name': 'reseller-accounts' },
        sampler: { root: 'always_on', ratio: 1, isParentBased: true },
      },
      metrics: { place: { host: '0.0.0.0', port: 9464 }, token: 'sixteen-of-scrap' },
    });
  });

  test("loads no example past the gateway's secret", () => {
    const GATEWAY_SECRET = 'sixteen-letters!';
    expect(loadConfig({ GATEWAY_SECRET }).demoData).toBe('none');
    expect(loadConfig({ SYNC_GATEWAY_SECRET: GATEWAY_SECRET }).demoData).toBe('none');
    expect(faultsOf({ GATEWAY_SECRET, DEMO_DATA: 'northwind' })).toEqual([expect.stringContaining('DEMO_DATA')]);
  });

  test('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '  ', LOG_LEVEL: '', SYNC_ISSUER: ' ' })).toEqual(loadConfig({}));
  });

  test('reports every fault at once, a line each, and never a password', () => {
    const faults = faultsOf({
      PORT: '65536',
      HOST: 'not a host',
      DATABASE_URL: 'mysql://root:s3cret@db/accounts',
      SYNC_DATABASE_URL: 'postgres://',
      PEOPLE_JWKS_URL: 'https://anna:s3cret@people.example/keys',
      GATEWAY_SECRET: 's3cret',
      REQUEST_TIMEOUT: '3601',
      STOP_WAIT: '301',
      MAX_CONNECTIONS: '10',
      DEMO_DATA: 'southwind',
      INTROSPECTION: 'yes',
      LOG_LEVEL: 'loud',
    });

    expect(faults).toEqual([
      'PORT: got "65536", expected a whole number from 0 to 65535, where 0 takes a free port',
      'HOST: got "not a host", expected a host name or an IP address',
      'DATABASE_URL: got a value that is not shown, expected a URL like postgresql://user:password@host:5432/database',
      'SYNC_DATABASE_URL: got a value that is not shown, expected a URL like postgresql://user:password@host:5432/database',
      'PEOPLE_JWKS_URL: got a value that is not shown, expected a URL that begins with https:// (http:// only to this machine) and holds no password',
      'GATEWAY_SECRET: got a value that is not shown, expected 16 characters or more of ASCII without blanks',
      'REQUEST_TIMEOUT: got "3601", expected a whole number of seconds, 1 to 3600',
      'STOP_WAIT: got "301", expected a whole number of seconds, 0 to 300',
      'MAX_CONNECTIONS: got "10", expected a whole number from 20 to 100000',
      'DEMO_DATA: got "southwind", expected one of northwind, none',
      'INTROSPECTION: got "yes", expected one of public, authenticated, off',
      'LOG_LEVEL: got "loud", expected one of trace, debug, info, warn, error, fatal, silent',
      expect.stringContaining('PEOPLE_ISSUER: not set'),
      expect.stringContaining('PEOPLE_AUDIENCE: not set'),
      expect.stringContaining('SYNC_ISSUER: not set'),
      expect.stringContaining('SYNC_AUDIENCE: not set'),
      expect.stringContaining('SYNC_JWKS_URL, SYNC_PUBLIC_KEY: neither set'),
    ]);
    expect(new ConfigError(faults).message).not.toContain('s3cret');
    expect(new ConfigError(faults).message.split('\n')).toHaveLength(faults.length + 1);
  });

  test.each(['4001.5', '-1', '0x10', '99999', 'http'])('refuses the port %p', (port) =>
    expect(faultsOf({ PORT: port })).toHaveLength(1),
  );

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
