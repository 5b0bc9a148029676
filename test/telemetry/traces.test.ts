import { setTimeout as sleep } from 'node:timers/promises';
import { descendants, namesOf, type ReceivedSpan, type SpanTree, spanOf } from './span-receiver';
import { anItem, aTraceparent, SYNC, startTracedProgram, type TracedProgram } from './traced-program';

let program: TracedProgram;
beforeAll(async () => {
  program = await startTracedProgram({ OTEL_SERVICE_NAME: 'accounts-of-a-test' });
});
afterAll(() => program.stop());

/** Runs an operation in a gateway's trace and gives what came of that. */
async function traced(query: string, options: Parameters<TracedProgram['ask']>[1] = {}) {
  const { traceId, spanId, header } = aTraceparent();
  const answer = await program.ask(query, { ...options, headers: { ...header, ...options?.headers } });
  const tree = await program.receiver.trace(traceId);
  expect(tree.span.parentSpanId).toBe(spanId);
  expectWithin(tree);
  return { answer, tree, traceId };
}

/** Whatever is asked for begins after what asks for it. */
function expectWithin({ span, below }: SpanTree): void {
  for (const child of below) {
    expect(BigInt(child.span.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(span.startTimeUnixNano));
    expect(BigInt(child.span.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(child.span.startTimeUnixNano));
    expectWithin(child);
  }
}

const statementsOf = (tree: SpanTree): ReceivedSpan[] =>
  descendants(tree)
    .map(({ span }) => span)
    .filter(({ attributes }) => 'db.query.summary' in attributes);

const READ = 'query One($id: ID!) { account(id: $id) { name } }';
const RENAME =
  'mutation($id: ID!, $name: String) { updateAccount(input: { accountId: $id, name: $name }) { userErrors { code } } }';

describe('a trace goes on from the gateway', () => {
  test('through the operation to the statements of a query', async () => {
    const { tree } = await traced(READ, { variables: { id: program.accountId } });
    expect(namesOf(tree)).toEqual({ 'POST /graphql': [{ 'query account': ['SELECT accounts'] }] });
    expect(tree.span).toMatchObject({
      kind: 2,
      isFailed: false,
      resource: { 'service.name': 'accounts-of-a-test', 'service.instance.id': expect.any(String) },
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/graphql',
        'http.response.status_code': 200,
        'http.request.body.size': expect.any(Number),
        'http.response.body.size': expect.any(Number),
        'reseller_accounts.caller.kind': 'ADMINISTRATOR',
        'reseller_accounts.outcome': 'ok',
      },
    });
    expect(spanOf(tree, 'query account')).toMatchObject({
      kind: 1,
      attributes: {
        'graphql.operation.type': 'query',
        'graphql.operation.name': 'One',
        'reseller_accounts.root_fields': ['account'],
        'reseller_accounts.outcome': 'ok',
        'reseller_accounts.database.statements': 1,
        'reseller_accounts.database.round_trips': 1,
      },
    });
    expect(spanOf(tree, 'SELECT accounts')).toMatchObject({
      kind: 3,
      attributes: {
        'db.system.name': 'postgresql',
        'db.operation.name': 'SELECT',
        'db.collection.name': 'accounts',
        'db.query.summary': 'SELECT accounts',
      },
    });
  });

  test('through the guard and its transaction to the statements of a mutation', async () => {
    const { tree, answer } = await traced(RENAME, { variables: { id: program.accountId, name: 'Another' } });
    expect(answer.body.data.updateAccount.userErrors).toEqual([]);
    const { below } = tree.below[0] as SpanTree;
    // The answer is read once the change is committed.
    expect(below.map(({ span }) => span.name)).toEqual(['guard', 'SELECT accounts']);
    expect(spanOf(tree, 'guard')).toMatchObject({
      attributes: {
        'reseller_accounts.mutation': 'updateAccount',
        'reseller_accounts.guard.kind': 'ALLOWED_ON_MANAGED_ACCOUNT',
        'reseller_accounts.guard.action': 'EDIT',
        'reseller_accounts.outcome': 'ok',
      },
      events: [{ name: 'passed' }],
    });
    expect(spanOf(tree, 'transaction')).toMatchObject({
      isFailed: false,
      attributes: { 'reseller_accounts.login': 'portal', 'reseller_accounts.committed': true },
      events: [{ name: 'connection' }],
    });
    const names = statementsOf(tree).map(({ name }) => name);
    expect(names[0]).toBe('START TRANSACTION');
    expect(names).toEqual(expect.arrayContaining(['SELECT accounts', 'UPDATE accounts', 'COMMIT']));
    const record = spanOf(tree, 'mutation updateAccount').attributes['reseller_accounts.database.statements'];
    expect(names).toHaveLength(record as number);
  });

  test('to the refusal of one, which is no failure', async () => {
    const remove = 'mutation($id: ID!) { deleteAccount(input: { accountId: $id }) { userErrors { code } } }';
    const { tree, answer } = await traced(remove, { variables: { id: program.managedId } });
    expect(answer.body.data.deleteAccount.userErrors).toMatchObject([{ code: 'ACTION_NOT_ALLOWED' }]);
    for (const { span } of [tree, ...descendants(tree)]) expect(span.isFailed).toBe(false);
    expect(tree.span.attributes['reseller_accounts.outcome']).toBe('refused');
    expect(spanOf(tree, 'mutation deleteAccount').attributes).toMatchObject({
      'reseller_accounts.outcome': 'refused',
      'reseller_accounts.codes': ['ACTION_NOT_ALLOWED DELETE'],
    });
    expect(spanOf(tree, 'guard')).toMatchObject({
      attributes: { 'reseller_accounts.outcome': 'refused', 'reseller_accounts.codes': ['ACTION_NOT_ALLOWED'] },
      events: [],
    });
    expect(spanOf(tree, 'transaction').attributes).toMatchObject({
      'reseller_accounts.committed': false,
      'reseller_accounts.codes': ['ACTION_NOT_ALLOWED'],
    });
    expect(statementsOf(tree).map(({ name }) => name)).toContain('ROLLBACK');
  });

  test('through a bulk call of a sync', async () => {
    const items = [anItem('c-2'), anItem('c-3'), anItem('c-4', { name: ' ' })];
    const { tree } = await traced(SYNC, { token: program.tokens.sync, variables: { input: { items } } });
    expect(tree.span.attributes['reseller_accounts.caller.kind']).toBe('RESELLER_SYNC');
    expect(spanOf(tree, 'mutation syncCustomers').attributes).toMatchObject({
      'reseller_accounts.items.CREATED': 2,
      'reseller_accounts.items.REJECTED': 1,
      'reseller_accounts.codes': ['INVALID_INPUT'],
    });
    expect(spanOf(tree, 'guard').attributes['reseller_accounts.guard.kind']).toBe('RESELLER_SYNC');
    expect(spanOf(tree, 'transaction').attributes['reseller_accounts.login']).toBe('sync');
    const names = statementsOf(tree).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['INSERT source_identities', 'INSERT accounts', 'COMMIT']));
    expect(names).not.toContain('OTHER');
  });

  test('to who is turned away before a guard, and before an operation', async () => {
    const { tree } = await traced(SYNC, { variables: { input: { items: [] } } });
    expect(spanOf(tree, 'guard')).toMatchObject({
      isFailed: false,
      attributes: { 'reseller_accounts.outcome': 'refused', 'reseller_accounts.codes': ['FORBIDDEN'] },
    });
    const nobody = await traced(READ, { token: 'none' });
    expect(namesOf(nobody.tree)).toBe('POST /graphql');
    expect(nobody.tree.span.attributes).toMatchObject({
      'http.response.status_code': 401,
      'reseller_accounts.outcome': 'refused',
      'reseller_accounts.code': 'UNAUTHENTICATED',
    });
  });
});

