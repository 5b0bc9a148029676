import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { v5 } from 'uuid';
import {
  canonicalId,
  idempotencyId,
  serviceId,
  sourceIdentityKey,
  sourceSubscriptionKey,
} from '../../src/domain/identifiers';
import { ALPHA_ID, BETA_ID } from './builders';

/** RFC 9562's UUIDv5, made here without the library. */
function uuidV5(name: string): string {
  const namespace = Buffer.from('5b1ecb4e4a3f4d5c9f0e1d6f6f0f9b6a', 'hex');
  const bytes = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

test('ids are what any other maker of UUIDs of version 5 makes of the same names', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ maxLength: 300 }),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      expect(serviceId(text)).toBe(v5(`service:${text}`, '5b1ecb4e-4a3f-4d5c-9f0e-1d6f6f0f9b6a'));
    }),
    { numRuns: 500 },
  );
});

test('a name with half a character has no id; with the whole one it has', () => {
  expect(() => serviceId('a\ud83d')).toThrow('half a character');
  expect(serviceId('a\ud83d\ude00')).toBe(uuidV5('service:a😀'));
});

describe("a copied account's id", () => {
  test('is the UUIDv5 of the reseller and the source account, and never changes', () => {
    expect(sourceIdentityKey(ALPHA_ID, 'c-1')).toBe('21c64107-f49b-5e2d-8411-e4c211495841');
    expect(sourceIdentityKey(ALPHA_ID, 'Ärger-1')).toBe(uuidV5(`customer:${ALPHA_ID}:Ärger-1`));
  });

  test('differs for another reseller, another source account and another case of letters', () => {
    const ids = [
      sourceIdentityKey(ALPHA_ID, 'c-1'),
      sourceIdentityKey(BETA_ID, 'c-1'),
      sourceIdentityKey(ALPHA_ID, 'c-2'),
      sourceIdentityKey(ALPHA_ID, 'C-1'),
      sourceIdentityKey(ALPHA_ID, ' c-1'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("a paid subscription's key is stable, and differs for another account", () => {
  const account = sourceIdentityKey(ALPHA_ID, 'c-1');
  expect(sourceSubscriptionKey(account, 's-1')).toBe('c9372f47-4ac2-516c-9e97-b2f937ff4750');
  expect(sourceSubscriptionKey(account, 's-2')).not.toBe(sourceSubscriptionKey(account, 's-1'));
  expect(sourceSubscriptionKey(sourceIdentityKey(BETA_ID, 'c-1'), 's-1')).not.toBe(
    sourceSubscriptionKey(account, 's-1'),
  );
});

test("a service's id is stable", () => {
  expect(serviceId('MAIL')).toBe('e27d7a68-2d6b-56e4-bddb-c78fdabd7a37');
  expect(serviceId('mail')).not.toBe(serviceId('MAIL'));
});

describe('the key of a creation', () => {
  const caller = { kind: 'DISTRIBUTOR_USER', id: 'anna' };

  test('is the UUIDv5 of the caller, the mutation and the key', () => {
    const parts = '["DISTRIBUTOR_USER","anna","createOffer","k"]';
    expect(idempotencyId(caller, 'createOffer', 'k')).toBe(uuidV5(`idempotency:${parts}`));
  });

  test.each([
    ['another caller', { kind: 'DISTRIBUTOR_USER', id: 'ben' }, 'createOffer', 'k'],
    ['another kind of caller of the same id', { kind: 'ADMINISTRATOR', id: 'anna' }, 'createOffer', 'k'],
    ['another mutation', caller, 'createOrder', 'k'],
    ['another key', caller, 'createOffer', 'K'],
    ['parts that only look the same together', { kind: 'DISTRIBUTOR_USER', id: 'anna","createOffer' }, '', 'k'],
  ])('is another one for %s', (_what, otherCaller, mutation, key) => {
    expect(idempotencyId(otherCaller, mutation, key)).not.toBe(idempotencyId(caller, 'createOffer', 'k'));
  });

  test('takes any text at all, also half of a surrogate pair', () => {
    expect(canonicalId(idempotencyId(caller, 'createOffer', '\ud800\0'))).not.toBeNull();
  });
});

describe('an id that callers send', () => {
  test('is taken in whatever case it comes, as it is stored', () => {
    expect(canonicalId(ALPHA_ID.toUpperCase())).toBe(ALPHA_ID);
  });

  test.each(['', 'c-1', `${ALPHA_ID}\n`, ` ${ALPHA_ID}`, `{${ALPHA_ID}}`, ALPHA_ID.replaceAll('-', ''), null, 7, {}])(
    '%j is the id of nothing',
    (sent) => {
      expect(canonicalId(sent)).toBeNull();
    },
  );
});
