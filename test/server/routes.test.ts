import { startToyServer, type ToyServer } from './toy-server';

describe('the HTTP paths', () => {
  let server: ToyServer;

  beforeAll(async () => {
    server = await startToyServer();
  });
  afterAll(() => server.stop());

  test('the URL names the GraphQL endpoint and the port that was free', async () => {
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/graphql`);
  });

  test('the root leads to the GraphQL endpoint', async () => {
    const answer = await server.request('/');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/graphql');
  });

  test('a browser that opens the endpoint gets GraphiQL under a policy, without a token', async () => {
    const answer = await server.request('/graphql', {
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(answer.body).toBe('<p>GraphiQL</p>');
  });

  test('a query may be asked with GET by a program, not by a form on a foreign page', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ who }')}`;
    const authorization = `Bearer ${server.tokens.person}`;
    const program = await server.request(path, { headers: { authorization, 'apollo-require-preflight': '1' } });
    expect(program.body).toEqual({ data: { who: 'DISTRIBUTOR_USER' } });

    const form = await server.request(path, { headers: { authorization } });
    expect(form.status).toBe(400);
    expect(form.body.errors[0].message).toContain('CSRF');
  });

  test('a mutation cannot be asked with GET', async () => {
    const headers = { authorization: `Bearer ${server.tokens.person}`, 'apollo-require-preflight': '1' };
    const path = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;
    expect((await server.request(path('mutation { touch(n: 1) }'), { headers })).status).toBe(405);
    expect((await server.ask('mutation { touch(n: 1) }')).body).toEqual({ data: { touch: 1 } });
  });

  test.each(['/nothing', '/graphql/', '/metrics', '//', '/constructor'])('nothing is at %s', async (path) => {
    const answer = await server.request(path);
    expect(answer.status).toBe(404);
    expect(answer.body.errors[0].extensions.code).toBe('NOT_FOUND');
  });

  test.each([
    ['PUT', '/graphql', 'GET, HEAD, POST'],
    ['DELETE', '/graphql', 'GET, HEAD, POST'],
    ['POST', '/livez', 'GET, HEAD'],
    ['POST', '/readyz', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
  ])('%s %s is answered with 405 and what is allowed', async (method, path, allow) => {
    const answer = await server.request(path, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allow);
  });

  test('other origins are allowed nothing', async () => {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
    const preflight = await server.request('/graphql', { method: 'OPTIONS', headers });
    const call = await server.ask('{ who }', { authorization: `Bearer ${server.tokens.person}`, ...headers });

    expect(preflight.status).toBe(405);
    for (const answer of [preflight, call]) {
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  test('answers are kept by nobody and taken for nothing else', async () => {
    const { headers } = await server.ask('{ who }');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('a refusal speaks the media type that the caller takes', async () => {
    const type = async (accept: string) =>
      (await server.request('/graphql', { method: 'POST', headers: { accept } })).headers.get('content-type');
    expect(await type('application/graphql-response+json')).toBe('application/graphql-response+json; charset=utf-8');
    expect(await type('application/graphql-response+json, application/json;q=0.9')).toBe(
      'application/json; charset=utf-8',
    );
    expect(await type('*/*')).toBe('application/json; charset=utf-8');
  });
});

describe('the health of the server', () => {
  test('it lives and is ready when nothing speaks against it', async () => {
    const server = await startToyServer();
    const [livez, readyz] = [await server.request('/livez'), await server.request('/readyz')];
    await server.stop();

    expect(livez).toMatchObject({ status: 200, body: { status: 'alive' } });
    expect(readyz).toMatchObject({ status: 200, body: { status: 'ready', checks: [] } });
  });

  test('it lives but is not ready, and says why, when a check fails', async () => {
    const checks = [{ name: 'database', message: 'No connection was to be had' }];
    const server = await startToyServer({ readiness: async () => checks });
    const [livez, readyz] = [await server.request('/livez'), await server.request('/readyz')];
    await server.stop();

    expect(livez.status).toBe(200);
    expect(readyz).toMatchObject({ status: 503, body: { status: 'not ready', checks } });
  });

  test('it is not ready when a check breaks, and the cause stands in the log only', async () => {
    const server = await startToyServer({ readiness: () => Promise.reject(new Error('the disk burns')) });
    const readyz = await server.request('/readyz');
    await server.stop();

    expect(readyz.status).toBe(503);
    expect(JSON.stringify(readyz.body)).not.toContain('the disk burns');
    expect(server.log()).toContain('the disk burns');
  });

  test('it is not ready when a check hangs', async () => {
    const server = await startToyServer({ readiness: () => new Promise(() => {}) });
    const readyz = await server.request('/readyz');
    await server.stop();

    expect(readyz.status).toBe(503);
  });
});

test('a browser is told where GraphiQL is not installed; another failure of it is a fault', async () => {
  const accept = 'text/html';
  const failing = (code: string) => async () => {
    throw Object.assign(new Error('no such package'), { code });
  };
  const without = await startToyServer({ graphiql: failing('ERR_MODULE_NOT_FOUND') });
  const told = await without.request('/graphql', { headers: { accept } });
  expect([told.status, told.body]).toEqual([404, expect.stringContaining('left out of a production install')]);
  await without.stop();
  const broken = await startToyServer({ graphiql: failing('EIO') });
  expect((await broken.request('/graphql', { headers: { accept } })).status).toBe(500);
  await broken.stop();
});