describe('the id of the trace', () => {
  /** It is written a moment after the caller has the answer. */
  const lineOf = async (requestId: string) => {
    const written = () => program.lines().find((line) => line.requestId === requestId && line.msg === 'request');
    for (let look = 0; look < 100 && !written(); look += 1) await sleep(20);
    return written();
  };

  test('stands in the line of the request', async () => {
    const { traceId, answer } = await traced(READ, { variables: { id: program.accountId } });
    expect(await lineOf(answer.headers.get('x-request-id') ?? '')).toMatchObject({ traceId });
  });

  test('is a new one where the header is malformed, or there is none', async () => {
    for (const headers of [{ traceparent: '00-zz-11-01' }, {}]) {
      const answer = await program.ask(READ, { variables: { id: program.accountId }, headers });
      const line = await lineOf(answer.headers.get('x-request-id') ?? '');
      expect(line?.traceId).toMatch(/^[0-9a-f]{32}$/);
      const tree = await program.receiver.trace(String(line?.traceId));
      expect(tree.span.parentSpanId ?? '').toBe('');
    }
  });
});

test('what those before us do not record, we do not; their id stands in the log all the same', async () => {
  const { traceId, header } = aTraceparent('00');
  await program.ask(READ, { variables: { id: program.accountId }, headers: header });
  const { tree } = await traced(READ, { variables: { id: program.accountId } });
  expect(tree.below).toHaveLength(1);
  expect(program.receiver.spans.filter((span) => span.traceId === traceId)).toEqual([]);
  expect(program.lines()).toContainEqual(expect.objectContaining({ traceId, msg: 'request' }));
});

