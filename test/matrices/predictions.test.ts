import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { sampleMutations } from '../graphql/sample-input';
import { aMatrixWorld, type MatrixWorld, PERSONS } from '../guard/accounts';
import { admin } from '../support/resellers';
import { ATTEMPTS } from './attempts';
import { ACTORS, type Actor, STATES, type State } from './verdicts';
import { type Call, type Came, runTogether, WAYS } from './ways';

/** What the predictor says of a mutation: nothing of these when it passes the guard. */
interface Outcome {
  readonly code: string | null;
  readonly reasons: readonly string[];
  readonly path: readonly string[] | null;
}
/** What it says of a value that changes a field: what the guard comes to, and what is refused as locked. */
interface Edit {
  readonly path: readonly string[];
  readonly outcome: Outcome;
  readonly locked: readonly { readonly path: readonly string[]; readonly field: string }[];
}
interface Prediction {
  readonly permissions: readonly object[];
  readonly locks: readonly object[];
  readonly mutations: readonly { readonly mutation: string; readonly outcome: Outcome }[];
  readonly edits: Readonly<Record<string, readonly Edit[]>>;
}

let matrix: MatrixWorld;
let predictions: ReadonlyMap<string, Prediction>;
const made = { permissions: 0, locks: 0, mutations: 0, edits: 0 };
let wrong = 0;

beforeAll(async () => {
  matrix = await aMatrixWorld();
  const definition = { code: 'note', label: 'Note', type: 'TEXT', required: false };
  const { userErrors } = await matrix.world.mutate(admin, 'saveCustomFieldDefinition', definition);
  expect(userErrors).toEqual([]);
  predictions = await predicted();
});
afterAll(async () => {
  const all = Object.values(made).reduce((sum, count) => sum + count, 0);
  console.info(`matrix, predictions: ${all}, of which ${wrong} wrong; ${JSON.stringify(made)}`);
  expect(matrix.world.faults).toEqual([]);
  await matrix.world.close();
});

const cellOf = (state: State, actor: Actor) => `${state}, ${actor}`;
const CELLS = STATES.flatMap((state) => ACTORS.map((actor) => ({ state, actor })));

const FACTS = 'policyFacts { fact value }';
const CONDITIONS = 'conditions { reason when { fact is } }';
const POLICY = `{ accountPolicy { actions { action ${CONDITIONS} } fields { field ${CONDITIONS} }
  mutations { mutation guard action accountPath callers inputFields { path field } } } }`;

/** Asks of the account of the state through both doors. */
async function askOf(state: State, actor: Actor, selection: string, beside = '') {
  const { id } = matrix.prototypes[state];
  const { account, _entities, ...others } = await matrix.world.ask(
    matrix.callerOf(actor, state),
    `query ($id: ID!, $of: [_Any!]!) { ${beside} account(id: $id) { ${selection} }
      _entities(representations: $of) { ... on Account { ${selection} } } }`,
    { id, of: [{ __typename: 'Account', id }] },
  );
  return { account, entity: _entities[0], ...others };
}

/** All predictions, made by a process that has nothing but answers, where nothing of ours can be found. */
async function predicted(): Promise<Map<string, Prediction>> {
  const introspection = await matrix.world.ask(admin, getIntrospectionQuery());
  const { accountPolicy } = await matrix.world.ask(admin, POLICY);
  const asked: object[] = [];
  for (const { state, actor } of CELLS) {
    const { accountViewer, ...facts } = await askOf(state, actor, FACTS, 'accountViewer { kind powers }');
    asked.push({ viewer: accountViewer, ...facts });
  }
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, 'predictor.mjs')], {
    input: JSON.stringify({ introspection, accountPolicy, asked }),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    cwd: tmpdir(),
    env: {},
  });
  if (status !== 0) throw new Error(`The predictor failed: ${stderr}`);
  const all: Prediction[] = JSON.parse(stdout);
  expect(all).toHaveLength(CELLS.length);
  return new Map(CELLS.map(({ state, actor }, at) => [cellOf(state, actor), all[at] as Prediction]));
}

