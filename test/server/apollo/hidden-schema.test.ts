import type { IntrospectionMode } from '../../../src/config/config';
import { startToyServer, type ToyServer } from '../toy-server';

const MODES = ['public', 'authenticated', 'off'] as const;
type By = 'anyone' | 'person' | 'sync';

/** Sent in an operation, each is refused; what stands beside it is a name of the schema that was not sent. */
const GUESSES: Record<string, readonly [query: string, variables?: object]> = {
  'a field that is nearly there': ['{ whoo }'],
  'a field on a type': ['{ account(id: "1") { identity } }'],
  'a field of nothing': ['{ __typename { id } }'],
  'a selection that is missing': ['{ account(id: "1") }'],
  'a selection too many': ['{ who { id } }'],
  'an argument that is nearly there': ['{ echo(txt: "a") }'],
  'an argument that is missing': ['{ account { id } }'],
  'an argument of another type': ['{ echo(text: 7) }'],
  'an argument that is null': ['{ wish(times: null) }'],
  'a type that is nearly there': ['query ($w: Wishes) { who }'],
  'a variable of an output type': ['query ($a: Account) { account(id: $a) { id } }'],
  'a variable of the wrong type': ['query ($t: Int) { echo(text: $t) }'],
  'an enum value that is nearly there': ['{ wish(wish: { mood: HAPY }) }'],
  'an enum value as a text': ['{ wish(wish: { mood: "HAPPY" }) }'],
  'an input field that is nearly there': ['{ wish(wish: { mod: HAPPY, mood: HAPPY }) }'],
  'an input field that is missing': ['{ wish(wish: {}) }'],
  'an input that is none': ['{ wish(wish: 1) }'],
  'a fragment on a type that is nearly there': ['{ ...F } fragment F on Querry { who }'],
  'a fragment on another type': ['{ ...F } fragment F on Account { id }'],
  'a fragment on a scalar': ['{ ... on String { id } }'],
  'a directive that is nearly there': ['{ who @skipp(if: true) }'],
  'a directive without its argument': ['{ who @skip }'],
  'fields that do not go together': ['{ a: who a: account(id: "1") { id } }'],
  'a mutation that is nearly there': ['mutation { touchh(n: 1) }'],
  'a variable of an input that is nearly right': [
    'query ($w: Wish) { wish(wish: $w) }',
    { w: { mod: 'HAPPY', mood: 'SAD' } },
  ],
  'a variable of an enum that is nearly right': ['query ($w: Wish) { wish(wish: $w) }', { w: { mood: 'HAPY' } }],
  'a variable of an input with a part missing': ['query ($w: Wish) { wish(wish: $w) }', { w: {} }],
  'a variable of an input that is a text': ['query ($w: Wish) { wish(wish: $w) }', { w: 'x' }],
  'a variable deep in an input': ['query ($w: Wish) { wish(wish: $w) }', { w: { mood: 'SAD', secretly: [1, 'x'] } }],
  'a variable that is missing': ['query ($i: ID!) { account(id: $i) { id } }', {}],
  'a variable that is null': ['query ($i: ID!) { account(id: $i) { id } }', { i: null }],
  'a variable that is null where an argument may not be': ['query ($n: Int) { wish(times: $n) }', { n: null }],
};

/** All that only the schema knows. */
const NAMES = [
  ...['Query', 'Mutation', 'Account', 'Wish', 'Mood', 'String', 'Int', 'Boolean', 'ID'],
  ...['who', 'echo', 'account', 'gate', 'wish', 'touch', 'friend', '_entities', '_service'],
  ...['text', 'times', 'mood', 'secretly', 'HAPPY', 'SAD', 'id', 'n', 'if', 'skip', 'include', 'representations'],
];

const servers = new Map<IntrospectionMode, ToyServer>();

beforeAll(async () => {
  for (const introspection of MODES) servers.set(introspection, await startToyServer({ introspection }));
});
afterAll(() => Promise.all([...servers.values()].map((server) => server.stop())));

function serverOf(mode: IntrospectionMode): ToyServer {
  const server = servers.get(mode);
  if (server === undefined) throw new Error('not started');
  return server;
}

function ask(mode: IntrospectionMode, by: By, query: string, variables = {}) {
  const server = serverOf(mode);
  return server.ask(query, by === 'anyone' ? {} : { authorization: `Bearer ${server.tokens[by]}` }, variables);
}

const wordsOf = (text: string): string[] => text.match(/[_A-Za-z]\w*/g) ?? [];

