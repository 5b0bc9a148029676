import { startToyServer, type ToyServer } from './toy-server';

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
    await expectTooLarge(`{ ...F ${times(9, () => '@mark')} } fragment F on Query { who }`);
  });

  test('holds at most 2,000 tokens', async () => {
    const ofLevels = (count: number) => `{ account(id: 1) { ${'friend { '.repeat(count)} id ${'}'.repeat(count)} } }`;
    await expectTaken(ofLevels(650));
    const answer = await server.ask(ofLevels(670));
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
