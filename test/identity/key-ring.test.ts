import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';
import { KeyRing, MOST_CANDIDATES } from '../../src/identity/key-ring';
import { cpuMsOf } from '../support/time/cpu-time';

const ES256 = ['ES256'] as const;

function anEcKey(extra: object = {}): JWK {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...(publicKey.export({ format: 'jwk' }) as JWK), ...extra };
}

const of = (algorithm: string, keyId?: string) => ({ algorithm, keyId });
const count = (keys: readonly unknown[], wanted: { algorithm: string; keyId: string | undefined }) =>
  new KeyRing(keys, ['ES256', 'RS256', 'PS256']).candidates(wanted).length;

describe('a key that is listed twice counts once', () => {
  const key = anEcKey({ kid: 'a' });

  test('under its name and without one', () => {
    expect(count([key, key, { ...key }], of('ES256', 'a'))).toBe(1);
    expect(count([key, key, { ...key }], of('ES256'))).toBe(1);
  });

  test('whatever else stands beside it, in whatever order', () => {
    const { kty, crv, x, y } = key;
    const again = { y, x, crv, kty, use: 'sig', alg: 'ES256', kid: 'a', nbf: 1 };
    expect(count([key, again], of('ES256', 'a'))).toBe(1);
  });

  test('and under another name it is the same key for a token that gives none', () => {
    const renamed = [key, { ...key, kid: 'b' }];
    expect(['a', 'b', undefined].map((kid) => count(renamed, of('ES256', kid)))).toEqual([1, 1, 1]);
  });
});

test('other keys of one name are all candidates, and those of another name or algorithm none', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
  const set = [anEcKey({ kid: 'a' }), anEcKey({ kid: 'a' }), anEcKey({ kid: 'b' }), { ...rsa, kid: 'a' }, anEcKey()];
  expect(count(set, of('ES256', 'a'))).toBe(2);
  expect(count(set, of('ES256'))).toBe(4);
  expect(count(set, of('RS256', 'a'))).toBe(1);
  expect(count([{ ...rsa, alg: 'PS256' }], of('RS256'))).toBe(0);
  expect(count([{ ...rsa, alg: 'PS256' }], of('PS256'))).toBe(1);
  expect(count(set, of('ES256', 'c'))).toBe(0);
  expect(count(set, of('HS256', 'a'))).toBe(0);
});

describe('what is no key for signatures is left out, and the others stay', () => {
  const strange: Record<string, unknown> = {
    'is for encryption': anEcKey({ use: 'enc' }),
    'is for something that is no text': anEcKey({ use: ['sig'] }),
    'may do other things only': anEcKey({ key_ops: ['encrypt', 'sign'] }),
    'may do what is no list': anEcKey({ key_ops: 'verify' }),
    'is for another algorithm': anEcKey({ alg: 'ES384' }),
    'is for an algorithm that is no text': anEcKey({ alg: ['ES256'] }),
    'is not on its curve': { ...anEcKey(), x: 'AAAA' },
    'has no kind': { ...anEcKey(), kty: undefined },
    'has a kind that is a number': { ...anEcKey(), kty: 7 },
    'is symmetric': { kty: 'oct', k: 'AAAA' },
    'is of a kind to come': { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AAAA' },
    'has 1 as its exponent, so that anyone signs': {
      ...generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }),
      e: 'AQ',
    },
    'is null': null,
    'is a text': 'key',
    'is a list': [anEcKey()],
  };

  test.each(Object.entries(strange))('one that %s', (_, key) => {
    expect(new KeyRing([key], ['ES256', 'RS256']).isEmpty).toBe(true);
    expect(count([key, anEcKey({ kid: 'a', use: 'sig', key_ops: ['verify'], alg: 'ES256' })], of('ES256', 'a'))).toBe(
      1,
    );
  });

  test('one whose name is no text is one without a name', () => {
    expect(count([anEcKey({ kid: 7 })], of('ES256'))).toBe(1);
    expect(count([anEcKey({ kid: 7 })], of('ES256', '7'))).toBe(0);
  });
});

test('of a thousand keys the one that is named is found, and a token without a name is tried with a few', () => {
  const keys = Array.from({ length: 1_000 }, (_, n) => anEcKey({ kid: `k${n}` }));
  let ring = new KeyRing([], ES256);
  const makeRing = () => {
    ring = new KeyRing(keys, ES256);
  };
  expect(cpuMsOf(makeRing)).toBeLessThan(1_000);

  expect(ring.candidates(of('ES256', 'k999'))).toHaveLength(1);
  expect(ring.candidates(of('ES256'))).toHaveLength(MOST_CANDIDATES);
  const sameName = new KeyRing(
    keys.slice(0, 50).map((key) => ({ ...key, kid: 'same' })),
    ES256,
  );
  expect(sameName.candidates(of('ES256', 'same'))).toHaveLength(MOST_CANDIDATES);
});