describe.each(Object.entries(GUESSES))('%s', (_, [query, variables]) => {
  test.each(MODES)('is refused without a suggestion, where introspection is %s', async (mode) => {
    for (const by of ['anyone', 'person', 'sync'] as const) {
      const { status, body } = await ask(mode, by, query, variables);
      const isUnread = by === 'anyone' && mode !== 'public';
      if (isUnread) expect(status).toBe(401);
      expect(body.errors.length).toBeGreaterThan(0);
      expect(JSON.stringify(body)).not.toMatch(/did you mean/i);
    }
  });

  test.each(['person', 'sync'] as const)(
    'tells %s no name that it did not send, where introspection is off',
    async (by) => {
      const { body } = await ask('off', by, query, variables);
      const sent = new Set(wordsOf(query + JSON.stringify(variables ?? {})));
      for (const { message } of body.errors) {
        const told = wordsOf(message).filter((word) => NAMES.includes(word) && !sent.has(word));
        expect({ message, told }).toEqual({ message, told: [] });
      }
      expect(body.errors[0].message).toMatch(
        /^(("[^"]+"|The operation) does not fit the schema, which is not shown here\.|"\w+" of \w+ must not be null: leave it out for its default\.)$/,
      );
    },
  );

  test('tells who sends no token the same as of anything else, where the schema is not shown to everyone', async () => {
    for (const mode of ['authenticated', 'off'] as const) {
      const answers = [await ask(mode, 'anyone', query, variables), await ask(mode, 'anyone', '{ who }')];
      const [told, ofGood] = answers.map(({ body }) => JSON.stringify(body).replace(/"requestId":"[^"]*"/, ''));
      expect(told).toBe(ofGood);
    }
  });
});

describe('where the schema is shown', () => {
  test.each(['public', 'authenticated'] as const)('to callers, as %s, they are told what is wrong', async (mode) => {
    const [error] = (await ask(mode, 'person', '{ whoo }')).body.errors;
    expect(error.message).toBe('Cannot query field "whoo" on type "Query".');
  });
});

describe('where it is off', () => {
  test('a caller is told where the fault is, in words of its own', async () => {
    const messageOf = async (query: string, variables = {}) =>
      (await ask('off', 'person', query, variables)).body.errors[0].message;
    expect(await messageOf('{ account(id: "1") { identity } }')).toBe(
      '"identity" does not fit the schema, which is not shown here.',
    );
    expect(await messageOf('query ($w: Wish) { wish(wish: $w) }', { w: { mood: 'SAD', secretly: [1, 'x'] } })).toBe(
      '"w.secretly[1]" does not fit the schema, which is not shown here.',
    );
    expect(await messageOf('{ who ')).toBe('Syntax Error: Expected Name, found <EOF>.');
  });

  test('sound operations of callers are answered', async () => {
    for (const by of ['person', 'sync'] as const) {
      expect((await ask('off', by, '{ wish(wish: { mood: SAD }, times: 2) }')).body).toEqual({
        data: { wish: 'granted' },
      });
      expect((await ask('off', by, '{ __typename }')).body).toEqual({ data: { __typename: 'Query' } });
    }
  });
});

describe('who sends no token', () => {
  const bodies: Record<string, string> = {
    'a sound operation': '{"query":"{ who }"}',
    __typename: '{"query":"{ __typename }"}',
    'the schema': '{"query":"{ __schema { queryType { name } } }"}',
    'what cannot be parsed': '{"query":"{ who"}',
    'no operation': '{}',
    'no JSON': '{',
    'a megabyte': JSON.stringify({ query: '\n'.repeat(1_000_000) }),
  };

  test.each(Object.entries(bodies))('is refused the same way for %s, unread', async (_, body) => {
    for (const mode of ['authenticated', 'off'] as const) {
      const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      const answer = await serverOf(mode).request('/graphql', post);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(answer.body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  test('is refused by GET as well', async () => {
    for (const mode of ['authenticated', 'off'] as const) {
      const headers = { 'apollo-require-preflight': '1' };
      expect((await serverOf(mode).request('/graphql?query={whoo}', { headers })).status).toBe(401);
    }
  });

  test('may ask for the schema where it is public', async () => {
    expect((await ask('public', 'anyone', '{ __schema { queryType { name } } }')).status).toBe(200);
    expect((await ask('public', 'anyone', '{ whoo }')).status).toBe(400);
  });
});

describe('a browser that opens the endpoint', () => {
  const open = (mode: IntrospectionMode, headers = {}) =>
    serverOf(mode).request('/graphql', { headers: { accept: 'text/html,*/*;q=0.8', ...headers } });

  test.each(['public', 'authenticated'] as const)('gets GraphiQL where introspection is %s', async (mode) => {
    const answer = await open(mode);
    expect([answer.status, answer.body]).toEqual([200, '<p>GraphiQL</p>']);
  });

  test('gets none where it is off, whoever it is, and is told why', async () => {
    const { tokens } = serverOf('off');
    for (const headers of [
      {},
      { authorization: `Bearer ${tokens.person}` },
      { authorization: `Bearer ${tokens.sync}` },
    ]) {
      const answer = await open('off', headers);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(answer.body).toContain('INTROSPECTION is off');
    }
  });
});
