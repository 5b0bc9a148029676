import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { type Program, startProgram } from '../support/program';

const KIB = 1024;

let database: TestDatabase;
let program: Program;
let token: string;

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startProgram(database);
  token = (await program.issuer?.tokenForPerson({ userId: 'root', groups: [], administrator: true })) ?? '';
});
afterAll(async () => {
  await program.stop();
  await database.drop();
});

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at)).join(' ');
const bearer = () => ({ authorization: `Bearer ${token}` });
const codesOf = (body: { errors: { extensions: { code: string } }[] }) =>
  body.errors.map(({ extensions }) => extensions.code);

describe('an operation that is long or full of errors', () => {
  test('is refused before it is parsed, by POST and by GET', async () => {
    const startedAt = performance.now();
    const { status, body } = await program.post({ query: `{ ${'\n'.repeat(400 * KIB)} nothing }` }, bearer());
    expect([status, codesOf(body)]).toEqual([400, ['OPERATION_TOO_LARGE']]);
    const anonymous = await program.post({ query: `{ ${'\n'.repeat(17 * KIB)} nothing }` });
    expect([anonymous.status, codesOf(anonymous.body)]).toEqual([400, ['OPERATION_TOO_LARGE']]);
    const get = await program.get(`/graphql?query=${encodeURIComponent('{'.repeat(300))}`);
    expect([get.status, codesOf(get.body)]).toEqual([400, ['OPERATION_TOO_LARGE']]);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  test('may have variables of any length', async () => {
    const query = 'query ($text: String!) { accounts(filter: { search: $text }) { totalCount } }';
    const { body } = await program.post({ query, variables: { text: 'x'.repeat(200 * KIB) } }, bearer());
    expect(codesOf(body)).toEqual(['INVALID_INPUT']);
  });

  test('is told its first few mistakes', async () => {
    const { status, body } = await program.post(
      { query: `${'\n'.repeat(60 * KIB)}{ ${times(400, (at) => `no${at}`)} }` },
      bearer(),
    );
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(11);
    expect(body.errors.at(-1).message).toMatch(/Too many validation errors/);
  });

  test('is told the first hundred errors of its fields, and how many more there were', async () => {
    // Each of 1,000 entities fails under ten names.
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account {${'\n'.repeat(60 * KIB)}
      ${times(10, (at) => `a${at}: history(first: 201) { edges { cursor } }`)} } } }`;
    const { body: made } = await program.post(
      {
        query:
          'mutation { createTenantReseller(input: { name: "A", currency: "EUR", separateInvoices: true }) { tenantReseller { account { id } } } }',
      },
      bearer(),
    );
    const { id } = made.data.createTenantReseller.tenantReseller.account;
    const r = Array.from({ length: 1_000 }, () => ({ __typename: 'Account', id }));
    const startedAt = performance.now();
    const { body } = await program.post({ query, variables: { r } }, bearer());
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    expect(body.errors).toHaveLength(101);
    expect(new Set(codesOf(body))).toEqual(new Set(['INVALID_INPUT', 'MORE_ERRORS']));
    expect(body.errors.at(-1).message).toMatch(/^\d+ more errors are not told\.$/);
  });

  test('with many bad values in its variables is told the first few', async () => {
    const items = Array.from({ length: 500 }, () => ({ customer: 7, paidSubscriptions: [7, 7] }));
    const query = 'mutation ($i: SyncCustomersInput!) { syncCustomers(input: $i) { results { outcome } } }';
    const { status, body } = await program.post({ query, variables: { i: { items } } }, bearer());
    expect(status).toBe(400);
    expect(body.errors.length).toBeLessThanOrEqual(11);
  });
});

describe('what is nested deeply is the caller’s error', () => {
  const list = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const object = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const withVariable = (json: string) =>
    `{"query":"mutation ($v: CreateAccountInput!) { createAccount(input: $v) { userErrors { code } } }","variables":{"v":{
      "name":"a","currency":"EUR","idempotencyKey":"k","customFields":[{"code":"x","value":${json}}]}}}`;

  test.each([100, 3_000, 100_000])('JSON, %s deep', async (depth) => {
    for (const json of [list(depth), object(depth)]) {
      for (const body of [
        json,
        withVariable(json),
        `{"query":"{ __typename }","extensions":{"e":${json}}}`,
        `{"query":${json}}`,
      ]) {
        const { status, body: answer } = await program.post(body, bearer());
        expect([status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
      }
    }
    expect(program.log()).not.toMatch(/"msg":"fault"/);
  });

  test('JSON in an address', async () => {
    const { status, body } = await program.get(
      `/graphql?query={__typename}&variables=${encodeURIComponent(list(2_000))}`,
    );
    expect([status, codesOf(body)]).toEqual([400, ['BAD_REQUEST']]);
  });

  test('JSON as deep as inputs are is taken', async () => {
    const { body } = await program.post(withVariable(list(40)), bearer());
    expect(body.data.createAccount.userErrors).toMatchObject([{ code: 'CUSTOM_FIELD_UNKNOWN' }]);
  });

  /** Everything that goes down within itself, each both short and long. */
  const DEEP: [string, (depth: number) => string][] = [
    ['fields', (n) => `{ account(id: "x") { ${'parent { '.repeat(n)} id ${'} '.repeat(n)} } }`],
    ['inline fragments', (n) => `{ ${'... { '.repeat(n)} nothing ${'} '.repeat(n)} }`],
    ['lists', (n) => `{ account(id: ${'['.repeat(n)}${']'.repeat(n)}) { id } }`],
    ['objects', (n) => `{ accounts(filter: ${'{a:'.repeat(n)}1${'}'.repeat(n)}) { totalCount } }`],
    ['types', (n) => `query ($x: ${'['.repeat(n)}ID${']'.repeat(n)}) { account(id: $x) { id } }`],
    [
      'fragments in a circle',
      (n) => `{ ...F0 } ${times(n, (at) => `fragment F${at} on Query { ...F${(at + 1) % n} }`)}`,
    ],
    [
      'fields in a circle',
      (n) =>
        `{ account(id: "x") { ...F0 } } ${times(n, (at) => `fragment F${at} on Account { parent { ...F${(at + 1) % n} } }`)}`,
    ],
    [
      'two circles',
      (n) =>
        `{ account(id: "x") { ...F0 } } ${times(n, (at) => `fragment F${at} on Account { parent { ...F${(at + 1) % n} } a: billTo { ...F${(at + 2) % n} } }`)}`,
    ],
    [
      'circles of introspection',
      (n) =>
        `{ __schema { types { ...F0 } } } ${times(n, (at) => `fragment F${at} on __Type { ofType { ...F${(at + 1) % n} } }`)}`,
    ],
    [
      'every fragment in every other',
      (n) =>
        `{ ...F0 } ${times(Math.min(n, 28), (at) => `fragment F${at} on Query { ${times(Math.min(n, 28), (other) => `...F${other}`)} }`)}`,
    ],
    [
      'a circle in something deep',
      (n) => `{ account(id: "x") { ...F } } fragment F on Account { ${'parent { '.repeat(n)} ...F ${'} '.repeat(n)} }`,
    ],
    ['beginnings', (n) => '{a'.repeat(n)],
  ];

  test.each(DEEP)('%s', async (_, query) => {
    for (const depth of [25, 100, 249, 660, 5_000]) {
      const startedAt = performance.now();
      const { status, body } = await program.post({ query: query(depth) }, bearer());
      expect(performance.now() - startedAt).toBeLessThan(8_000);
      expect([depth, status]).toEqual([depth, 400]);
      for (const code of codesOf(body))
        expect(code).toMatch(/^(OPERATION_TOO_LARGE|GRAPHQL_(PARSE|VALIDATION)_FAILED)$/);
    }
    expect(program.log()).not.toMatch(/"msg":"fault"|call stack/);
  });
});
