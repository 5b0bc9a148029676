import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  decodeJwt,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { openSigningKey, type SigningKey } from '../../src/development/local-issuer/key-file';
import { type LocalIssuer, openLocalIssuer } from '../../src/development/local-issuer/local-issuer';
import { RequestError } from '../../src/domain/errors';
import { createTokenVerifier, type TokenVerifier } from '../../src/identity/token-verifier';

const RESELLER = '0b5c7a52-8f0e-4c39-9d0a-5a1f6a2c9e11';
const now = () => Math.floor(Date.now() / 1000);

let folder: string;
let issuer: LocalIssuer;
let trusted: ReturnType<LocalIssuer['issuers']>;
let verifier: TokenVerifier;
let peopleKey: SigningKey;
let syncKey: SigningKey;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verifier-'));
  issuer = await openLocalIssuer(folder);
  trusted = issuer.issuers();
  verifier = createTokenVerifier(trusted);
  peopleKey = await openSigningKey(folder, 'people');
  syncKey = await openSigningKey(folder, 'reseller-sync');
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A claim that is undefined is left out. */
type Changes = { readonly [claim: string]: unknown };

/** A token that only differs from a good one of a person by what is given. */
function aToken(changes: Changes = {}, key = peopleKey): Promise<string> {
  const claims = {
    iss: trusted.people.issuer,
    aud: trusted.people.audience,
    sub: 'anna',
    exp: now() + 60,
    groups: ['billing'],
    administrator: false,
    ...changes,
  };
  return new SignJWT(claims as JWTPayload).setProtectedHeader({ alg: 'ES256' }).sign(key.privateKey);
}

function aSyncToken(changes: Changes = {}, key = syncKey): Promise<string> {
  const { issuer: iss, audience: aud } = trusted.resellerSync;
  return aToken(
    { iss, aud, sub: 'bss', groups: undefined, administrator: undefined, tenant_reseller_id: RESELLER, ...changes },
    key,
  );
}

async function refusalOf(token: string): Promise<RequestError> {
  const outcome = await verifier.verify(token).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(RequestError);
  return outcome as RequestError;
}

describe('who a token makes of its bearer', () => {
  test('the issuer of people vouches for a user of the distributor, with groups', async () => {
    const token = await issuer.tokenForPerson({ userId: 'anna', groups: ['billing', 'sales'], administrator: false });
    await expect(verifier.verify(token)).resolves.toEqual({
      kind: 'DISTRIBUTOR_USER',
      id: 'anna',
      groups: ['billing', 'sales'],
      tokenId: decodeJwt(token).jti,
    });
  });

  test('the issuer of people vouches for an administrator', async () => {
    const token = await issuer.tokenForPerson({ userId: 'root', groups: [], administrator: true });
    await expect(verifier.verify(token)).resolves.toEqual({
      kind: 'ADMINISTRATOR',
      id: 'root',
      groups: [],
      tokenId: decodeJwt(token).jti,
    });
  });

  test('the issuer of sync services vouches for the sync of one tenant reseller', async () => {
    const token = await issuer.tokenForSync({ tenantResellerId: RESELLER.toUpperCase(), service: 'bss' });
    await expect(verifier.verify(token)).resolves.toEqual({
      kind: 'RESELLER_SYNC',
      id: 'bss',
      tenantResellerId: RESELLER,
      tokenId: decodeJwt(token).jti,
    });
  });

  test('claims never change the kind: a person who names a reseller is a person, a sync that says administrator a sync', async () => {
    const person = await aToken({ tenant_reseller_id: RESELLER });
    const sync = await aSyncToken({ administrator: true, groups: ['billing'] });
    await expect(verifier.verify(person)).resolves.toEqual({
      kind: 'DISTRIBUTOR_USER',
      id: 'anna',
      groups: ['billing'],
    });
    await expect(verifier.verify(sync)).resolves.toEqual({
      kind: 'RESELLER_SYNC',
      id: 'bss',
      tenantResellerId: RESELLER,
    });
  });

  test('a person without groups is one who is in none', async () => {
    const token = await aToken({ groups: undefined, administrator: undefined });
    await expect(verifier.verify(token)).resolves.toEqual({ kind: 'DISTRIBUTOR_USER', id: 'anna', groups: [] });
  });
});

