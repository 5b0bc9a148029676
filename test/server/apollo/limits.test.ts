import { getIntrospectionQuery } from 'graphql';
import { startToyServer, type ToyServer } from '../toy-server';

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

describe('one operation', () => {
  let server: ToyServer;

  beforeAll(async () => {
    server = await startToyServer();
  });
  afterAll(() => server.stop());

  async function expectTaken(query: string) {
    const answer = await server.ask(query);
    expect(answer.body.errors).toBeUndefined();
    expect(answer.status).toBe(200);
  }

  async function expectTooLarge(query: string) {
    const answer = await server.ask(query);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].extensions.code).toBe('OPERATION_TOO_LARGE');
    expect(answer.body.data).toBeUndefined();
  }

  test('holds at most 20 mutations', async () => {
    await expectTaken(`mutation { ${times(20, (n) => `m${n}: touch(n: ${n})`)} }`);
    await expectTooLarge(`mutation { ${times(21, (n) => `m${n}: touch(n: ${n})`)} }`);
  });

  test('holds at most 20 mutations in fragments too', async () => {
    const inFragments = (count: number) =>
      `mutation { ...A ... on Mutation { ${times(count - 10, (n) => `b${n}: touch(n: ${n})`)} } }
       fragment A on Mutation { ${times(10, (n) => `a${n}: touch(n: ${n})`)} }`;
    await expectTaken(inFragments(20));
    await expectTooLarge(inFragments(21));
  });

  test('holds at most 50 aliases', async () => {
    await expectTaken(`{ ${times(50, (n) => `a${n}: who`)} }`);
    await expectTooLarge(`{ ${times(51, (n) => `a${n}: who`)} }`);
  });

  test('may ask for many fields without aliases', async () => {
    await expectTaken(`{ account(id: 1) { ${times(300, () => 'id')} } }`);
  });

  test('holds at most 50 aliases however they are nested, and a fragment counts wherever it is spread', async () => {
    const nested = (aliases: number) =>
      `{ account(id: 1) { ...F friend { ...F } } } fragment F on Account { ${times(aliases, (n) => `a${n}: id`)} }`;
    await expectTaken(nested(25));
    await expectTooLarge(nested(26));
  });

  test('holds at most 8 directives on a field', async () => {
    await expectTaken(`{ account(id: 1) { id ${times(8, (n) => `@mark(n: ${n})`)} } }`);
    await expectTooLarge(`{ account(id: 1) { id ${times(9, (n) => `@mark(n: ${n})`)} } }`);
  });

  test.each<[string, (marks: string) => string]>([
    ['an operation', (marks) => `query Q ${marks} { who }`],
    ['a variable', (marks) => `query Q($t: String ${marks}) { echo(text: $t) }`],
    ['a spread of a fragment', (marks) => `{ ...F ${marks} } fragment F on Query { who }`],
    ['a fragment', (marks) => `{ ...F } fragment F on Query ${marks} { who }`],
    ['an inline fragment', (marks) => `{ ... ${marks} { who } }`],
    ['a field in fragments', (marks) => `{ ...F } fragment F on Query { ... { who ${marks} } }`],
  ])('holds at most 8 directives on %s', async (_, withMarks) => {
    await expectTaken(withMarks(times(8, (n) => `@mark(n: ${n})`)));
    await expectTooLarge(withMarks(times(9, (n) => `@mark(n: ${n})`)));
  });

  test('holds at most 20 fields below each other, fragments or not', async () => {
    const plain = (depth: number) =>
      `{ account(id: 1) { ${'friend { '.repeat(depth - 2)} id ${'}'.repeat(depth - 2)} } }`;
    const inFragments = (depth: number) =>
      `{ ...A } fragment A on Query { account(id: 1) { ... { friend { ...B } } } }
       fragment B on Account { ${'friend { '.repeat(depth - 3)} id ${'}'.repeat(depth - 3)} }`;
    await expectTaken(plain(20));
    await expectTooLarge(plain(21));
    await expectTaken(inFragments(20));
    await expectTooLarge(inFragments(21));
  });

  test('may be the introspection of GraphiQL', async () => {
    await expectTaken(
      getIntrospectionQuery({
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    );
  });

  test('holds at most 2,000 tokens', async () => {
    // Eight tokens a field: comparing very many of one name has a limit of its own.
    const fields = (tokens: number) => 'who @include(if: true) '.repeat(tokens / 8) + 'who '.repeat(tokens % 8);
    const ofTokens = (count: number) => `{ ${'... { '.repeat(200)} ${fields(count - 602)} ${'} '.repeat(200)} }`;
    await expectTaken(ofTokens(2_000));
    const answer = await server.ask(ofTokens(2_001));
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].extensions.code).toBe('GRAPHQL_PARSE_FAILED');
  });

  test('does not grow without bounds through fragments in fragments', async () => {
    const doubling = (depth: number) =>
      `{ account(id: 1) { ...F0 } } ${times(depth, (n) => `fragment F${n} on Account { friend { ...F${n + 1} ...F${n + 1} } }`)}
       fragment F${depth} on Account { id }`;
    await expectTaken(doubling(5));
    const answer = await server.ask(doubling(25));
    expect(answer.status).toBe(400);
    expect(answer.body.data).toBeUndefined();
  });

  test('is one: a stored query is not taken by its hash', async () => {
    const answer = await server.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${server.tokens.person}` },
      body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
    });
    expect(answer.body.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });
});
