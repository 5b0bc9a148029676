import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { type Program, startProgram } from '../support/program';
import { Samples } from '../telemetry/metrics/samples';

const TOKEN = 'token-of-the-metrics';

let database: TestDatabase;
let program: Program | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await program?.stop();
  program = undefined;
});
afterAll(() => database.drop());

async function start(env: Record<string, string>): Promise<Program> {
  program = await startProgram(database, env);
  return program;
}

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const ownPort = (running: Program): string => /http:[^"]+\/metrics/.exec(running.log())?.[0] ?? '';

test('without a setting there is no such path', async () => {
  const running = await start({});
  const answer = await running.get('/metrics');
  expect(answer.status).toBe(404);
  const said = ({ body }: typeof answer) => [body.errors[0].message, body.errors[0].extensions.code];
  expect(said(answer)).toEqual(said(await running.get('/nothing')));
});

describe('with a token alone, on the port of the API', () => {
  const at = (running: Program) => `${new URL(running.url).origin}/metrics`;

  test('who holds it is answered, with GET and HEAD', async () => {
    const running = await start({ METRICS_TOKEN: TOKEN });
    const answer = await fetch(at(running), bearer(TOKEN));
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect(new Samples(text).value('ready')).toBe(1);
    const head = await fetch(at(running), { method: 'HEAD', ...bearer(TOKEN) });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const post = await fetch(at(running), { method: 'POST', ...bearer(TOKEN) });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test.each([
    ['no token', {}],
    ['another', bearer('x'.repeat(TOKEN.length))],
    ['its beginning', bearer(TOKEN.slice(0, -1))],
    ['more than it', bearer(`${TOKEN}x`)],
  ])('%s is refused, and nothing is told', async (_, request) => {
    const running = await start({ METRICS_TOKEN: TOKEN });
    const answer = await fetch(at(running), request);
    const text = await answer.text();
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(text).not.toContain('reseller_accounts_');
    expect(running.log()).not.toContain(TOKEN);
  });
});

describe('with a port of its own', () => {
  test('it answers there and not on the port of the API, and nothing else', async () => {
    const running = await start({ METRICS_PORT: '0' });
    const url = ownPort(running);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(new Samples(await (await fetch(url)).text()).value('ready')).toBe(1);
    expect((await running.get('/metrics')).status).toBe(404);
    for (const path of ['/', '/graphql', '/readyz']) expect((await fetch(new URL(path, url))).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });

  test('a token is asked for there too', async () => {
    const url = ownPort(await start({ METRICS_PORT: '0', METRICS_TOKEN: TOKEN }));
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, bearer(TOKEN))).status).toBe(200);
  });

  test('it is the last that a stop closes', async () => {
    const running = await start({ METRICS_PORT: '0', STOP_WAIT: '1' });
    const url = ownPort(running);
    const stopping = running.stop();
    program = undefined;
    const seen: number[] = [];
    const isApiUp = () =>
      running.get('/livez').then(
        () => true,
        () => false,
      );
    let isOver = false;
    void stopping.then(() => {
      isOver = true;
    });
    while (!isOver) {
      // Read to its end, or each holds a connection of the few that there are.
      const status = await fetch(url).then(
        (response) => response.text().then(() => response.status),
        () => 0,
      );
      // It was up after that, too.
      if (await isApiUp()) seen.push(status);
    }
    await stopping;
    expect(seen.length).toBeGreaterThan(3);
    expect(new Set(seen)).toEqual(new Set([200]));
    await expect(fetch(url)).rejects.toThrow();
  });

  test('one that is taken is named by its variable', async () => {
    const url = ownPort(await start({ METRICS_PORT: '0' }));
    const { port } = new URL(url);
    await expect(startProgram(database, { METRICS_PORT: port })).rejects.toThrow(`METRICS_PORT: ${port} is taken`);
  });
});

test('keys of an issuer that cannot be had are counted, and the server is not ready', async () => {
  const running = await start({
    METRICS_PORT: '0',
    PEOPLE_ISSUER: 'https://people.example',
    PEOPLE_JWKS_URL: 'http://127.0.0.1:9/keys',
    PEOPLE_AUDIENCE: 'a',
    SYNC_ISSUER: 'https://sync.example',
    SYNC_JWKS_URL: 'http://127.0.0.1:9/keys',
    SYNC_AUDIENCE: 'a',
  });
  const samples = new Samples(await (await fetch(ownPort(running))).text());
  for (const issuer of ['people', 'sync']) {
    expect(samples.value('issuer_key_failures_total', { issuer })).toBeGreaterThanOrEqual(1);
  }
  expect(samples.value('ready')).toBe(0);
  expect(samples.value('readiness_fault', { check: 'keys' })).toBe(1);
});
