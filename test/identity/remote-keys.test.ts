import { exportSPKI, importJWK, SignJWT } from 'jose';
import { RequestError } from '../../src/domain/errors';
import type { TrustedIssuers } from '../../src/identity/issuer-settings';
import { createTokenVerifier, type TokenVerifier } from '../../src/identity/token-verifier';
import { anIssuerKey, type IssuerKey, type KeyServer, signed, startKeyServer } from './key-server';

const RESELLER = '0b5c7a52-8f0e-4c39-9d0a-5a1f6a2c9e11';
const PEOPLE = 'https://people.example';
const SYNC = 'https://sync.example';
const AUDIENCE = 'accounts';
const MINUTE = 60_000;

let first: IssuerKey;
let second: IssuerKey;
let syncKey: IssuerKey;
let people: KeyServer;
let sync: KeyServer;
let failures: string[];
let verifier: TokenVerifier;

beforeAll(async () => {
  [first, second, syncKey] = await Promise.all([
    anIssuerKey('first'),
    anIssuerKey('second'),
    anIssuerKey('sync', 'RS256'),
  ]);
});

beforeEach(async () => {
  // Only the clock: the key server is a real one.
  jest.useFakeTimers({
    now: Date.now(),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
  people = await startKeyServer(first.publicJwk);
  sync = await startKeyServer(syncKey.publicJwk);
  failures = [];
  verifier = createTokenVerifier(trusted(), (issuer) => failures.push(issuer));
});

afterEach(async () => {
  jest.useRealTimers();
  await Promise.all([people.stop(), sync.stop()]);
});

function trusted(): TrustedIssuers {
  const issuer = { kind: 'keySet', audience: AUDIENCE, algorithms: ['ES256', 'RS256'] } as const;
  return {
    people: { ...issuer, issuer: PEOPLE, jwksUrl: people.url },
    resellerSync: { ...issuer, issuer: SYNC, jwksUrl: sync.url },
  };
}

const now = () => Math.floor(Date.now() / 1000);
const pass = (milliseconds: number) => jest.setSystemTime(Date.now() + milliseconds);

let tokens = 0;

/** A person's token that nobody has seen before: what was verified a moment ago is remembered. */
function aToken(key: IssuerKey, changes: Readonly<Record<string, unknown>> = {}, header = {}): Promise<string> {
  tokens += 1;
  const claims = { iss: PEOPLE, aud: AUDIENCE, sub: 'anna', iat: now(), exp: now() + 3600, jti: `t${tokens}` };
  return signed(key, { ...claims, ...changes }, header);
}

const aSyncToken = (key: IssuerKey) => aToken(key, { iss: SYNC, sub: 'bss', tenant_reseller_id: RESELLER });

async function expectIn(token: Promise<string>, expected: object = { id: 'anna' }): Promise<void> {
  await expect(verifier.verify(await token)).resolves.toMatchObject(expected);
}

async function expectRefused(token: Promise<string> | string, code: string, why = ''): Promise<void> {
  const refusal = await verifier.verify(await token).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(RequestError);
  expect(refusal).toMatchObject({ code, message: expect.stringContaining(why) });
}

describe('an issuer that publishes its keys', () => {
  test('vouches for people, the other one for sync services', async () => {
    await expectIn(aToken(first), { kind: 'DISTRIBUTOR_USER', id: 'anna' });
    await expectIn(aSyncToken(syncKey), { kind: 'RESELLER_SYNC', id: 'bss', tenantResellerId: RESELLER });
  });

  test("does not vouch with the other's key, whatever the token says", async () => {
    await expectRefused(aToken(syncKey), 'UNAUTHENTICATED', 'not one of its issuer');
    await expectRefused(aSyncToken(first), 'UNAUTHENTICATED', 'not one of its issuer');
    await expectRefused(aToken(syncKey, {}, { kid: first.kid }), 'UNAUTHENTICATED');
  });

  test('is asked once, however many tokens come at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, () => expectIn(aToken(first))));
    expect(people.asked).toBe(1);
  });

  test('may list a key twice', async () => {
    people.publish(first.publicJwk, first.publicJwk, { ...first.publicJwk, use: 'sig' });
    await expectIn(aToken(first));
    await expectIn(aToken(first, {}, { kid: undefined }));
    await expectRefused(aToken(second, {}, { kid: first.kid }), 'UNAUTHENTICATED', 'signature');
  });

  test('may have several keys, and a token that does not name its own is tried with each', async () => {
    people.publish(first.publicJwk, second.publicJwk);
    await expectIn(aToken(second));
    await expectIn(aToken(second, {}, { kid: undefined }));
    await expectIn(aToken(first, {}, { kid: undefined }));
    const stranger = await anIssuerKey('stranger');
    await expectRefused(aToken(stranger, {}, { kid: undefined }), 'UNAUTHENTICATED', 'signature');
    await expectRefused(aToken(syncKey, {}, { kid: undefined }), 'UNAUTHENTICATED', 'not one of its issuer');
  });

  test('may have several keys of one name, and a token is tried with those of its algorithm', async () => {
    const rsa = await anIssuerKey('first', 'RS256');
    people.publish(rsa.publicJwk, { ...second.publicJwk, kid: 'first' }, first.publicJwk);
    await expectIn(aToken(first));
    await expectIn(aToken(second, {}, { kid: 'first' }));
    await expectIn(aToken(rsa));
    await expectRefused(aToken(await anIssuerKey('first')), 'UNAUTHENTICATED', 'signature');
  });

  test('may list what is no key for us beside its keys', async () => {
    const other = await anIssuerKey('first', 'ES384');
    people.publish(
      { ...second.publicJwk, kid: 'first', use: 'enc' },
      null as never,
      'x' as never,
      other.publicJwk,
      first.publicJwk,
    );
    await expectIn(aToken(first));
    await expectRefused(aToken(second, {}, { kid: 'first' }), 'UNAUTHENTICATED', 'signature');
  });

  test('and has only keys for other things: we are not ready', async () => {
    people.publish({ ...first.publicJwk, use: 'enc' }, { ...second.publicJwk, key_ops: ['deriveKey'] });
    expect(await verifier.isReady()).toBe(false);
  });
});

describe('keys that change', () => {
  test('a new one counts without a restart, as soon as a token names it', async () => {
    await expectIn(aToken(first));
    people.publish(first.publicJwk, second.publicJwk);
    pass(11_000);
    await expectIn(aToken(second));
    await expectIn(aToken(first));
    expect(people.asked).toBe(2);
  });

  test('a new one counts also under the name of the old one, and for a token that names none', async () => {
    await expectIn(aToken(first));
    people.publish({ ...second.publicJwk, kid: 'first' });
    pass(11_000);
    await expectIn(aToken(second, {}, { kid: 'first' }));
    people.publish({ ...first.publicJwk, kid: 'third' });
    pass(11_000);
    await expectIn(aToken(first, {}, { kid: undefined }));
  });

  test('signatures that are wrong do not make us ask for each', async () => {
    for (const kid of [first.kid, undefined]) {
      for (let n = 0; n < 20; n += 1) await expectRefused(aToken(second, {}, { kid }), 'UNAUTHENTICATED', 'signature');
    }
    expect(people.asked).toBe(1);
  });

  test('tokens of keys that nobody has do not make us ask for each', async () => {
    await expectIn(aToken(first));
    for (let n = 0; n < 20; n += 1) {
      await expectRefused(aToken(second, {}, { kid: `guess-${n}` }), 'UNAUTHENTICATED', 'not one of its issuer');
    }
    expect(people.asked).toBe(1);
    pass(11_000);
    await expectRefused(aToken(second), 'UNAUTHENTICATED', 'not one of its issuer');
    expect(people.asked).toBe(2);
  });

  test('a removed one stops counting within eleven minutes, also for a token that was in before', async () => {
    const token = aToken(first);
    await expectIn(token);
    people.publish(second.publicJwk);
    pass(9 * MINUTE);
    await expectIn(token);
    pass(2 * MINUTE);
    await expectRefused(token, 'UNAUTHENTICATED', 'not one of its issuer');
    await expectIn(aToken(second));
  });

  test('when none is left, nobody is let in and we are not ready', async () => {
    people.publish();
    expect(await verifier.isReady()).toBe(false);
    await expectRefused(aToken(first), 'UNAUTHENTICATED');
    people.publish(first.publicJwk);
    pass(11_000);
    expect(await verifier.isReady()).toBe(true);
    await expectIn(aToken(first));
  });
});

describe('an issuer that cannot be reached', () => {
  test('from the start: to be tried again, not ready; once it is there, ready and in', async () => {
    await people.goAway();
    expect(await verifier.isReady()).toBe(false);
    await expectRefused(aToken(first), 'TEMPORARILY_UNAVAILABLE');
    await expectIn(aSyncToken(syncKey), { id: 'bss' });
    await people.comeBack();
    pass(1_001);
    expect(await verifier.isReady()).toBe(true);
    await expectIn(aToken(first));
    expect(failures).toEqual([PEOPLE]);
  });

  test('later: the keys that are here go on for a day, no longer', async () => {
    await expectIn(aToken(first));
    await people.goAway();
    pass(11 * MINUTE);
    await expectIn(aToken(first));
    expect(await verifier.isReady()).toBe(true);
    pass(23 * 60 * MINUTE);
    await expectIn(aToken(first));
    pass(60 * MINUTE);
    await expectRefused(aToken(first), 'TEMPORARILY_UNAVAILABLE');
    await people.comeBack();
    pass(11_000);
    await expectIn(aToken(first));
  });

  test('then a key that we do not know may be a new one: to be tried again', async () => {
    await expectIn(aToken(first));
    await people.goAway();
    pass(11_000);
    await expectRefused(aToken(second), 'TEMPORARILY_UNAVAILABLE');
    await expectRefused(aToken(second, {}, { kid: undefined }), 'TEMPORARILY_UNAVAILABLE');
    await expectRefused(aToken(second, {}, { kid: first.kid }), 'UNAUTHENTICATED', 'signature');
    people.publish(second.publicJwk);
    await people.comeBack();
    pass(11_000);
    await expectIn(aToken(second));
  });

  test('is not asked again and again by the tokens that come', async () => {
    people.answerWith((_, response) => void response.writeHead(500).end());
    for (let n = 0; n < 20; n += 1) await expectRefused(aToken(first), 'TEMPORARILY_UNAVAILABLE');
    expect(people.asked).toBe(1);
    expect(failures).toEqual([PEOPLE]);
  });

  test('and hangs: nobody waits longer than some seconds', async () => {
    people.answerWith(() => undefined);
    const startedAt = performance.now();
    await expectRefused(aToken(first), 'TEMPORARILY_UNAVAILABLE');
    expect(performance.now() - startedAt).toBeLessThan(6_000);
  });
});

describe('what is published instead of keys is no answer', () => {
  test.each<[string, (response: Parameters<Parameters<KeyServer['answerWith']>[0]>[1]) => void]>([
    ['another status', (response) => response.writeHead(404).end('{"keys":[]}')],
    ['no JSON', (response) => response.end('<html>')],
    ['JSON of another shape', (response) => response.end('{"keys":"none"}')],
    ['an endless text', (response) => response.end(`{"keys":[],"x":"${'x'.repeat(300_000)}"}`)],
    ['a connection that breaks', (response) => response.destroy()],
  ])('%s', async (_, answer) => {
    people.answerWith((_request, response) => answer(response));
    await expectRefused(aToken(first), 'TEMPORARILY_UNAVAILABLE');
    people.publish(first.publicJwk);
    pass(1_001);
    await expectIn(aToken(first));
  });
});

test('a way to elsewhere is not gone, even if good keys are there', async () => {
  people.answerWith(({ url }, response) => {
    if (url === '/keys') response.writeHead(302, { location: '/elsewhere' }).end();
    else response.end(JSON.stringify({ keys: [first.publicJwk] }));
  });
  await expectRefused(aToken(first), 'TEMPORARILY_UNAVAILABLE');
  expect(people.asked).toBe(1);
});

describe('a key in the set is not used', () => {
  test('when it is symmetric: a token that is signed with it is refused', async () => {
    const secret = Buffer.alloc(64, 7);
    const jwk = { kty: 'oct', k: secret.toString('base64url'), kid: 'shared', alg: 'HS256' };
    people.publish(jwk, first.publicJwk);
    const token = new SignJWT({ iss: PEOPLE, aud: AUDIENCE, sub: 'anna', exp: now() + 60 })
      .setProtectedHeader({ alg: 'HS256', kid: 'shared' })
      .sign(secret);
    await expectRefused(token, 'UNAUTHENTICATED', 'algorithm');
    await expectIn(aToken(first));
  });

  test('when the whole private key was published', async () => {
    people.publish(second.privateJwk, first.publicJwk);
    await expectRefused(aToken(second), 'UNAUTHENTICATED', 'not one of its issuer');
    await expectIn(aToken(first));
  });

  test('when it is for another algorithm than those of its issuer', async () => {
    const other = await anIssuerKey('other', 'ES384');
    people.publish(other.publicJwk);
    expect(await verifier.isReady()).toBe(false);
    await expectRefused(aToken(other), 'UNAUTHENTICATED', 'algorithm');
    people.publish(other.publicJwk, first.publicJwk);
    pass(11_000);
    expect(await verifier.isReady()).toBe(true);
    await expectIn(aToken(first));
  });

  test('when it is too short', async () => {
    const { publicKey, privateKey } = await crypto.subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]) },
      true,
      ['sign', 'verify'],
    );
    const jwk = { ...(await crypto.subtle.exportKey('jwk', publicKey)), kid: 'short' };
    people.publish(jwk as never, first.publicJwk);
    const head = Buffer.from('{"alg":"RS256","kid":"short"}').toString('base64url');
    const claims = { iss: PEOPLE, aud: AUDIENCE, sub: 'anna', exp: now() + 60 };
    const signing = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, Buffer.from(signing));
    const token = `${signing}.${Buffer.from(signature).toString('base64url')}`;
    await expectRefused(token, 'UNAUTHENTICATED', 'not one of its issuer');
    await expectIn(aToken(first));
  });

  test('as a secret: HS256 with the public key is refused', async () => {
    const key = await importJWK(first.publicJwk, 'ES256', { extractable: true });
    if (key instanceof Uint8Array) throw new Error('not a key pair');
    const token = new SignJWT({ iss: PEOPLE, aud: AUDIENCE, sub: 'anna', exp: now() + 60 })
      .setProtectedHeader({ alg: 'HS256', kid: first.kid })
      .sign(new TextEncoder().encode(await exportSPKI(key)));
    await expectRefused(token, 'UNAUTHENTICATED', 'algorithm');
  });
});
