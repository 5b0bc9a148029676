import { setTimeout as sleep } from 'node:timers/promises';
import { shapeOf } from '../../../src/server/operation-text';
import { within } from '../raw-connection';
import { startToyServer, type ToyServer } from '../toy-server';

const SECRET_TEXT = 'Obere Strasse 57';

/** The line is written when the response is closed, a moment after the caller has it. */
const settled = (server: ToyServer) => within(5_000, () => server.load().requests === 0);

describe('the id of a request', () => {
  let server: ToyServer;

  beforeAll(async () => {
    server = await startToyServer();
  });
  afterAll(() => server.stop());

  test("is the caller's own when it is harmless, and stands in the answer and the log", async () => {
    const id = 'gateway-7.Fq_2';
    const answer = await server.ask('{ who }', { authorization: `Bearer ${server.tokens.person}`, 'x-request-id': id });
    await settled(server);

    expect(answer.headers.get('x-request-id')).toBe(id);
    expect(server.logLines()).toContainEqual(expect.objectContaining({ requestId: id, status: 200 }));
  });

  test.each(['', 'a'.repeat(65), 'two words', '<script>', 'a,b'])('is a new one instead of %p', async (id) => {
    const answer = await server.request('/livez', { headers: { 'x-request-id': id } });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the log', () => {
  test('has one line for a request, with what happened and who asked', async () => {
    const server = await startToyServer();
    await server.request('/graphql?ignored=1', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${server.tokens.sync}` },
      body: JSON.stringify({ query: 'query Who { who }', operationName: 'Who' }),
    });
    await settled(server);
    await server.stop();

    expect(server.logLines()).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        requestId: expect.any(String),
        method: 'POST',
        path: '/graphql',
        status: 200,
        ms: expect.any(Number),
        operationType: 'query',
        operationName: 'Who',
        caller: { kind: 'RESELLER_SYNC', id: 'bss' },
        outcome: 'ok',
        bytesIn: 51,
        bytesOut: expect.any(Number),
        msg: 'request',
      },
    ]);
  });

  test('never holds a token, a variable, a body, a query string or an e-mail', async () => {
    const server = await startToyServer();
    const eve = await server.issuer.tokenForPerson({ userId: 'eve@example.com', groups: [], administrator: false });
    const query = 'query($t: String) { echo(text: $t) }';
    await server.ask(query, { authorization: `Bearer ${eve}` }, { t: SECRET_TEXT });
    await server.ask(query, { authorization: `Bearer ${eve}x` }, { t: SECRET_TEXT });
    await server.ask(`{ broken(text: "${SECRET_TEXT}") }`, { authorization: `Bearer ${eve}` });
    await server.request(`/graphql?query=${encodeURIComponent(SECRET_TEXT)}&token=${eve}`, {
      headers: { authorization: `Bearer ${eve}` },
    });
    await server.request(`/reset/${eve}/eve@example.com`);
    await server.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${eve}` },
      body: JSON.stringify({ query: '{ who }', operationName: 'eve@example.com' }),
    });
    await settled(server);
    await server.stop();

    expect(server.logLines()).toHaveLength(6);
    for (const secret of [eve, eve.split('.')[1], SECRET_TEXT, 'Obere', 'example.com', 'echo(', 'text'])
      expect(server.log()).not.toContain(secret);
  });

  test('repeats no text of the caller, be it a path or what should be a name', async () => {
    const server = await startToyServer();
    await server.request('/anything/at/all');
    await server.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ who }', operationName: 'anything at all' }),
    });
    await settled(server);
    await server.stop();

    expect(server.log()).not.toContain('anything');
    expect(server.logLines()).toMatchObject([{ path: 'unknown', status: 404 }, { path: '/graphql' }]);
  });

  test('tells callers whose id is an e-mail apart all the same', async () => {
    const server = await startToyServer();
    for (const userId of ['eve@example.com', 'eve@example.com', 'bob@example.com']) {
      const token = await server.issuer.tokenForPerson({ userId, groups: [], administrator: false });
      await server.ask('{ who }', { authorization: `Bearer ${token}` });
    }
    await settled(server);
    await server.stop();

    const ids = server.logLines().map(({ caller }) => (caller as { id: string }).id);
    expect(ids[0]).toMatch(/^sha256:/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  test('keeps quiet about probes', async () => {
    const server = await startToyServer();
    await server.request('/livez');
    await server.request('/readyz');
    await settled(server);
    await server.stop();

    expect(server.logLines().map(({ level, path }) => ({ level, path }))).toEqual([
      { level: 'debug', path: '/livez' },
      { level: 'debug', path: '/readyz' },
    ]);
  });
});

describe('a line names', () => {
  const lineOf = async (query: string, expected: object, headers?: Record<string, string>) => {
    const server = await startToyServer();
    await server.ask(query, headers);
    await settled(server);
    await server.stop();
    expect(server.logLines()).toEqual([expect.objectContaining(expected)]);
  };

  test('the root fields where the client names nothing, the first five of them', async () => {
    await lineOf('{ who one: echo(text: "a") two: echo(text: "b") }', { operationName: 'who,echo' });
    await lineOf('{ who echo account(id: "a") { id } wish(wish: { mood: SAD }) _service { sdl } __typename }', {
      operationName: 'who,echo,account,wish,_service,…',
      operationType: 'query',
    });
    await lineOf('mutation { touch }', { operationName: 'touch', operationType: 'mutation' });
  });

  test('what was refused by its code, be that before the operation is read, by GraphQL or by Apollo', async () => {
    await lineOf('{ who }', { outcome: 'refused', code: 'UNAUTHENTICATED' }, { authorization: 'Bearer none' });
    await lineOf('{ none }', { outcome: 'refused', refusals: [{ code: 'GRAPHQL_VALIDATION_FAILED', count: 1 }] });
    const server = await startToyServer();
    await server.request('/graphql?query={who}', { headers: { authorization: `Bearer ${server.tokens.person}` } });
    await settled(server);
    await server.stop();
    expect(server.logLines()).toMatchObject([
      { status: 400, outcome: 'refused', refusals: [{ code: 'BAD_REQUEST', count: 1 }] },
    ]);
  });

  test('the trace that it is part of, as well as every other line of the request', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const server = await startToyServer({
      createContext: () => {
        throw new Error('broken');
      },
    });
    const authorization = `Bearer ${server.tokens.person}`;
    await server.ask('{ who }', { authorization, traceparent: `00-${traceId}-00f067aa0ba902b7-00` });
    await settled(server);
    await server.stop();
    expect(server.logLines()).toMatchObject([
      { msg: 'fault', traceId },
      { msg: 'request', traceId, outcome: 'fault' },
    ]);
  });

  test('the bytes of a body that was not taken', async () => {
    const server = await startToyServer();
    await server.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${server.tokens.person}` },
      body: '{"query": ',
    });
    await settled(server);
    await server.stop();
    expect(server.logLines()).toMatchObject([{ status: 400, bytesIn: 10, bytesOut: expect.any(Number) }]);
  });
});

describe('an operation that takes long', () => {
  const ask = async (slowOperationMs: number) => {
    const server = await startToyServer({ slowOperationMs });
    const asked = server.ask('query Waiting { gate }');
    await within(5_000, () => server.atGate() === 1);
    await sleep(150);
    server.openGate();
    await asked;
    await server.ask('{ who }');
    await settled(server);
    await server.stop();
    return server.logLines().filter(({ msg }) => msg !== 'request');
  };

  test('has a line at warn, beside that of the request', async () => {
    expect(await ask(100)).toEqual([
      {
        level: 'warn',
        time: expect.any(String),
        requestId: expect.any(String),
        ms: expect.any(Number),
        operationType: 'query',
        operationName: 'Waiting',
        database: { ms: 0, statements: 0, roundTrips: 0, waitedMs: 0 },
        shape: shapeOf('query Waiting { gate }'),
        msg: 'slow operation',
      },
    ]);
  });

  test.each([0, 60_000])('has none with a limit of %p', async (slowOperationMs) => {
    expect(await ask(slowOperationMs)).toEqual([]);
  });

  test('has one, too, if its caller does not wait for it', async () => {
    const server = await startToyServer({ slowOperationMs: 100 });
    const giveUp = new AbortController();
    const asked = server.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${server.tokens.person}` },
      body: JSON.stringify({ query: '{ gate }' }),
      signal: giveUp.signal,
    });
    await within(5_000, () => server.atGate() === 1);
    await sleep(150);
    giveUp.abort();
    await expect(asked).rejects.toThrow();
    await settled(server);
    expect(server.logLines()).toMatchObject([
      { msg: 'slow operation', operationName: 'gate' },
      { msg: 'request', aborted: true },
    ]);
    await server.stop();
  });
});

describe('a fault of ours', () => {
  test('is masked, found again by its request id, and logged once with its stack and without what it quotes', async () => {
    const server = await startToyServer({
      createContext: () => {
        throw Object.assign(new Error('duplicate key of eve@example.com at postgres://app:s3cret@db/accounts'), {
          detail: `Key (address)=(${SECRET_TEXT}) already exists.`,
          parameters: [SECRET_TEXT],
          code: '23505',
        });
      },
    });
    const answer = await server.ask('{ who }');
    await settled(server);
    await server.stop();

    expect(answer.status).toBe(500);
    const requestId = answer.headers.get('x-request-id');
    expect(answer.body).toEqual({
      errors: [{ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }],
    });
    const faults = server.logLines().filter(({ level }) => level === 'error');
    expect(faults).toEqual([
      expect.objectContaining({
        requestId,
        err: expect.objectContaining({ code: '23505', stack: expect.stringContaining('request-log.test') }),
      }),
    ]);
    for (const secret of ['eve@example.com', 's3cret', SECRET_TEXT]) expect(server.log()).not.toContain(secret);
  });
});
