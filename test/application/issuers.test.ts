import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLocalIssuer } from '../../src/development/local-issuer/local-issuer';
import { anIssuerKey, type IssuerKey, type KeyServer, signed, startKeyServer } from '../identity/key-server';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { type Program, startProgram } from '../support/program';

const PEOPLE = 'https://people.example';
const AUDIENCE = 'accounts';
const WHO = { query: '{ accountViewer { id } }' };

let database: TestDatabase;
let peopleKey: IssuerKey;
let syncKey: IssuerKey;
let people: KeyServer;
let env: Record<string, string>;
const running: Program[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  [peopleKey, syncKey] = await Promise.all([anIssuerKey('people'), anIssuerKey('sync')]);
});
beforeEach(async () => {
  people = await startKeyServer(peopleKey.publicJwk);
  env = {
    PEOPLE_ISSUER: PEOPLE,
    PEOPLE_JWKS_URL: people.url,
    PEOPLE_AUDIENCE: AUDIENCE,
    SYNC_ISSUER: 'https://sync.example',
    SYNC_PUBLIC_KEY: JSON.stringify(syncKey.publicJwk),
    SYNC_AUDIENCE: AUDIENCE,
  };
});
afterEach(async () => {
  for (const program of running.splice(0)) await program.stop();
  await people.stop();
});
afterAll(() => database.drop());

async function start(): Promise<Program> {
  const program = await startProgram(database, env);
  running.push(program);
  return program;
}

async function bearer(jti: string): Promise<{ authorization: string }> {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: PEOPLE, aud: AUDIENCE, sub: 'anna', iat: now, exp: now + 60, jti };
  return { authorization: `Bearer ${await signed(peopleKey, claims)}` };
}

describe('with issuers of your own', () => {
  test('their tokens are taken, and the server is ready', async () => {
    const program = await start();
    expect((await program.get('/readyz')).status).toBe(200);
    const { status, body } = await program.post(WHO, await bearer('1'));
    expect([status, body]).toEqual([200, { data: { accountViewer: { id: 'anna' } } }]);
  });

  test('the local development issuer is off: no keys are made, and a token of its keys is refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'local-'));
    const local = await openLocalIssuer(folder);
    const token = await local.tokenForPerson({ userId: 'anna', groups: [], administrator: true });
    const program = await start();
    const { status, body } = await program.post(WHO, { authorization: `Bearer ${token}` });
    rmSync(folder, { recursive: true });

    expect(status).toBe(401);
    expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect(program.issuer).toBeNull();
    expect(readdirSync(program.dataDir)).not.toContain('keys');
  });

  test('the schema is shown to callers only', async () => {
    const program = await start();
    const sdl = { query: '{ _service { sdl } }' };
    expect((await program.post(sdl)).status).toBe(401);
    expect((await program.post(sdl, await bearer('2'))).status).toBe(200);
  });

  test('whose keys cannot be had it starts, is not ready, and tells callers to try again; then it recovers', async () => {
    await people.goAway();
    const program = await start();
    const ready = await program.get('/readyz');
    expect([ready.status, ready.body.checks]).toEqual([503, [{ name: 'keys', message: expect.any(String) }]]);
    const refused = await program.post(WHO, await bearer('3'));
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.body.errors[0].extensions).toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE', retryable: true });
    expect(program.log()).toContain('the keys of an issuer could not be had');

    await people.comeBack();
    // An answer holds for a second, and a look at the keys may be late.
    let status = 503;
    for (let look = 0; look < 100 && status !== 200; look += 1) {
      await sleep(100);
      ({ status } = await program.get('/readyz'));
    }
    expect(status).toBe(200);
    expect((await program.post(WHO, await bearer('4'))).status).toBe(200);
  });

  test('whose keys are here already it goes on when they cannot be reached any more', async () => {
    const program = await start();
    await people.goAway();
    expect((await program.post(WHO, await bearer('5'))).status).toBe(200);
    expect((await program.get('/readyz')).status).toBe(200);
  });
});

test('without any, the local issuer vouches, and the schema is public', async () => {
  env = {};
  const program = await start();
  const token = await program.issuer?.tokenForPerson({ userId: 'olga', groups: [], administrator: true });
  expect((await program.post(WHO, { authorization: `Bearer ${token}` })).body.data.accountViewer.id).toBe('olga');
  expect((await program.post({ query: '{ _service { sdl } }' })).status).toBe(200);
});
