import type { Caller } from '../../src/domain/caller';
import { aMatrixWorld, type MatrixWorld, PERSONS } from '../guard/accounts';
import { ACTORS, type Actor, reasonsFor, STATES, type State } from './verdicts';

let matrix: MatrixWorld;
let cells = 0;

beforeAll(async () => {
  matrix = await aMatrixWorld();
});
afterAll(async () => {
  console.info(`matrix, what is shown: ${cells} cells`);
  await matrix.world.close();
});

/** Five mailboxes at 2.50 for the six months that have begun since 31 January. */
const PENDING = [{ total: '75.00' }];
/** S29: of an announced one today's period is not pending; a released one was billed to its reseller until yesterday. */
const PENDING_IN: Partial<Record<State, unknown>> = {
  announced: [{ total: '62.50' }],
  released: [{ total: '12.50' }],
};
const pendingIn = (state: State) => PENDING_IN[state] ?? PENDING;
const maySee = (state: State, actor: Actor) => reasonsFor('VIEW_PENDING_INVOICES', state, actor).length === 0;
const exists = (state: State, actor: Actor) =>
  reasonsFor('VIEW_PENDING_INVOICES', state, actor)[0] !== 'ACCOUNT_NOT_FOUND';

/** The ways to the field that VIEW_PENDING_INVOICES guards, each giving what the account is there and its field. */
const FIELD_WAYS: Record<string, (caller: Caller | null, id: string) => Promise<unknown>> = {
  'as a root field': async (caller, id) =>
    (await matrix.world.ask(caller, 'query ($id: ID!) { account(id: $id) { pendingInvoices { total } } }', { id }))
      .account,
  'under an alias': async (caller, id) =>
    (
      await matrix.world.ask(
        caller,
        'query ($id: ID!) { accountViewer: account(id: $id) { pendingInvoices: pendingInvoices { total } } }',
        { id },
      )
    ).accountViewer,
  'through _entities': async (caller, id) =>
    (
      await matrix.world.ask(
        caller,
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Account { pendingInvoices { total } } } }',
        { of: [{ __typename: 'Account', id, pendingInvoices: [{ total: '1' }] }] },
      )
    )._entities[0],
};

describe.each(Object.entries(FIELD_WAYS))('VIEW_PENDING_INVOICES guards pendingInvoices, %s', (way, look) => {
  test.each(STATES)('%s: those who may READ see what is due; to all others it is null', async (state) => {
    const { id } = matrix.prototypes[state];
    for (const actor of ACTORS) {
      const denied = exists(state, actor) || way === 'through _entities' ? { pendingInvoices: null } : null;
      expect([actor, await look(matrix.callerOf(actor, state), id)]).toEqual([
        actor,
        maySee(state, actor) ? { pendingInvoices: pendingIn(state) } : denied,
      ]);
    }
    await expect(look(null, id)).rejects.toThrow('UNAUTHENTICATED');
    cells += ACTORS.length + 1;
  });
});

const referable = STATES.filter((state) => state !== 'no UUID');
test.each(referable)(
  'S8: %s, as the parent of an account that the caller sees: the id, the rest as its own rule allows',
  async (state) => {
    const { id } = matrix.prototypes[state];
    for (const actor of PERSONS) {
      const caller = matrix.callerOf(actor, state);
      const home = matrix.homes.get(caller);
      await matrix.world.sql('UPDATE accounts SET parent_id = $2 WHERE id = $1', [home, id]);
      const { account } = await matrix.world.ask(
        caller,
        'query ($id: ID!) { account(id: $id) { parent { id name allowedActions pendingInvoices { total } } } }',
        { id: home },
      );
      expect([actor, account.parent]).toEqual([
        actor,
        maySee(state, actor)
          ? {
              id,
              name: expect.any(String),
              allowedActions: expect.arrayContaining(['VIEW_PENDING_INVOICES']),
              pendingInvoices: pendingIn(state),
            }
          : { id, name: null, allowedActions: [], pendingInvoices: null },
      ]);
      cells += 1;
    }
  },
);

/** What an answer through _entities holds besides the id and the denials, which everybody gets. */
const SYNC_SEES = [
  ...['managedByReseller', 'name', 'accountingNo', 'email', 'billingAddress', 'status', 'currency'],
  ...['synchronizationOptions', 'subscriptions'],
];
const PERSON_SEES = [
  ...[...SYNC_SEES, 'enableOrdering', 'separateInvoices', 'parent', 'billTo', 'responsibleUser', 'permissionRule'],
  ...['customFields', 'contacts', 'relations', 'history', 'pendingInvoices', 'invoices', 'salesDocuments'],
  ...['createdAt', 'updatedAt', 'revision', 'access'],
];
const SHOWN_TO_ALL = ['id', 'lockedFields', 'fieldLocks', 'allowedActions', 'actionPermissions', 'policyFacts'];
/** The audit of an account is an administrator's to read. */
const ADMINISTRATOR_SEES = [...PERSON_SEES, 'audit'];
/** What an account in this state does not have, whoever looks. */
const hasNot = (state: State): string[] => [
  ...(state.startsWith('own') || state.endsWith('own') || state.endsWith('reseller') || state === 'released'
    ? ['managedByReseller', 'parent', 'billTo']
    : []),
  ...(state.startsWith('hidden') ? ['responsibleUser', 'permissionRule'] : []),
];

const seenBy = (state: State, actor: Actor): string[] => {
  if (!exists(state, actor)) return [];
  const ofPerson = actor === 'administrator' ? ADMINISTRATOR_SEES : PERSON_SEES;
  const seen = actor === 'its sync' || actor === 'another sync' ? SYNC_SEES : ofPerson;
  return seen.filter((field) => !hasNot(state).includes(field));
};

const SCALAR = new Set([
  ...['name', 'accountingNo', 'email', 'status', 'currency', 'enableOrdering', 'separateInvoices', 'createdAt'],
  ...['updatedAt', 'revision', 'id', 'lockedFields', 'allowedActions', 'access'],
]);
const WHOLE = [...SHOWN_TO_ALL, ...ADMINISTRATOR_SEES].map((field) =>
  SCALAR.has(field) ? field : `${field} { __typename }`,
);

describe('S21, "What a sync caller sees": through _entities', () => {
  test('all fields of an account are asked for', () => {
    const type = matrix.world.subgraph.schema.getType('Account');
    if (!type || !('getFields' in type)) throw new Error('There is no Account');
    expect([...SHOWN_TO_ALL, ...ADMINISTRATOR_SEES].sort()).toEqual(Object.keys(type.getFields()).sort());
  });

  test.each(STATES)('%s: each caller is answered what it may see, the rest is null', async (state) => {
    const { id } = matrix.prototypes[state];
    for (const actor of ACTORS) {
      const { _entities } = await matrix.world.ask(
        matrix.callerOf(actor, state),
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Account { ${WHOLE.join(' ')} } } }`,
        { of: [{ __typename: 'Account', id }] },
      );
      const answered = Object.keys(_entities[0]).filter((field) => _entities[0][field] !== null);
      expect([actor, answered.sort()]).toEqual([actor, [...SHOWN_TO_ALL, ...seenBy(state, actor)].sort()]);
      expect(_entities[0]).toMatchObject({
        id,
        actionPermissions: Array.from({ length: 14 }, () => expect.anything()),
      });
      if (seenBy(state, actor).length <= SYNC_SEES.length) expect(_entities[0].lockedFields).toEqual([]);
      cells += WHOLE.length;
    }
  });
});