describe('a token is refused', () => {
  const refusals: Record<string, () => Promise<string> | string> = {
    'that has expired': () => aToken({ exp: now() - 60 }),
    'that never expires': () => aToken({ exp: undefined }),
    'that names nobody': () => aToken({ sub: undefined }),
    'whose subject is empty': () => aToken({ sub: '' }),
    'whose subject holds a NUL': () => aToken({ sub: 'an\u0000na' }),
    'whose subject is endless': () => aToken({ sub: 'a'.repeat(256) }),
    'whose own id holds a NUL': () => aToken({ jti: 'an\u0000na' }),
    'whose own id is no text': () => aToken({ jti: 7 }),
    'for another audience': () => aToken({ aud: 'somebody-else' }),
    'for no audience': () => aToken({ aud: undefined }),
    'of an unknown issuer': () => aToken({ iss: 'urn:somebody-else' }),
    'of no issuer': () => aToken({ iss: undefined }),
    'that is not valid yet': () => aToken({ nbf: now() + 60 }),
    "that is signed with people's key for the issuer of sync services": () => aSyncToken({}, peopleKey),
    "that is signed with sync's key for the issuer of people": () => aToken({ administrator: true }, syncKey),
    'whose algorithm is none': () =>
      new UnsecuredJWT({ administrator: true })
        .setIssuer(trusted.people.issuer)
        .setAudience(trusted.people.audience)
        .setSubject('anna')
        .setExpirationTime('1m')
        .encode(),
    'that is signed by HS256 with the public key as the secret': async () => {
      const publicKey = await importJWK(trusted.people.publicKey, 'ES256', { extractable: true });
      if (publicKey instanceof Uint8Array) throw new Error('not a key pair');
      const secret = new TextEncoder().encode(await exportSPKI(publicKey));
      return new SignJWT({ sub: 'anna', administrator: true })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(trusted.people.issuer)
        .setAudience(trusted.people.audience)
        .setExpirationTime('1m')
        .sign(secret);
    },
    'that brings the key for its check along': async () => {
      const own = await generateKeyPair('ES256', { extractable: true });
      const { issuer: iss, audience: aud } = trusted.people;
      return new SignJWT({ iss, aud, sub: 'anna', exp: now() + 60 })
        .setProtectedHeader({ alg: 'ES256', jwk: await exportJWK(own.publicKey) })
        .sign(own.privateKey);
    },
    'whose claims were changed after it was signed': async () => {
      const [header, , signature] = (await aToken()).split('.');
      const [, claims] = (await aToken({ administrator: true })).split('.');
      return `${header}.${claims}.${signature}`;
    },
    'whose signature was cut off': async () => `${(await aToken()).split('.').slice(0, 2).join('.')}.`,
    'that is garbage': () => 'garbage',
    'that is garbage in three parts': () => 'eyJhbGciOiJFUzI1NiJ9.bm90IGpzb24.AAAA',
    'that is empty': () => '',
    'whose groups are a text': () => aToken({ groups: 'billing' }),
    'whose groups are numbers': () => aToken({ groups: [1] }),
    'whose administrator is a text': () => aToken({ administrator: 'true' }),
    'of a sync service that names no reseller': () => aSyncToken({ tenant_reseller_id: undefined }),
    'of a sync service whose reseller is no UUID': () => aSyncToken({ tenant_reseller_id: 'northwind' }),
  };

  test.each(Object.entries(refusals))('%s', async (_, make) => {
    const token = await make();
    const refusal = await refusalOf(token);

    expect(refusal.code).toBe('UNAUTHENTICATED');
    for (const part of token.split('.').filter((piece) => piece.length > 8))
      expect(refusal.message).not.toContain(part);
  });

  test('and the same token, unspoilt, is accepted', async () => {
    await expect(verifier.verify(await aToken())).resolves.toMatchObject({ id: 'anna' });
    await expect(verifier.verify(await aSyncToken())).resolves.toMatchObject({ id: 'bss' });
  });
});

test('a clock that is a few seconds off is forgiven', async () => {
  await expect(verifier.verify(await aToken({ exp: now() - 3 }))).resolves.toMatchObject({ id: 'anna' });
});

test('a token that was accepted is refused once it has expired', async () => {
  jest.useFakeTimers({ now: Date.now() });
  try {
    const token = await aToken({ exp: now() + 30 });
    await expect(verifier.verify(token)).resolves.toMatchObject({ id: 'anna' });
    await expect(verifier.verify(token)).resolves.toMatchObject({ id: 'anna' });
    jest.advanceTimersByTime(36_000);
    expect((await refusalOf(token)).message).toBe('The token was refused: it has expired.');
  } finally {
    jest.useRealTimers();
  }
});

test('two issuers of one name are not trusted at all, since the name decides who calls', () => {
  const both = { people: trusted.people, resellerSync: { ...trusted.resellerSync, issuer: trusted.people.issuer } };
  expect(() => createTokenVerifier(both)).toThrow('an issuer each');
});

test('a symmetric algorithm cannot be configured', () => {
  const people = { ...trusted.people, algorithms: ['HS256' as 'ES256'] };
  expect(() => createTokenVerifier({ ...trusted, people })).toThrow('may sign');
});

describe('where the age of tokens is limited, a token', () => {
  let limited: TokenVerifier;
  const young = (changes: Changes = {}) => aToken({ iat: now(), exp: now() + 3600, ...changes });

  beforeEach(() => {
    limited = createTokenVerifier({ ...trusted, people: { ...trusted.people, maxTokenAgeSeconds: 600 } });
  });

  test('is taken until that age, whatever its expiry says', async () => {
    await expect(limited.verify(await young({ iat: now() - 590 }))).resolves.toMatchObject({ id: 'anna' });
    await expect(limited.verify(await young({ iat: now() - 610 }))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('must say when it was made, and not in the future', async () => {
    for (const iat of [undefined, now() + 60]) {
      await expect(limited.verify(await young({ iat }))).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
        message: expect.stringContaining('"iat"'),
      });
    }
    await expect(verifier.verify(await young({ iat: undefined }))).resolves.toMatchObject({ id: 'anna' });
    await expect(limited.verify(await young({ nbf: now() - 1 }))).resolves.toMatchObject({ id: 'anna' });
  });

  test('that was in before is out when it has become too old', async () => {
    jest.useFakeTimers({ now: Date.now() });
    try {
      const token = await young({ iat: now() - 580 });
      await expect(limited.verify(token)).resolves.toMatchObject({ id: 'anna' });
      jest.advanceTimersByTime(40_000);
      await expect(limited.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    } finally {
      jest.useRealTimers();
    }
  });
});
