import { createLogger } from '../../../src/server/logger';
import { within } from '../raw-connection';
import { startToyServer, type ToyServer } from '../toy-server';

const SECRET = 'shared-with-the-gateway-0123456789';

describe('a secret that is shared with the gateway', () => {
  let server: ToyServer;

  beforeAll(async () => {
    server = await startToyServer({ gatewaySecrets: { people: SECRET } });
  });
  afterAll(() => server.stop());

  const withSecret = (secret: string) => ({
    authorization: `Bearer ${server.tokens.person}`,
    'x-gateway-secret': secret,
  });

  test('opens the API to who holds it', async () => {
    const { status, body } = await server.ask('{ who }', withSecret(SECRET));
    expect([status, body]).toEqual([200, { data: { who: 'DISTRIBUTOR_USER' } }]);
  });

  test.each([
    ['no secret', undefined],
    ['an empty one', ''],
    ['another', 'x'.repeat(SECRET.length)],
    ['its beginning', SECRET.slice(0, -1)],
    ['more than it', `${SECRET}x`],
    ['it twice', `${SECRET}, ${SECRET}`],
    ['it in another case', SECRET.toUpperCase()],
  ])('without which nothing is answered: %s', async (_, secret) => {
    const headers = { authorization: `Bearer ${server.tokens.person}` };
    for (const query of ['{ who }', '{ __typename }', '{ _service { sdl } }', 'not even GraphQL']) {
      const answer = await server.ask(query, secret === undefined ? headers : withSecret(secret));
      expect(answer.status).toBe(403);
      expect(answer.body).toEqual({
        errors: [
          { message: 'Only the gateway may call here.', extensions: expect.objectContaining({ code: 'FORBIDDEN' }) },
        ],
      });
    }
  });

  test('is asked for before the token and before the body', async () => {
    const answer = await server.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer garbage' },
      body: Buffer.alloc(3 * 1024 * 1024, 'x'),
    });
    expect(answer.status).toBe(403);
  });

  test('is asked of a browser too, but not of the probes', async () => {
    expect((await server.request('/graphql', { headers: { accept: 'text/html' } })).status).toBe(403);
    for (const path of ['/livez', '/readyz']) expect((await server.request(path)).status).toBe(200);
  });

  test('never stands in the log', async () => {
    await server.ask('{ who }', withSecret(SECRET));
    await server.ask('{ who }', withSecret(`${SECRET}x`));
    await within(5_000, () => server.load().requests === 0);
    expect(server.log()).toContain('"code":"FORBIDDEN"');
    expect(server.log()).not.toContain(SECRET);
  });
});

describe('a secret of each side', () => {
  const SYNC = 'shared-with-the-syncs-9876543210';
  const WHO = { person: 'DISTRIBUTOR_USER', sync: 'RESELLER_SYNC' } as const;

  test.each([
    ['of people alone', { people: SECRET }, { person: [SECRET], sync: [SECRET, SYNC, undefined] }],
    ['of the syncs alone', { sync: SYNC }, { person: [SECRET, SYNC, undefined], sync: [SYNC] }],
    ['of both', { people: SECRET, sync: SYNC }, { person: [SECRET], sync: [SYNC] }],
  ])('%s is asked of that side, and of no other', async (_what, gatewaySecrets, opens) => {
    const server = await startToyServer({ gatewaySecrets });
    for (const side of ['person', 'sync'] as const) {
      for (const secret of [SECRET, SYNC, undefined]) {
        const authorization = `Bearer ${server.tokens[side]}`;
        const { status, body } = await server.ask('{ who }', {
          authorization,
          ...(secret === undefined ? {} : { 'x-gateway-secret': secret }),
        });
        const isOpen = (opens[side] as (string | undefined)[]).includes(secret);
        expect([side, secret, status]).toEqual([side, secret, isOpen ? 200 : 403]);
        if (isOpen) expect(body).toEqual({ data: { who: WHO[side] } });
      }
    }
    await server.stop();
  });

  test('a token that says it is of the syncs’ issuer, and is not, is none', async () => {
    const server = await startToyServer({ gatewaySecrets: { people: SECRET } });
    const [head, , signature] = server.tokens.person.split('.');
    const claims = server.tokens.sync.split('.')[1];
    const { status } = await server.ask('{ who }', { authorization: `Bearer ${head}.${claims}.${signature}` });
    expect(status).toBe(401);
    await server.stop();
  });

  test('who sends no token comes through the gateway of people', async () => {
    const server = await startToyServer({ gatewaySecrets: { sync: SYNC } });
    expect((await server.request('/graphql?query={__typename}')).status).not.toBe(403);
    await server.stop();
    const closed = await startToyServer({ gatewaySecrets: { people: SECRET } });
    expect((await closed.request('/graphql?query={__typename}')).status).toBe(403);
    await closed.stop();
  });
});

test('without a secret everybody may come, with or without the header', async () => {
  const server = await startToyServer();
  const authorization = `Bearer ${server.tokens.person}`;
  expect((await server.ask('{ who }', { authorization })).status).toBe(200);
  expect((await server.ask('{ who }', { authorization, 'x-gateway-secret': 'any' })).status).toBe(200);
  await server.stop();
});

test('a line that holds the headers or the configuration is logged without it', () => {
  let log = '';
  const logger = createLogger('info', {
    write: (line) => {
      log += line;
    },
  });
  logger.info({ headers: { 'x-gateway-secret': SECRET }, request: { headers: { 'x-gateway-secret': SECRET } } }, 'a');
  logger.info({ config: { gatewaySecret: SECRET } }, 'b');
  expect(log).toContain('[redacted]');
  expect(log).not.toContain(SECRET);
});