function predictionOf(state: State, actor: Actor): Prediction {
  const prediction = predictions.get(cellOf(state, actor));
  if (!prediction) throw new Error(`Nothing was predicted of ${cellOf(state, actor)}`);
  return prediction;
}

/** A prediction beside what came of it. */
interface Compared {
  readonly what: string;
  readonly predicted: unknown;
  readonly came: unknown;
}

function assertRight(compared: readonly Compared[]): void {
  const mistaken = compared.filter((one) => JSON.stringify(one.predicted) !== JSON.stringify(one.came));
  wrong += mistaken.length;
  expect(mistaken).toEqual([]);
}

/** What a call came to, as the predictor puts it. */
function outcomeOf({ payload, errors }: Came): Outcome {
  if (errors.length > 0) return { code: errors.join(' '), reasons: [], path: null };
  const first = payload.userErrors[0];
  const isOfGuard =
    first && (first.code === 'ACCOUNT_NOT_FOUND' || first.reasons.length > 0) && isOfAccount(first.path);
  return isOfGuard
    ? { code: first.code, reasons: first.reasons, path: first.path }
    : { code: null, reasons: [], path: null };
}

/** Of the account acted on, not of one that is named besides. */
const isOfAccount = (path: readonly string[]) => path.join('.') === 'input.accountId';

const ON_ACCOUNTS = Object.keys(ATTEMPTS);
const onAccounts = (state: State, actor: Actor) =>
  predictionOf(state, actor).mutations.filter(({ mutation }) => ON_ACCOUNTS.includes(mutation));

test('every mutation of the schema is predicted, for every caller and account', () => {
  const inSchema = Object.keys(matrix.world.subgraph.schema.getMutationType()?.getFields() ?? {});
  for (const { state, actor } of CELLS)
    expect(predictionOf(state, actor).mutations.map(({ mutation }) => mutation)).toEqual(inSchema);
  expect(inSchema).toEqual(expect.arrayContaining(ON_ACCOUNTS));
});

test.each(STATES)('%s: what the account says of itself', async (state) => {
  for (const actor of ACTORS) {
    const { permissions, locks } = predictionOf(state, actor);
    const said = 'actionPermissions { action allowed reasons } fieldLocks { field reason }';
    const { account, entity } = await askOf(state, actor, said);
    expect(account ?? entity).toEqual(entity);
    made.permissions += permissions.length;
    made.locks += 14;
    assertRight([
      ...entity.actionPermissions.map((came: object, at: number) => ({
        what: actor,
        predicted: permissions[at],
        came,
      })),
      { what: actor, predicted: locks, came: entity.fieldLocks },
    ]);
  }
});

test.each(STATES)('%s: a mutation that is predicted to be refused', async (state) => {
  const account = matrix.prototypes[state];
  for (const actor of ACTORS) {
    const refused = onAccounts(state, actor).filter(({ outcome }) => outcome.code !== null);
    const tried = refused.map(({ mutation }) => ({ mutation, account }));
    const came = (await WAYS['under an alias']?.(matrix, matrix.callerOf(actor, state), tried)) ?? [];
    made.mutations += refused.length;
    assertRight(
      refused.map(({ mutation, outcome }, at) => ({
        what: `${mutation}, ${actor}`,
        predicted: outcome,
        came: came[at] && outcomeOf(came[at]),
      })),
    );
  }
});

test.each(STATES)('%s: a mutation that is predicted to pass its guard', async (state) => {
  const passing = PERSONS.map((actor) => ({
    actor,
    mutations: onAccounts(state, actor).flatMap(({ mutation, outcome }) => (outcome.code === null ? [mutation] : [])),
  })).filter(({ mutations }) => mutations.length > 0);
  const count = passing.flatMap(({ mutations }) => mutations).length;
  const accounts = count > 0 ? await matrix.copies(state, count) : [];
  for (const { actor, mutations } of passing) {
    const tried = mutations.map((mutation) => ({ mutation, account: accounts.pop() ?? matrix.prototypes[state] }));
    const came = (await WAYS['under an alias']?.(matrix, matrix.callerOf(actor, state), tried)) ?? [];
    made.mutations += mutations.length;
    assertRight(
      tried.map(({ mutation, account }, at) => ({
        what: `${mutation}, ${actor}`,
        predicted: { payload: { account: { id: account.id }, userErrors: [] }, errors: [] },
        came: came[at],
      })),
    );
  }
});

