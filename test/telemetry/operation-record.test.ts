import type { Caller } from '../../src/domain/caller';
import { aCustomer, admin, aPaidSubscription, copy, type Setup, setUpResellers } from '../support/resellers';
import { createWorld, USER_ERRORS, type World } from '../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const ITEMS = `mutation Send($input: SyncCustomersInput!) { syncCustomers(input: $input) {
  results { outcome ${USER_ERRORS} } ${USER_ERRORS} } }`;

/** What the record says of the operation that was run last. */
function recorded() {
  const { kind, name, rootFields, items, refusals, faults, outcome } = world.record;
  return { kind, name, rootFields, items: Object.fromEntries(items), refusals: [...refusals], faults, outcome };
}

describe('an operation is recorded', () => {
  test('with its name and root fields, each once and whatever they are called in the answer', async () => {
    const one = 'tenantResellers { pageInfo { hasNextPage } }';
    await world.ask(admin, `query Mine { one: ${one} two: ${one} __typename }`);
    expect(recorded()).toEqual({
      kind: 'query',
      name: 'Mine',
      rootFields: ['tenantResellers', '__typename'],
      items: {},
      refusals: [],
      faults: 0,
      outcome: 'ok',
    });
  });

  test('with its items by outcome and the codes of those that were refused; those of a dry run are no events', async () => {
    const { sync } = setup.alpha;
    const items = [
      { customer: aCustomer('one'), paidSubscriptions: [aPaidSubscription()] },
      { customer: aCustomer('two', { name: ' ' }) },
      { customer: aCustomer('three') },
    ];
    await world.ask(sync, ITEMS, { input: { items, dryRun: true } });
    const refusals = [
      { code: 'INVALID_INPUT', action: null, count: 1 },
      { code: 'ACCOUNT_NOT_COPIED', action: null, count: 1 },
    ];
    expect(recorded()).toMatchObject({ items: {}, refusals, outcome: 'refused' });
    await world.ask(sync, ITEMS, { input: { items } });
    expect(recorded()).toMatchObject({
      kind: 'mutation',
      name: 'Send',
      rootFields: ['syncCustomers'],
      items: { CREATED: 1, REJECTED: 2 },
      refusals,
      faults: 0,
      outcome: 'refused',
    });
  });

  test('with the action of a refusal by the policy', async () => {
    const accountId = await copy(world, setup.alpha);
    await world.mutate(admin, 'deleteAccount', { accountId });
    expect(recorded().refusals).toEqual([{ code: 'ACTION_NOT_ALLOWED', action: 'DELETE', count: 1 }]);
  });

  test.each<[string, Caller | null, string, string]>([
    ['nobody known', null, '{ accounts(first: 1) { totalCount } }', 'UNAUTHENTICATED'],
    ['what cannot be read', admin, '{ accounts(', 'GRAPHQL_PARSE_FAILED'],
    ['what is not there', admin, '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('with the code that turns it away: %s', async (_whom, caller, query, code) => {
    await world.run(caller, query);
    expect(recorded()).toMatchObject({ refusals: [{ code, action: null, count: 1 }], outcome: 'refused' });
  });

  test('as a fault where something of ours broke', async () => {
    const { locale } = world;
    Object.assign(world, { locale: 'xx' });
    await world.run(admin, 'mutation { deleteAccount(input: { accountId: "no" }) { userErrors { message } } }');
    Object.assign(world, { locale });
    expect(recorded()).toMatchObject({ faults: 1, outcome: 'fault' });
    world.faults.splice(0);
  });

  test('with what it costs the database, whether or not it was answered before', async () => {
    for (const _ of [1, 2]) {
      world.takeStatements();
      world.takeRoundTrips();
      await world.ask(admin, '{ accounts(first: 5) { edges { node { name } } } }');
      expect(world.record).toMatchObject({
        statements: world.takeStatements().length,
        roundTrips: world.takeRoundTrips(),
        retries: 0,
      });
      expect(world.record.statements).toBeGreaterThan(0);
      expect(world.record.databaseMs).toBeGreaterThan(0);
    }
  });
});
