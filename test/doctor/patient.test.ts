import { patientOf } from '../../src/doctor/patient';

const EXTERNAL = {
  DATABASE_URL: 'postgresql://portal@db/accounts',
  SYNC_DATABASE_URL: 'postgresql://sync@db/accounts',
};
const ISSUERS = {
  PEOPLE_ISSUER: 'https://people.example',
  PEOPLE_JWKS_URL: 'https://people.example/keys',
  PEOPLE_AUDIENCE: 'accounts',
  SYNC_ISSUER: 'https://sync.example',
  SYNC_JWKS_URL: 'https://sync.example/keys',
  SYNC_AUDIENCE: 'accounts',
};

test('of a sound environment all is read', () => {
  const { config, faults, without } = patientOf({ ...EXTERNAL, ...ISSUERS, PORT: '4100' });
  expect([faults, [...without]]).toEqual([[], []]);
  expect(config).toMatchObject({ port: 4100, database: { kind: 'external' } });
});

test.each<[string, NodeJS.ProcessEnv, number, object]>([
  ['one value', { ...EXTERNAL, PORT: 'http', LOG_LEVEL: 'warn' }, 1, { port: 4001, logLevel: 'warn' }],
  ['two', { ...EXTERNAL, PORT: 'http', HOST: 'not a host', POOL_SIZE: '4' }, 2, { poolSize: 4 }],
  ['a half of the database', { DATABASE_URL: EXTERNAL.DATABASE_URL, PORT: '1' }, 1, { port: 1 }],
  ['a half of the issuers', { ...EXTERNAL, PEOPLE_ISSUER: 'https://a.example' }, 5, { database: { kind: 'external' } }],
  ['too many workers', { ...EXTERNAL, WORKERS: '6' }, 1, { workers: 1, poolSize: 10 }],
  ['too patient locks', { ...EXTERNAL, LOCK_TIMEOUT: '11' }, 1, { lockTimeoutMs: 5_000 }],
  ['production without anything', { NODE_ENV: 'production' }, 2, { issuers: null }],
  [
    "the owner's login in production",
    { ...EXTERNAL, ...ISSUERS, NODE_ENV: 'production', MIGRATION_DATABASE_URL: 'postgresql://owner@db/accounts' },
    1,
    { database: { kind: 'external', portalUrl: EXTERNAL.DATABASE_URL } },
  ],
  [
    'issuers and much else in production',
    {
      ...EXTERNAL,
      ...{ NODE_ENV: 'production', PORT: 'http', PEOPLE_ISSUER: 'https://a.example', METRICS_HOST: '::1' },
      ...{ LOCK_TIMEOUT: '20', STATEMENT_TIMEOUT: '15', WORKERS: '30', OTEL_TRACES_SAMPLER: 'some' },
    },
    10,
    { database: { kind: 'external', portalUrl: EXTERNAL.DATABASE_URL }, statementTimeoutMs: 15_000 },
  ],
  ['an example beside issuers', { ...EXTERNAL, ...ISSUERS, DEMO_DATA: 'northwind' }, 1, { demoData: 'none' }],
])('of one with faults in %s the rest is', (_what, env, count, expected) => {
  const { config, faults } = patientOf(env);
  expect(faults).toHaveLength(count);
  expect(config).toMatchObject(expected);
});

test('what was left out is known, so that nothing else is looked at in its place', () => {
  expect(patientOf({ ...EXTERNAL, DATABASE_URL: 'mysql://portal@db/a' }).without).toContain('DATABASE_URL');
  expect(patientOf({ ...EXTERNAL, ...ISSUERS, SYNC_AUDIENCE: '' }).without).toContain('PEOPLE_ISSUER');
});