/** Another value for each field than any account here has. */
function changedValues(): Readonly<Record<string, unknown>> {
  const { beta } = matrix.setup;
  return {
    name: 'Changed',
    accountingNo: 'X-9',
    email: 'changed@changed.example',
    billingAddress: { city: 'Bonn' },
    synchronizationOptions: [{ systemCode: 'CHANGED', key: 'changed', value: 'changed' }],
    parentId: beta.accountId,
    billToId: beta.accountId,
    currency: 'USD',
    enableOrdering: false,
    separateInvoices: false,
    responsibleUserId: 'changed',
    permissionRuleId: null,
    customFields: [{ code: 'note', value: 'changed' }],
  };
}

function lockedOf({ payload }: Came): object[] {
  const errors: { code: string; path: string[]; field: string }[] = payload?.userErrors ?? [];
  return errors.filter(({ code }) => code === 'FIELD_LOCKED').map(({ path, field }) => ({ path, field }));
}

test.each(STATES)('%s: another value for each field of an edit, alone and with all others', async (state) => {
  const values = changedValues();
  const accountId = matrix.prototypes[state].id;
  const edit = (alias: string, input: object): Call => ({
    alias,
    mutation: 'updateAccount',
    input: { accountId, dryRun: true, ...input },
  });
  for (const actor of ACTORS) {
    const edits = predictionOf(state, actor).edits.updateAccount ?? [];
    const names = edits.map(({ path }) => path.at(-1) ?? '');
    expect(names).toEqual(Object.keys(values));
    const calls = [...names.map((name) => edit(name, { [name]: values[name] })), edit('together', values)];
    const came = await runTogether(matrix.world, matrix.callerOf(actor, state), calls);
    const together = { outcome: edits[0]?.outcome, locked: edits.flatMap(({ locked }) => locked) };
    made.edits += calls.length;
    assertRight(
      [...edits, together].map(({ outcome, locked }, at) => ({
        what: `${calls[at]?.alias}, ${actor}`,
        predicted: { outcome, locked },
        came: came[at] && { outcome: outcomeOf(came[at]), locked: lockedOf(came[at]) },
      })),
    );
  }
});

test('of a copied account the values that the source or back-ordering sets are predicted to be locked', () => {
  const { edits } = predictionOf('copied', 'administrator');
  expect(edits.updateAccount?.flatMap(({ locked }) => locked.map(({ path }) => path.join('.')))).toEqual([
    ...['input.name', 'input.accountingNo', 'input.email', 'input.billingAddress', 'input.synchronizationOptions'],
    ...['input.parentId', 'input.billToId', 'input.currency'],
  ]);
});

test('no value but those that are told changes a field', () => {
  const { edits } = predictionOf('own', 'administrator');
  for (const [mutation, its] of Object.entries(edits))
    expect([mutation, its.length > 0]).toEqual([mutation, mutation === 'updateAccount']);
});

test.each(ACTORS)('%s: a mutation that is on no account', async (actor) => {
  const { mutations } = predictionOf('copied', actor);
  const others = sampleMutations(matrix.world.subgraph.schema).filter(({ name }) => !ON_ACCOUNTS.includes(name));
  expect(others.length).toBeGreaterThan(0);
  for (const { name, query, variables } of others) {
    const { data, errors = [] } = await matrix.world.run(matrix.callerOf(actor, 'copied'), query, variables);
    const came = outcomeOf({ payload: data?.[name] ?? null, errors: errors.map(({ extensions }) => extensions.code) });
    made.mutations += 1;
    assertRight([{ what: name, predicted: mutations.find(({ mutation }) => mutation === name)?.outcome, came }]);
  }
});