test('probes, and paths where nothing is, are in no trace', async () => {
  await program.get('/livez');
  await program.get('/readyz');
  await program.get('/nothing');
  await traced(READ, { variables: { id: program.accountId } });
  expect(program.receiver.spans.filter(({ name }) => name.includes('livez') || name.includes('nothing'))).toEqual([]);
  expect(program.receiver.spans.some(({ name }) => name.startsWith('GET'))).toBe(false);
});

test('a transaction that is tried again says so', async () => {
  // The first UPDATE of the account fails as a deadlock does; what is tried again finds no trigger.
  await program.database.sql(`CREATE SEQUENCE tries; GRANT USAGE ON SEQUENCE tries TO PUBLIC`);
  await program.database.sql(`CREATE FUNCTION deadlocked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF nextval('tries') = 1 THEN RAISE EXCEPTION 'a deadlock of Obere Strasse' USING ERRCODE = '40P01'; END IF; RETURN NEW; END $$`);
  await program.database.sql(
    'CREATE TRIGGER deadlocked BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION deadlocked()',
  );
  const { tree, answer } = await traced(RENAME, { variables: { id: program.accountId, name: 'Once more' } });
  await program.database.sql('DROP TRIGGER deadlocked ON accounts');
  expect(answer.body.data.updateAccount.userErrors).toEqual([]);
  const transactions = descendants(tree).filter(({ span }) => span.name === 'transaction');
  expect(transactions).toHaveLength(1);
  expect(transactions[0]?.span.events).toMatchObject([
    { name: 'connection' },
    { name: 'retry', attributes: { 'error.type': '40P01' } },
    { name: 'connection' },
  ]);
  expect(statementsOf(tree).filter(({ isFailed }) => isFailed)[0]?.attributes).toMatchObject({
    'db.response.status_code': '40P01',
  });
});

test('a fault of ours is one in each span that it went through, by its code; its line in the log names the trace', async () => {
  await program.database.sql(`CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'broken at Obere Strasse' USING ERRCODE = 'P0001'; END $$`);
  await program.database.sql('CREATE TRIGGER broken BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION broken()');
  const { tree, answer, traceId } = await traced(RENAME, { variables: { id: program.accountId, name: 'Broken' } });
  await program.database.sql('DROP TRIGGER broken ON accounts');
  expect(answer.body.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(Object.keys(answer.body.errors[0].extensions).sort()).toEqual(['code', 'requestId']);
  const failed = descendants(tree).filter(({ span }) => span.isFailed);
  expect(failed.map(({ span }) => [span.name, span.attributes['error.type']])).toEqual([
    ['mutation updateAccount', 'INTERNAL_SERVER_ERROR'],
    ['guard', 'P0001'],
    ['transaction', 'P0001'],
    ['UPDATE accounts', 'P0001'],
    ...failed.slice(4).map(() => [expect.any(String), expect.any(String)]),
  ]);
  expect(tree.span.attributes['reseller_accounts.outcome']).toBe('fault');
  expect(program.lines()).toContainEqual(expect.objectContaining({ msg: 'fault', traceId }));
  expect(program.receiver.bodies.join()).not.toContain('Obere');
});
