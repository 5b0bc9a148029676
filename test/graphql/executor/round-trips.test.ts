import type { Caller } from '../../../src/domain/caller';
import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  copy,
  type Setup,
  setUpResellers,
} from '../../support/resellers';
import { aUser, createWorld, USER_ERRORS, type World } from '../../support/world';

/**
 * What an operation costs the database: how many statements, with those that begin and end transactions, and how often
 * somebody waits for an answer. Written by hand, so that whoever changes what it costs says so here.
 */
type Cost = readonly [statements: number, roundTrips: number];

let world: World;
let setup: Setup;
let copied: string;
let own: string;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  copied = await copy(world, setup.alpha);
  own = await anOwnAccount(world);
  // The first time, the reseller itself is looked at.
  await world.ask(setup.alpha.sync, '{ accountViewer { id } }');
});
afterAll(() => world.close());

const [RECORD, SYNC] = ['recordPaidSubscription', 'syncCustomers'];
const reader = aUser('rita', 'readers');
const sync = () => setup.alpha.sync;

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  world.takeStatements();
  world.takeRoundTrips();
  await work();
  return [world.takeStatements().length, world.takeRoundTrips()];
}

const POLICY = `id name status managedByReseller { ribbon } lockedFields allowedActions access
  policyFacts { fact value }`;
const WHOLE = `${POLICY} fieldLocks { field message } actionPermissions { action allowed } accountingNo email
  billingAddress { line1 city postalCode country } currency enableOrdering separateInvoices
  parent { id } billTo { id } responsibleUser { id } permissionRule { id name } synchronizationOptions { key value }
  customFields { value } createdAt updatedAt revision
  subscriptions { edges { node { id unitPrice } } } history { edges { node { text } } }
  contacts { edges { node { id } } }`;

describe('a read', () => {
  const entities = (caller: Caller, ids: readonly string[]) =>
    world.ask(
      caller,
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Account { ${POLICY} } } }`,
      {
        keys: ids.map((id) => ({ __typename: 'Account', id })),
      },
    );

  test.each<[string, Cost, () => Promise<unknown>]>([
    ['_entities by a user', [1, 1], () => entities(reader, [copied, own])],
    ['_entities by an administrator', [1, 1], () => entities(admin, [copied, own])],
    ["_entities of a reseller's own", [2, 2], () => entities(admin, [setup.alpha.accountId])],
    ['_entities by a sync service', [3, 1], () => entities(sync(), [copied])],
    ['account, what the policy says', [1, 1], () => world.ask(reader, `{ account(id: "${copied}") { ${POLICY} } }`)],
    ['account, whole', [7, 3], () => world.ask(reader, `{ account(id: "${copied}") { ${WHOLE} } }`)],
    ['accounts, a page', [3, 3], () => world.ask(reader, `{ accounts(first: 50) { edges { node { ${POLICY} } } } }`)],
    [
      'accounts, a page and how many',
      [4, 3],
      () => world.ask(reader, `{ accounts(first: 50) { totalCount edges { node { ${POLICY} } } } }`),
    ],
    [
      'copiedAccount by a sync service',
      [6, 2],
      () => world.ask(sync(), '{ copiedAccount(sourceAccountId: "c-1") { id name } }'),
    ],
  ])('%s', async (_what, cost, ask) => {
    await ask();
    expect(await costOf(ask)).toEqual(cost);
  });
});

describe('a write', () => {
  let count = 0;
  const another = () => {
    count += 1;
    return `n-${count}`;
  };
  /** Another state of a customer. */
  const newer = () => ({ name: another(), sourceVersion: String(count + 1) });
  const lines = [{ sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY' }];
  const work = [{ description: 'Work', quantity: '1', unitPrice: '10.00' }];
  const item = (source?: string) => ({ customer: aCustomer(source), paidSubscriptions: [aPaidSubscription()] });
  const paid = (source?: string, subscription?: string) => ({
    customer: aCustomer(source),
    subscription: aPaidSubscription(subscription),
  });
  const account = 'account { id name allowedActions }';
  const recorded = 'outcome account { id } subscription { sourceSubscriptionId }';
  const results = `results { outcome ${USER_ERRORS} }`;

  const WRITES: [string, Cost, mutation: string, () => Promise<object> | object, selection: string][] = [
    ['createAccount', [8, 4], 'createAccount', () => ({ name: another(), currency: 'EUR' }), account],
    ['updateAccount', [9, 4], 'updateAccount', () => ({ accountId: own, accountingNo: another() }), account],
    ['suspendAccount', [7, 3], 'suspendAccount', async () => ({ accountId: await anOwnAccount(world) }), account],
    ['deleteAccount', [8, 4], 'deleteAccount', async () => ({ accountId: await anOwnAccount(world) }), account],
    ['addContact', [7, 4], 'addContact', () => ({ accountId: own, lastName: another() }), 'contact { id }'],
    ['createOrder', [8, 5], 'createOrder', () => ({ accountId: own, title: another(), lines }), 'document { id }'],
    ['createInvoice', [7, 4], 'createInvoice', () => ({ accountId: own, lines: work }), 'invoice { number }'],
    [
      'generateInvoices',
      [9, 6],
      'generateInvoices',
      async () => ({ accountId: await copy(world, setup.alpha, aCustomer(another())) }),
      'invoices { number }',
    ],
    ['saveService', [6, 6], 'saveService', () => ({ sku: 'X', name: another(), prices: [] }), 'service { sku }'],
    ['recordPaidSubscription, new customer', [10, 5], RECORD, () => paid(another()), recorded],
    ['recordPaidSubscription, known customer', [10, 4], RECORD, () => paid('c-1', another()), recorded],
    ['recordPaidSubscription, unchanged', [8, 4], RECORD, () => paid(), recorded],
    ['syncCustomers, new', [10, 5], SYNC, () => ({ items: [item(another()), item(another())] }), results],
    ['syncCustomers, unchanged', [8, 4], SYNC, () => ({ items: [item()] }), results],
    [
      'syncCustomers, changed',
      [9, 4],
      SYNC,
      () => ({ items: [{ ...item(), customer: aCustomer('c-1', newer()) }] }),
      results,
    ],
  ];
  const mutate = (mutation: string, input: object, selection: string) =>
    world.mutate([RECORD, SYNC].includes(mutation) ? sync() : admin, mutation, input, selection);

  test.each(WRITES)('%s', async (_what, cost, mutation, inputOf, selection) => {
    expect(await mutate(mutation, await inputOf(), selection)).toMatchObject({ userErrors: [] });
    const input = await inputOf();
    expect(await costOf(() => mutate(mutation, input, selection))).toEqual(cost);
  });

  test('that is refused costs what the guard asks, and no more', async () => {
    const refused = () => world.mutate(admin, 'suspendAccount', { accountId: copied });
    expect((await refused()).userErrors).toMatchObject([{ code: 'ACTION_NOT_ALLOWED' }]);
    expect(await costOf(refused)).toEqual([4, 2]);
  });
});
