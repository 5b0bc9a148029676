import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { type Program, startProgram } from '../support/program';

/** What an answer would show of our inside: a stack, a hint at the schema, SQL, a driver, a place on the disk. */
const INSIDE = [
  /\bat \S+ \(|\n\s+at |\.[jt]s:\d+/,
  /did you mean/i,
  /\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|FROM public\.accounts|WHERE |RETURNING)\b/,
  /syntax error at or near|violates \w+ constraint|relation "|column "|invalid byte sequence|invalid input syntax/,
  /QueryFailedError|EntityNotFound|TypeError|RangeError|call stack|is not a function|Cannot read prop/,
  /node_modules|node:internal|\/src\/|\/dist\/|reseller_accounts_|postgres/i,
];

const UNKNOWN = 'b1c5a52a-8f0e-4c39-9d0a-5a1f6a2c9e11';
const many = (count: number, part: string) => part.repeat(count);

let database: TestDatabase;
let program: Program;
let tokens: Record<'administrator' | 'user' | 'sync', string>;

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startProgram(database);
  const { issuer } = program;
  if (issuer === null) throw new Error('The local issuer is off');
  const administrator = await issuer.tokenForPerson({ userId: 'root', groups: [], administrator: true });
  const { body } = await program.post(
    {
      query: `mutation { createTenantReseller(input: { name: "Alpha", currency: "EUR", separateInvoices: true }) {
        tenantReseller { id } } }`,
    },
    { authorization: `Bearer ${administrator}` },
  );
  tokens = {
    administrator,
    user: await issuer.tokenForPerson({ userId: 'anna', groups: [], administrator: false }),
    sync: await issuer.tokenForSync({ tenantResellerId: body.data.createTenantReseller.tenantReseller.id }),
  };
});
afterAll(async () => {
  await program.stop();
  await database.drop();
});

const STRANGE_TEXTS = [
  '',
  ' ',
  "'; DROP TABLE accounts; --",
  '\\',
  '\u0000',
  '\ud800',
  '%',
  '{{7*7}}',
  '__proto__',
  'x'.repeat(100_000),
  `${UNKNOWN}' OR '1'='1`,
  '{"a":1}',
  '9'.repeat(400),
];

/** Operations that are refused before they run. */
const MALFORMED: Record<string, unknown> = {
  'no query': {},
  'an empty query': { query: '' },
  'a query that is a number': { query: 7 },
  'a query that is a list': { query: ['{ __typename }'] },
  'variables that are a list': { query: '{ __typename }', variables: [] },
  'variables that are a text': { query: '{ __typename }', variables: 'x' },
  'extensions that are a text': { query: '{ __typename }', extensions: 'x' },
  'an operation name that is a number': { query: '{ __typename }', operationName: 7 },
  'an operation name of nobody': { query: 'query A { __typename }', operationName: 'B' },
  'a list of operations': [{ query: '{ __typename }' }],
  null: null,
  'a text': '"{ __typename }"',
  'no JSON': '{"query":',
  'JSON with a NUL': '{"query":"\u0000"}',
  'half a character': { query: '{ account(id: "\ud800" { id } }' },
  'a field that is nearly there': { query: '{ acount(id: "x") { id } }' },
  'a type that is nearly there': { query: 'query ($i: UpdateAcountInput) { __typename }' },
  'an argument that is nearly there': { query: '{ account(idd: "x") { id } }' },
  'an input field that is nearly there': {
    query: 'mutation { updateAccount(input: { accountId: "x", emial: "x" }) { account { id } } }',
  },
  'an enum value that is nearly there': { query: '{ accounts(first: 1, filter: { status: [ACTIV] }) { totalCount } }' },
  'a directive that is nearly there': { query: '{ __typename @skipp(if: true) }' },
  'a fragment on a type that is nearly there': { query: '{ ...F } fragment F on Querry { __typename }' },
  'a fragment of itself': { query: '{ ...F } fragment F on Query { ...F }' },
  'lists in lists': { query: `{ account(id: ${many(1990, '[')}) { id } }` },
  'lists in lists that end': { query: `{ account(id: ${many(900, '[')}${many(900, ']')}) { id } }` },
  'objects in objects': {
    query: `{ accounts(first: 1, filter: ${many(480, '{a:')}1${many(480, '}')}) { totalCount } }`,
  },
  'too many tokens': { query: `{ ${many(3000, 'a ')} }` },
  'an endless beginning': { query: many(100_000, '{a') },
  'a subscription': { query: 'subscription { __typename }' },
  'a schema': { query: 'type Query { a: Int }' },
  'an id that is an object': { query: 'query ($id: ID!) { account(id: $id) { id } }', variables: { id: { a: 1 } } },
  'an id that is missing': { query: 'query ($id: ID!) { account(id: $id) { id } }', variables: {} },
  'an id that is null': { query: 'query ($id: ID!) { account(id: $id) { id } }', variables: { id: null } },
  'a number for a text': {
    query: 'query ($f: AccountFilter) { accounts(first: 1, filter: $f) { totalCount } }',
    variables: { f: { search: 7, __proto__: 1, constructor: { prototype: 1 } } },
  },
  'a first that is endless': { query: '{ accounts(first: 99999999999999999999) { totalCount } }' },
};

