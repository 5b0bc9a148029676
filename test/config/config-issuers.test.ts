import { generateKeyPairSync } from 'node:crypto';
import { loadConfig } from '../../src/config/config';
import { faultsOf } from '../support/config-faults';

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = pair.publicKey.export({ format: 'pem', type: 'spki' }).toString();
const jwk = pair.publicKey.export({ format: 'jwk' });
const rsaJwk = (bits: number) =>
  JSON.stringify(generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'jwk' }));

const ISSUERS = {
  PEOPLE_ISSUER: 'https://people.example/',
  PEOPLE_JWKS_URL: 'https://people.example/keys',
  PEOPLE_AUDIENCE: 'accounts',
  SYNC_ISSUER: 'https://sync.example',
  SYNC_PUBLIC_KEY: pem,
  SYNC_AUDIENCE: 'accounts-sync',
};
const ALL = ['ES256', 'ES384', 'ES512', 'EdDSA', 'RS256', 'PS256'];

describe('two issuers of your own', () => {
  test('put the local one and its example out, and show the schema to callers only', () => {
    expect(loadConfig(ISSUERS)).toMatchObject({
      issuers: {
        people: {
          kind: 'keySet',
          issuer: 'https://people.example/',
          audience: 'accounts',
          jwksUrl: 'https://people.example/keys',
          algorithms: ALL,
          maxTokenAgeSeconds: 86_400,
        },
        resellerSync: {
          kind: 'publicKey',
          issuer: 'https://sync.example',
          audience: 'accounts-sync',
          publicKey: jwk,
          algorithms: ['ES256'],
          maxTokenAgeSeconds: 86_400,
        },
      },
      demoData: 'none',
      introspection: 'authenticated',
    });
    expect(loadConfig({})).toMatchObject({ issuers: null, demoData: 'northwind', introspection: 'public' });
  });

  test('may be limited further, and the schema shown again', () => {
    const env = { ...ISSUERS, PEOPLE_ALGORITHMS: 'RS256, ES256', SYNC_MAX_TOKEN_AGE: '900', INTROSPECTION: 'public' };
    expect(loadConfig(env)).toMatchObject({
      issuers: { people: { algorithms: ['RS256', 'ES256'] }, resellerSync: { maxTokenAgeSeconds: 900 } },
      introspection: 'public',
    });
  });

  test.each(Object.keys(ISSUERS))('are a fault when %s alone is not set', (name) => {
    expect(faultsOf({ ...ISSUERS, [name]: '' })).toEqual([expect.stringContaining(name)]);
  });

  test.each(Object.keys(ISSUERS))('are a fault when %s alone is set', (name) => {
    expect(faultsOf({ [name]: ISSUERS[name as keyof typeof ISSUERS] })).toHaveLength(5);
  });

  test('have a name each, since the name decides who calls', () => {
    expect(faultsOf({ ...ISSUERS, SYNC_ISSUER: ISSUERS.PEOPLE_ISSUER })).toEqual([
      expect.stringContaining('SYNC_ISSUER: got the same as PEOPLE_ISSUER'),
    ]);
  });

  test('have a key or a key set, not both', () => {
    expect(faultsOf({ ...ISSUERS, PEOPLE_PUBLIC_KEY: pem })).toEqual([
      expect.stringContaining('PEOPLE_JWKS_URL, PEOPLE_PUBLIC_KEY: both set'),
    ]);
  });

  test('cannot sign for the example', () => {
    expect(faultsOf({ ...ISSUERS, DEMO_DATA: 'northwind' })).toEqual([expect.stringContaining('DEMO_DATA')]);
    expect(faultsOf({ ...ISSUERS, DEMO_DATA: 'none' })).toEqual([]);
  });
});

describe('the address of a key set', () => {
  test.each(['https://people.example/keys', 'http://localhost:8080/keys', 'http://127.0.0.1/keys', 'http://[::1]:9/'])(
    'may be %s',
    (url) => expect(faultsOf({ ...ISSUERS, PEOPLE_JWKS_URL: url })).toEqual([]),
  );

  test.each([
    'http://people.example/keys',
    'http://127.0.0.1.people.example/keys',
    'http://localhost.people.example/keys',
    'https://anna:s3cret@people.example/keys',
    'file:///etc/keys',
    'keys',
  ])('may not be %s', (url) => {
    expect(faultsOf({ ...ISSUERS, PEOPLE_JWKS_URL: url })).toEqual([expect.stringContaining('PEOPLE_JWKS_URL')]);
  });
});

describe('a public key', () => {
  const faultsOfKey = (key: string) => faultsOf({ ...ISSUERS, SYNC_PUBLIC_KEY: key });

  test.each([
    ['PEM', pem],
    ['PEM in one line', pem.replaceAll('\n', '\\n')],
    ['a JWK', JSON.stringify(jwk)],
    ['a JWK of RSA', rsaJwk(2048)],
  ])('may be %s', (_, key) => expect(faultsOfKey(key)).toEqual([]));

  test.each([
    ['a private key in PEM', pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()],
    ['a private key as JWK', JSON.stringify(pair.privateKey.export({ format: 'jwk' }))],
    ['a shared secret', JSON.stringify({ kty: 'oct', k: 'c2VjcmV0' })],
    ['a key of RSA that is too short', rsaJwk(1024)],
    ['a key of another curve', pemOf('secp256k1')],
    ['a broken PEM', pem.slice(0, 60)],
    ['a broken JWK', '{"kty":"EC"}'],
    ['a text', 'no-key-at-all'],
  ])('may not be %s, and is not repeated', (_, key) => {
    const faults = faultsOfKey(key);
    expect(faults).toEqual([expect.stringContaining('SYNC_PUBLIC_KEY')]);
    expect(faults.join()).not.toContain(key);
  });

  test('is one for the algorithms that are wanted', () => {
    expect(faultsOf({ ...ISSUERS, SYNC_ALGORITHMS: 'RS256' })).toEqual([expect.stringContaining('SYNC_PUBLIC_KEY')]);
    expect(faultsOf({ ...ISSUERS, SYNC_ALGORITHMS: 'RS256,ES256' })).toEqual([]);
  });
});

test.each(['HS256', 'none', 'ES256,HS256', 'ES256,', 'es256', ','])('the algorithms %p are refused', (algorithms) => {
  expect(faultsOf({ ...ISSUERS, PEOPLE_ALGORITHMS: algorithms })).toEqual([
    expect.stringContaining('PEOPLE_ALGORITHMS'),
  ]);
});

test.each(['0', '-1', '1h', '1.5'])('the age %p is refused', (age) => {
  expect(faultsOf({ ...ISSUERS, SYNC_MAX_TOKEN_AGE: age })).toEqual([expect.stringContaining('SYNC_MAX_TOKEN_AGE')]);
});

function pemOf(namedCurve: string): string {
  return generateKeyPairSync('ec', { namedCurve }).publicKey.export({ format: 'pem', type: 'spki' }).toString();
}
