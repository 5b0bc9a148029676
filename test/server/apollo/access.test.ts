import type { IntrospectionMode } from '../../../src/config/config';
import { startToyServer, type ToyServer } from '../toy-server';

const SCHEMA_QUERIES: Record<string, string> = {
  __schema: '{ __schema { queryType { name } } }',
  __type: '{ __type(name: "Account") { name } }',
  _service: '{ _service { sdl } }',
  'an aliased _service': '{ mine: _service { sdl } }',
  'a _service in a fragment': 'query { ...All } fragment All on Query { ... on Query { _service { sdl } } }',
  'a __schema in a fragment': 'query { ... { x: __schema { queryType { name } } } }',
  'a _service beside a __typename': '{ __typename _service { sdl } }',
};

const servers = new Map<IntrospectionMode, ToyServer>();

beforeAll(async () => {
  for (const introspection of ['public', 'authenticated', 'off'] as const) {
    servers.set(introspection, await startToyServer({ introspection }));
  }
});
afterAll(() => Promise.all([...servers.values()].map((server) => server.stop())));

function ask(mode: IntrospectionMode, query: string, by: 'anyone' | 'person' | 'sync') {
  const server = servers.get(mode);
  if (server === undefined) throw new Error('not started');
  return server.ask(query, by === 'anyone' ? {} : { authorization: `Bearer ${server.tokens[by]}` });
}

describe.each(Object.entries(SCHEMA_QUERIES))('%s', (_, query) => {
  test.each(['anyone', 'person', 'sync'] as const)('is shown to %s where introspection is public', async (by) => {
    const answer = await ask('public', query, by);
    expect(answer.status).toBe(200);
    expect(answer.body.errors).toBeUndefined();
  });

  test('is shown to callers only where introspection is for the authenticated', async () => {
    const refused = await ask('authenticated', query, 'anyone');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    expect(refused.body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect(refused.body.data).toBeUndefined();

    expect((await ask('authenticated', query, 'person')).status).toBe(200);
    expect((await ask('authenticated', query, 'sync')).status).toBe(200);
  });

  test.each(['person', 'sync'] as const)('is refused to %s where introspection is off', async (by) => {
    const answer = await ask('off', query, by);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].extensions.code).toBe('INTROSPECTION_DISABLED');
    expect(answer.body.data).toBeUndefined();
  });

  test('is refused to anyone there before it is read', async () => {
    const answer = await ask('off', query, 'anyone');
    expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('everything but the schema needs a caller', () => {
  const queries = {
    'a field': '{ who }',
    'an aliased field': '{ __typename: who }',
    'a field in a fragment': '{ ...F } fragment F on Query { who }',
    'a field that would be skipped': '{ who @skip(if: true) }',
    entities: '{ _entities(representations: [{ __typename: "Account", id: "1" }]) { __typename } }',
    'a mutation': 'mutation { touch(n: 1) }',
    'a field beside the schema': '{ __schema { queryType { name } } who }',
  };

  test.each(Object.entries(queries))('%s', async (_, query) => {
    const refused = await ask('public', query, 'anyone');
    expect(refused.status).toBe(401);
    expect(refused.body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect(refused.body.data).toBeUndefined();

    expect((await ask('public', query, 'person')).status).toBe(200);
  });

  test('but __typename, where introspection is public', async () => {
    expect((await ask('public', '{ __typename }', 'anyone')).body).toEqual({ data: { __typename: 'Query' } });
  });

  test.each(['authenticated', 'off'] as const)(
    'and nothing is parsed without one where introspection is %s',
    async (mode) => {
      for (const query of ['{ __typename }', '{ nothing', '{ no such field }', '']) {
        const { status, headers, body } = await ask(mode, query, 'anyone');
        expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
        expect(body.errors).toMatchObject([
          { message: expect.stringContaining('send a token'), extensions: { code: 'UNAUTHENTICATED' } },
        ]);
      }
    },
  );

  test('only the operation that is asked for counts', async () => {
    const server = servers.get('public');
    const request = (operationName: string) =>
      server?.request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'query A { __typename } query B { who }', operationName }),
      });
    expect((await request('A'))?.status).toBe(200);
    expect((await request('B'))?.status).toBe(401);
    expect((await request('C'))?.status).toBe(400);
  });
});