/** Operations that run, with a strange text wherever one goes. */
const RUNNING: Record<string, [who: 'administrator' | 'user' | 'sync', query: string]> = {
  account: ['administrator', 'query ($t: ID!) { account(id: $t) { id name } }'],
  search: ['administrator', 'query ($t: String!) { accounts(first: 5, filter: { search: $t }) { totalCount } }'],
  cursor: ['administrator', 'query ($t: String!) { accounts(first: 5, after: $t) { totalCount edges { cursor } } }'],
  copiedAccount: [
    'administrator',
    'query ($t: ID!) { copiedAccount(tenantResellerId: $t, sourceAccountId: $t) { id } }',
  ],
  entities: [
    'administrator',
    'query ($t: ID!) { _entities(representations: [{ __typename: "Account", id: "x" }]) { __typename } account(id: $t) { id } }',
  ],
  pending: ['administrator', 'query ($t: Date!) { account(id: "x") { pendingInvoices(asOf: $t) { total } } }'],
  updateAccount: [
    'administrator',
    `mutation ($t: ID!, $s: String!) { updateAccount(input: { accountId: $t, name: $s, customFields: [{ code: $s, value: $s }] }) {
      userErrors { code message path } } }`,
  ],
  createAccount: [
    'administrator',
    'mutation ($s: String!, $c: Currency!) { createAccount(input: { name: $s, currency: $c }) { userErrors { code message path } } }',
  ],
  createOrder: [
    'user',
    'mutation ($t: ID!, $s: String!) { createOrder(input: { accountId: $t, lines: [{ sku: $s, quantity: 1 }] }) { userErrors { code message } } }',
  ],
  generateInvoices: [
    'user',
    'mutation ($t: ID!, $s: String) { generateInvoices(input: { accountId: $t, idempotencyKey: $s }) { userErrors { code message } } }',
  ],
  deleteManagedAccount: [
    'sync',
    'mutation ($t: String!) { deleteManagedAccount(input: { sourceAccountId: $t, sourceVersion: $t, endDate: $t }) { userErrors { code message } } }',
  ],
  syncCustomers: [
    'sync',
    `mutation ($t: String!, $v: String!) { syncCustomers(input: { items: [{ customer: {
      sourceAccountId: $t, sourceVersion: $v, name: $t, email: $t, status: ACTIVE } }] }) {
      results { outcome userErrors { code message path } } userErrors { code message } } }`,
  ],
};

async function ask(body: unknown, who?: 'administrator' | 'user' | 'sync') {
  const answer = await program.post(body, who ? { authorization: `Bearer ${tokens[who]}` } : {});
  for (const inside of INSIDE) expect(answer.text).not.toMatch(inside);
  return answer;
}

describe('a malformed operation is refused with a code, and shows nothing of our inside', () => {
  test.each(Object.entries(MALFORMED))('%s', async (_, body) => {
    for (const who of [undefined, 'administrator', 'sync'] as const) {
      const startedAt = performance.now();
      const { status, body: answer } = await ask(body, who);
      expect(performance.now() - startedAt).toBeLessThan(1_500);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(answer.errors.length).toBeGreaterThan(0);
      for (const { extensions } of answer.errors) {
        expect(extensions.code).toMatch(/^[A-Z_]+$/);
        expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
      }
    }
  });
});

describe('a strange text in a sound operation is no fault, and shows nothing of our inside', () => {
  test.each(Object.entries(RUNNING))('%s', async (_, [who, query]) => {
    for (const text of STRANGE_TEXTS) {
      const named = ['t', 's', 'c', 'v'].filter((name) => query.includes(`$${name}:`));
      const { text: answer } = await ask({ query, variables: Object.fromEntries(named.map((n) => [n, text])) }, who);
      expect(answer).not.toContain('INTERNAL_SERVER_ERROR');
    }
  });

  test('nor in the headers, nor in the address', async () => {
    for (const value of [
      'Bearer eyJhbGciOiJub25lIn0.e30.',
      'Bearer ..',
      'Bearer '.repeat(9),
      `Basic ${many(999, 'x')}`,
    ]) {
      const { status, text } = await program.post({ query: '{ __typename }' }, { authorization: value });
      expect(status).toBe(401);
      for (const inside of INSIDE) expect(text).not.toMatch(inside);
    }
    for (const path of [
      '/graphql?query=%00',
      '/graphql?query={a',
      '/graphql?query=%zz',
      "/nothing'--",
      '/%2e%2e/etc',
    ]) {
      const { status, text } = await program.get(path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      for (const inside of INSIDE) expect(text).not.toMatch(inside);
    }
  });
});

test('no call of these was a fault: the log has no stack', () => {
  expect(program.log()).not.toMatch(/"stack"|"msg":"fault"/);
});

test('up to 1,000 representations and 200 of a page are answered, more refused with a code', async () => {
  const representations = (count: number) => ({
    query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
    variables: { r: Array.from({ length: count }, (_, n) => ({ __typename: 'Account', id: `${n}` })) },
  });
  expect((await ask(representations(1000), 'administrator')).body.data._entities).toHaveLength(1000);
  const startedAt = performance.now();
  const tooMany = await ask(representations(1001), 'administrator');
  expect(performance.now() - startedAt).toBeLessThan(500);
  expect([tooMany.status, tooMany.body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);

  const page = (first: number) => ({ query: `{ accounts(first: ${first}) { totalCount } }` });
  expect((await ask(page(200), 'administrator')).body.errors).toBeUndefined();
  expect((await ask(page(201), 'administrator')).body.errors[0].extensions.code).toBe('INVALID_INPUT');
});

test('a real fault of the database shows nothing of it either', async () => {
  const rules = { query: '{ permissionRules { id } }' };
  await database.sql('ALTER TABLE permission_rules RENAME TO mislaid');
  const { body } = await ask(rules, 'administrator');
  expect(body.errors).toEqual([
    expect.objectContaining({
      message: 'Internal server error',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) },
    }),
  ]);
  expect(program.log()).toContain('permission_rules');
  await database.sql('ALTER TABLE mislaid RENAME TO permission_rules');
  expect((await ask(rules, 'administrator')).body).toEqual({ data: { permissionRules: [] } });
});
