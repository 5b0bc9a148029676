import { aMatrixWorld, type MatrixWorld, PERSONS, type UnderTest } from '../guard/accounts';
import { everyRow, writtenSince } from '../support/resellers';
import { ADMINISTRATORS, ATTEMPTS, SYNCS } from './attempts';
import { ACTIONS, ACTORS, type Actor, reasonsFor, STATES, type State } from './verdicts';
import { type Came, WAYS } from './ways';

let matrix: MatrixWorld;
let attempts = 0;
let permissions = 0;
/** All rows, as long as nothing was written. */
let rows: string[] | null = null;

beforeAll(async () => {
  matrix = await aMatrixWorld();
});
afterAll(async () => {
  console.info(
    `matrix: ${attempts + permissions} cells: ${attempts} attempts and ${permissions} permissions of ` +
      `${ACTIONS.length} actions, ${ACTORS.length + 1} callers and ${STATES.length} states`,
  );
  expect(matrix.world.faults).toEqual([]);
  await matrix.world.close();
});

const MUTATIONS = Object.keys(ATTEMPTS);
const PERMISSIONS = 'allowedActions actionPermissions { action allowed reasons message }';

/** What S21 lets the caller see of an account in this state; the messages are not prescribed, but null when allowed. */
function permissionsFor(state: State, actor: Actor) {
  const verdicts = ACTIONS.map((action) => ({ action, reasons: reasonsFor(action, state, actor) }));
  return {
    allowedActions: verdicts.filter(({ reasons }) => reasons.length === 0).map(({ action }) => action),
    actionPermissions: verdicts.map(({ action, reasons }) => {
      const allowed = reasons.length === 0;
      return { action, allowed, reasons, message: allowed ? null : expect.any(String) };
    }),
  };
}

const exists = (state: State, actor: Actor) => reasonsFor('EDIT', state, actor)[0] !== 'ACCOUNT_NOT_FOUND';

/** What the account says of itself before the attempt, through both doors; gives the message of each action. */
async function assertPermissions(state: State, actor: Actor, accounts: readonly UnderTest[]) {
  const caller = matrix.callerOf(actor, state);
  const ids = accounts.map(({ id }) => id);
  const { account, _entities } = await matrix.world.ask(
    caller,
    `query ($id: ID!, $of: [_Any!]!) { account(id: $id) { ${PERMISSIONS} }
      _entities(representations: $of) { ... on Account { id ${PERMISSIONS} } } }`,
    { id: ids[0], of: ids.map((id) => ({ __typename: 'Account', id })) },
  );
  const expected = permissionsFor(state, actor);
  expect({ actor, account }).toEqual({ actor, account: exists(state, actor) ? expected : null });
  expect({ actor, _entities }).toEqual({ actor, _entities: ids.map((id) => ({ id, ...expected })) });
  permissions += ACTIONS.length * (ids.length + 1);
  return new Map<string, string>(
    _entities[0].actionPermissions.map((one: { action: string; message: string }) => [one.action, one.message]),
  );
}

async function assertNothingWritten(): Promise<void> {
  const before = rows ?? [];
  rows = null;
  expect(await writtenSince(matrix.world, before)).toEqual([]);
  rows = before;
}

const TURNED_AWAY = (code: string): Came => ({ payload: null, errors: [code] });

/** What a mutation comes to; `message` is the sentence that was shown before. */
function cameOf(mutation: string, id: string, reasons: readonly string[], message: string | undefined): Came {
  const action = ATTEMPTS[mutation]?.action;
  if (reasons.length === 0) return { payload: { account: { id }, userErrors: [] }, errors: [] };
  const refusal = {
    code: reasons[0] === 'ACCOUNT_NOT_FOUND' ? 'ACCOUNT_NOT_FOUND' : 'ACTION_NOT_ALLOWED',
    message,
    path: ['input', 'accountId'],
    retryable: false,
    action,
    reasons,
    field: null,
  };
  return { payload: { account: null, userErrors: [refusal] }, errors: [] };
}

const named = (actor: string, tried: readonly { mutation: string }[], came: readonly Came[]) =>
  tried.map(({ mutation }, index) => ({ actor, mutation, ...came[index] }));

