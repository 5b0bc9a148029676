import { readToken } from '../../src/identity/token-header';
import { createTokenVerifier, type TokenVerifier } from '../../src/identity/token-verifier';
import { cpuMsOf } from '../support/time/cpu-time';
import { anIssuerKey, type IssuerKey, signed } from './key-server';

const PEOPLE = 'https://people.example';
const RESELLER = '0b5c7a52-8f0e-4c39-9d0a-5a1f6a2c9e11';
const now = () => Math.floor(Date.now() / 1000);

let key: IssuerKey;
let syncKey: IssuerKey;
let verifier: TokenVerifier;

beforeAll(async () => {
  [key, syncKey] = await Promise.all([anIssuerKey('one'), anIssuerKey('sync')]);
  const issuer = (name: string, { publicJwk }: IssuerKey) =>
    ({ kind: 'publicKey', issuer: name, audience: 'accounts', algorithms: ['ES256'], publicKey: publicJwk }) as const;
  verifier = createTokenVerifier({
    people: issuer(PEOPLE, key),
    resellerSync: issuer('https://sync.example', syncKey),
  });
});

const claims = () => ({ iss: PEOPLE, aud: 'accounts', sub: 'anna', exp: now() + 60 });
const syncClaims = () => ({ ...claims(), iss: 'https://sync.example', tenant_reseller_id: RESELLER });

/** A token whose signature is good, whatever its parts hold. */
async function signedText(header: string, payload: string): Promise<string> {
  const signing = [header, payload].map((part) => Buffer.from(part).toString('base64url')).join('.');
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, key.privateKey, Buffer.from(signing));
  return `${signing}.${Buffer.from(signature).toString('base64url')}`;
}

const expectIn = async (token: string) => expect(verifier.verify(token)).resolves.toMatchObject({ id: 'anna' });
const expectRefused = async (token: string) =>
  expect(verifier.verify(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });

describe('the type of a token', () => {
  test.each([
    undefined,
    'JWT',
    'jwt',
    'at+jwt',
    'AT+JWT',
    'application/jwt',
    'application/at+jwt',
    'Application/AT+JWT',
  ])('%p is one to call with, for people and sync services', async (typ) => {
    await expectIn(await signed(key, claims(), { typ }));
    await expectIn(await signed(syncKey, syncClaims(), { typ }));
  });

  test.each([
    'logout+jwt',
    'dpop+jwt',
    'id+jwt',
    'secevent+jwt',
    'token-introspection+jwt',
    'vc+jwt',
    'JOSE',
    'application/logout+jwt',
    'application/application/jwt',
    'text/jwt',
    'jwt; charset=utf-8',
    ' jwt',
    '',
    7,
    null,
    ['JWT'],
    { JWT: true },
  ])('%p is one of another purpose: refused, whoever signed it', async (typ) => {
    await expectRefused(await signed(key, claims(), { typ }));
    await expectRefused(await signed(syncKey, syncClaims(), { typ }));
  });
});

describe('a token is refused before its signature is looked at', () => {
  const text = (value: object) => JSON.stringify(value);
  const plain = () => text({ alg: 'ES256' });

  test.each<[string, () => readonly [header: string, claims: string]]>([
    ['that has critical extensions', () => [text({ alg: 'ES256', crit: ['exp'], exp: 1 }), text(claims())]],
    ['that has none, and says so', () => [text({ alg: 'ES256', crit: [] }), text(claims())]],
    ['whose payload is not encoded', () => [text({ alg: 'ES256', crit: ['b64'], b64: false }), text(claims())]],
    ['that says so without its being critical', () => [text({ alg: 'ES256', b64: false }), text(claims())]],
    ['whose key id is a number', () => [text({ alg: 'ES256', kid: 7 }), text(claims())]],
    ['whose key id is null', () => [text({ alg: 'ES256', kid: null }), text(claims())]],
    ['whose key id is a list', () => [text({ alg: 'ES256', kid: ['one'] }), text(claims())]],
    ['whose algorithm is a list', () => [text({ alg: ['ES256'] }), text(claims())]],
    ['with another token in it', () => [plain(), 'eyJhbGciOiJFUzI1NiJ9.e30.AAAA']],
    ['whose claims are a list', () => [plain(), '[]']],
    ['whose issuer is a list', () => [plain(), text({ ...claims(), iss: [PEOPLE] })]],
    ['whose header says a thing twice', () => ['{"alg":"ES256","kid":"a","kid":"b"}', text(claims())]],
    [
      'whose claims say a thing twice',
      () => [plain(), text(claims()).replace('{', '{"administrator":true,"administrator":false,')],
    ],
    ['and once of them escaped', () => [plain(), text(claims()).replace('{', String.raw`{"s\u0075b":"eve",`)]],
    [
      'that expires beyond all numbers',
      () => [plain(), text({ ...claims(), exp: 0 }).replace('"exp":0', '"exp":1e999')],
    ],
    ['that is longer than any header may be', () => [plain(), text({ ...claims(), padding: 'x'.repeat(20_000) })]],
  ])('%s', async (_, parts) => {
    await expectRefused(await signedText(...parts()));
  });

  test('of five parts, which is encrypted', () =>
    expectRefused('eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AAAA.AAAA'));

  test('and the same one, sound, is taken, also with the same name further in', async () => {
    await expectIn(
      await signedText('{"alg":"ES256"}', JSON.stringify({ ...claims(), a: { sub: 1, a: [{ sub: '{"sub":' }] } })),
    );
  });

  test('though it brings a key or the address of keys along: they are not looked at', async () => {
    const header = { jwk: syncKey.publicJwk, jku: 'http://127.0.0.1:9/keys', x5u: 'http://127.0.0.1:9/', x5c: ['AA'] };
    await expectIn(await signed(key, claims(), header));
    await expectRefused(await signed(syncKey, claims(), header));
  });
});

test('reading the largest token that is taken, however it is made, costs next to nothing', () => {
  const b64 = (text: string) => Buffer.from(text).toString('base64url');
  const header = b64('{"alg":"ES256"}');
  const worst = [
    '['.repeat(12_000),
    '"\\'.repeat(6_000),
    `{"a":${'{"a":'.repeat(2_000)}`,
    `{${'"a":1,'.repeat(1_900)}`,
  ];
  for (const claim of worst) {
    const token = `${header}.${b64(claim)}.AAAA`;
    expect(cpuMsOf(() => expect(() => readToken(token)).toThrow('JSON Web Token'))).toBeLessThan(50);
  }
});
