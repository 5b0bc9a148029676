import { get } from 'node:http';
import { RequestError } from '../../src/domain/errors';
import { startToyServer, type ToyServer } from './toy-server';

describe('who calls over HTTP', () => {
  let server: ToyServer;

  beforeAll(async () => {
    server = await startToyServer();
  });
  afterAll(() => server.stop());

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  test("a person's token makes the caller a user of the distributor, a sync token the sync of a reseller", async () => {
    expect((await server.ask('{ who }', bearer(server.tokens.person))).body).toEqual({
      data: { who: 'DISTRIBUTOR_USER' },
    });
    expect((await server.ask('{ who }', bearer(server.tokens.sync))).body).toEqual({ data: { who: 'RESELLER_SYNC' } });
  });

  test('the scheme may be written in any case', async () => {
    expect((await server.ask('{ who }', { authorization: `bearer ${server.tokens.person}` })).status).toBe(200);
  });

  const refusals: Record<string, () => Promise<string> | string> = {
    'an expired token': async () =>
      `Bearer ${await server.issuer.tokenForPerson({ userId: 'anna', groups: [], administrator: false, expiresIn: -60 })}`,
    'a sync token that names no UUID': async () =>
      `Bearer ${await server.issuer.tokenForSync({ tenantResellerId: 'northwind' })}`,
    garbage: () => 'Bearer garbage',
    'a header without a token': () => 'Bearer',
    'an empty header': () => '',
    'another scheme': () => `Basic ${Buffer.from('anna:secret').toString('base64')}`,
    'a token without a scheme': () => server.tokens.person,
    'two tokens in one header': () => `Bearer ${server.tokens.person}, Bearer ${server.tokens.sync}`,
  };

  test.each(Object.entries(refusals))('%s is answered with 401 UNAUTHENTICATED', async (_, make) => {
    const answer = await server.ask('{ who }', { authorization: await make(), 'x-request-id': 'mine-1' });

    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.body).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED', requestId: 'mine-1' } }],
    });
  });

  test('two Authorization headers are refused, since a gateway may have looked at the other one', async () => {
    const statusOf = (...tokens: string[]) =>
      new Promise((resolve, reject) => {
        const headers = [
          'Host',
          'x',
          'Apollo-Require-Preflight',
          '1',
          ...tokens.flatMap((token) => ['Authorization', `Bearer ${token}`]),
        ];
        const path = '/graphql?query={who}';
        get({ port: server.port, host: '127.0.0.1', path, headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).on('error', reject);
      });
    expect(await statusOf(server.tokens.person)).toBe(200);
    expect(await statusOf(server.tokens.person, server.tokens.sync)).toBe(401);
  });

  test('a bad token is refused even where none is needed, since who sends one means it', async () => {
    expect((await server.ask('{ __typename }', bearer('garbage'))).status).toBe(401);
    expect((await server.ask('{ __typename }', {})).status).toBe(200);
  });

  test('the token is looked at before the body, so a stranger with a bad one cannot make us read', async () => {
    const answer = await server.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer garbage' },
      body: Buffer.alloc(3 * 1024 * 1024, 'x'),
    });
    expect(answer.status).toBe(401);
  });
});

describe('what the context refuses', () => {
  const refusals = [
    ['FORBIDDEN', 403, {}],
    ['TEMPORARILY_UNAVAILABLE', 503, { retryable: true }],
    ['UNAUTHENTICATED', 401, {}],
    ['INVALID_INPUT', 400, {}],
  ] as const;

  test.each(refusals)('%s is answered with %i', async (code, status, extensions) => {
    const server = await startToyServer({
      createContext: () => {
        throw new RequestError(code, 'Not today.');
      },
    });
    const answer = await server.ask('{ who }');
    await server.stop();

    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      errors: [
        { message: 'Not today.', extensions: { code, requestId: answer.headers.get('x-request-id'), ...extensions } },
      ],
    });
  });

  test('keys that cannot be had for the moment are a 503 that may be repeated', async () => {
    const server = await startToyServer({
      authenticate: async () => {
        throw new RequestError('TEMPORARILY_UNAVAILABLE', 'The keys cannot be had.');
      },
    });
    const answer = await server.ask('{ who }');
    await server.stop();

    expect(answer.status).toBe(503);
    expect(answer.body.errors[0].extensions).toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE', retryable: true });
  });
});