test('every mutation of the schema is tried, as what docs/rules.md says that it is', () => {
  const inSchema = Object.keys(matrix.world.subgraph.schema.getMutationType()?.getFields() ?? {});
  expect([...MUTATIONS, ...ADMINISTRATORS, ...SYNCS].sort()).toEqual(inSchema.sort());
  const ofMutations = new Set(Object.values(ATTEMPTS).map(({ action }) => action));
  expect(ACTIONS.filter((action) => !ofMutations.has(action))).toEqual(['VIEW_PENDING_INVOICES']);
});

describe.each(Object.entries(WAYS))('%s', (_way, tryOut) => {
  test.each(STATES)('%s: what is refused is refused as it was shown, and no row is written', async (state) => {
    const account = matrix.prototypes[state];
    rows ??= await everyRow(matrix.world);
    for (const actor of PERSONS) {
      const messages = await assertPermissions(state, actor, [account]);
      const tried = MUTATIONS.map((mutation) => ({
        mutation,
        account,
        reasons: reasonsFor(ATTEMPTS[mutation]?.action ?? '', state, actor),
      })).filter(({ reasons }) => reasons.length > 0);
      if (tried.length === 0) continue;
      const came = await tryOut(matrix, matrix.callerOf(actor, state), tried);
      const expected = tried.map(({ mutation, reasons }) =>
        cameOf(mutation, account.id, reasons, messages.get(ATTEMPTS[mutation]?.action ?? '')),
      );
      expect(named(actor, tried, came)).toEqual(named(actor, tried, expected));
      attempts += tried.length;
    }
    await assertNothingWritten();
  });

  test.each(STATES)(
    '%s: a sync service and whoever has no token are turned away, and no row is written',
    async (state) => {
      const tried = MUTATIONS.map((mutation) => ({ mutation, account: matrix.prototypes[state] }));
      rows ??= await everyRow(matrix.world);
      for (const actor of ['its sync', 'another sync'] as const) {
        await assertPermissions(state, actor, [matrix.prototypes[state]]);
        const came = await tryOut(matrix, matrix.callerOf(actor, state), tried);
        expect(came).toEqual(tried.map(() => TURNED_AWAY('FORBIDDEN')));
      }
      expect(await tryOut(matrix, null, tried)).toEqual(tried.map(() => TURNED_AWAY('UNAUTHENTICATED')));
      await assertNothingWritten();
      attempts += 3 * tried.length;
    },
  );
});

describe.each(Object.entries(WAYS))('%s', (_way, tryOut) => {
  const inStates = STATES.filter((state) => allowedIn(state).length > 0);

  test.each(inStates)('%s: what is allowed is done, as it was shown, and nothing else', async (state) => {
    const allowed = allowedIn(state);
    const { [state]: prototype } = matrix.prototypes;
    const accounts = await matrix.copies(state, allowed.length);
    const fresh = (await matrix.standingsOf([prototype.id])).get(prototype.id);
    const done = allowed.map((one, index) => ({ ...one, account: accounts[index] ?? prototype }));
    for (const actor of PERSONS) {
      const tried = done.filter((one) => one.actor === actor);
      if (tried.length === 0) continue;
      await assertPermissions(
        state,
        actor,
        tried.map(({ account }) => account),
      );
      const came = await tryOut(matrix, matrix.callerOf(actor, state), tried);
      const expected = tried.map(({ mutation, account }) => cameOf(mutation, account.id, [], undefined));
      expect(named(actor, tried, came)).toEqual(named(actor, tried, expected));
    }
    const standings = await matrix.standingsOf(accounts.map(({ id }) => id));
    for (const { actor, mutation, account } of done) {
      const standing = standings.get(account.id);
      expect({ actor, mutation, standing }).toEqual({
        actor,
        mutation,
        standing: { ...fresh, ...ATTEMPTS[mutation]?.effect },
      });
    }
    attempts += done.length;
  });
});

function allowedIn(state: State): { actor: Actor; mutation: string }[] {
  return PERSONS.flatMap((actor) =>
    MUTATIONS.filter((mutation) => reasonsFor(ATTEMPTS[mutation]?.action ?? '', state, actor).length === 0).map(
      (mutation) => ({ actor, mutation }),
    ),
  );
}
