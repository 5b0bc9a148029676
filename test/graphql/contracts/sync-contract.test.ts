import { getNamedType, isInputObjectType } from 'graphql';
import type { Caller } from '../../../src/domain/caller';
import { aCustomer, aPaidSubscription } from '../../support/resellers';
import { codesCheck } from '../../support/told-codes';
import { createWorld, type World } from '../../support/world';
import { tagsOf } from '../applied';
import { sampleOf } from '../sample-input';
import { contained, valuesIn } from './contained';
import { everythingBelow, toldBy } from './everything';
import { CALLERS, type FilledWorld, fillWorld } from './filled-world';

let world: World;
let filled: FilledWorld;

beforeAll(async () => {
  world = await createWorld();
  filled = await fillWorld(world);
});
afterAll(() => world.close());

/** What a refusal of a subscription would be told by, which refuses its item: empty for everybody. */
const EMPTY_FOR_ANYBODY = 'SubscriptionSyncResult.userErrors';

describe("the sync's mutations", () => {
  /** What every answer of these calls together tells. */
  async function toldByCalls(calls: readonly (readonly [mutation: string, input: object])[]): Promise<Set<string>> {
    const { schema } = world.subgraph;
    const type = schema.getMutationType();
    if (!type) throw new Error('There are no mutations');
    const told = new Set<string>();
    const elsewhere = new Set(['Account', 'AccountSubscription'].flatMap((name) => schema.getType(name) ?? []));
    for (const [name, input] of calls) {
      const field = type.getFields()[name];
      if (!field) throw new Error(`There is no mutation ${name}`);
      const below = everythingBelow(getNamedType(field.type), { asked: {}, leftOut: new Set(), elsewhere });
      const query = `mutation ($input: ${field.args[0]?.type}) { ${name}(input: $input) ${below} }`;
      toldBy(schema, type, await world.ask(filled.setup.alpha.sync, query, { input }), told);
    }
    return told;
  }

  test('answer what the contract has of them, and no more', async () => {
    const state = (sourceVersion: string, changes: object = {}) =>
      aCustomer('told', { sourceVersion, currency: 'CHF', ...changes });
    const subscription = aPaidSubscription();
    const deletion = { sourceAccountId: 'told', sourceVersion: '5' };
    const end = { sourceAccountId: 'told', sourceSubscriptionId: 's-1', endDate: '2026-07-31' };
    const refused = state('9', { name: ' ' });
    const item = (customer: object) => ({ customer, paidSubscriptions: [subscription] });
    const told = await toldByCalls([
      ['recordPaidSubscription', { customer: state('1'), subscription }],
      ['recordPaidSubscription', { customer: state('2', { name: 'New' }), subscription, dryRun: true }],
      ['recordPaidSubscription', { customer: refused, subscription }],
      ['syncCustomers', { items: [item(state('3')), item(refused)] }],
      ['syncCustomers', { items: [item(state('4', { name: 'New' })), item(aCustomer('new'))], dryRun: true }],
      ['syncCustomers', { items: Array(501).fill(item(refused)) }],
      ['cancelPaidSubscription', end],
      ['cancelPaidSubscription', { ...end, sourceSubscriptionId: 'unknown' }],
      ['deleteManagedAccount', deletion],
      ['deleteManagedAccount', { ...deletion, sourceAccountId: 'unknown' }],
      ['restoreManagedAccount', { customer: state('6') }],
    ]);
    const expected = contained(world.subgraph.schema, 'sync', 'mutations').filter(
      (coordinate) => coordinate !== EMPTY_FOR_ANYBODY,
    );
    const queried = new Set(contained(world.subgraph.schema, 'sync', 'queries'));
    expect([...told].filter((coordinate) => !queried.has(coordinate)).sort()).toEqual(expected);
  });

  test('tell of a change the fields that the contract names', async () => {
    const customer = aCustomer('new', { synchronizationOptions: [{ systemCode: 'MAIL', key: 'tenant', value: '1' }] });
    const { changes } = await world.mutate(
      filled.setup.alpha.sync,
      'recordPaidSubscription',
      { customer, subscription: aPaidSubscription(), dryRun: true },
      'changes { field }',
    );
    const fields = changes.flatMap(({ field }: { field: string | null }) => field ?? []);
    expect([...new Set(fields)].sort()).toEqual(valuesIn(world.subgraph.schema, 'sync', 'AccountField'));
  });
});

describe('the codes of refusals', () => {
  const OF_PEOPLE = [
    ...[
      'ACCOUNT_ALREADY_MANAGED',
      'ACCOUNT_NOT_FOUND',
      'ACTION_NOT_ALLOWED',
      'BILL_TO_MUST_BE_RESELLER',
      'CONCURRENT_EDIT',
    ],
    ...['CURRENCY_DIFFERS', 'CUSTOM_FIELD_REQUIRED', 'CUSTOM_FIELD_UNKNOWN', 'FIELD_LOCKED', 'GO_LIVE_INCOMPLETE'],
    ...['IDEMPOTENCY_KEY_REUSED', 'INVOICE_FIRST', 'NOTHING_TO_INVOICE'],
  ];

  test('of a sync are all but those of what only people do', () => {
    const { schema } = world.subgraph;
    const all = valuesIn(schema, 'admin', 'AccountErrorCode');
    expect(valuesIn(schema, 'portal', 'AccountErrorCode')).toEqual(all);
    expect(all.filter((code) => !valuesIn(schema, 'sync', 'AccountErrorCode').includes(code))).toEqual(OF_PEOPLE);
  });

  test('that a sync is told in any test are of its contract, or the test fails', () => {
    const check = codesCheck(world.subgraph.schema);
    const told = (code: string) => ({ any: { results: [{ userErrors: [{ code }] }] } });
    const { sync } = filled.setup.alpha;
    for (const code of OF_PEOPLE) {
      expect(() => check(sync, told(code))).toThrow(code);
      expect(() => check(CALLERS.portal, told(code))).not.toThrow();
    }
    for (const code of valuesIn(world.subgraph.schema, 'sync', 'AccountErrorCode'))
      expect(() => check(sync, told(code))).not.toThrow();
  });
});

describe('what a sync may ask by', () => {
  const taken = async (caller: Caller, given: object) => {
    const query =
      'query ($filter: AccountFilter, $orderBy: AccountOrder!) { accounts(filter: $filter, orderBy: $orderBy) { __typename } }';
    const variables = { orderBy: { field: 'NAME', direction: 'ASC' }, ...given };
    return ((await world.run(caller, query, variables)).errors ?? []).map(({ extensions }) => extensions.code);
  };
  test('are the filters of its contract, and people by all', async () => {
    const type = world.subgraph.schema.getType('AccountFilter');
    if (!isInputObjectType(type)) throw new Error('There is no filter');
    const inContract: unknown[] = [];
    for (const { name, type: of, astNode } of Object.values(type.getFields())) {
      const isOfSync = tagsOf(astNode).includes('sync');
      inContract.push(isOfSync);
      const filter = { [name]: sampleOf(of) };
      expect([name, await taken(filled.setup.alpha.sync, { filter })]).toEqual([
        name,
        isOfSync ? [] : ['INVALID_INPUT'],
      ]);
      expect([name, await taken(CALLERS.portal, { filter })]).toEqual([name, []]);
    }
    expect(new Set(inContract)).toEqual(new Set([true, false]));
  });

  test('are the orders of its contract, and people by all', async () => {
    const ofSync = valuesIn(world.subgraph.schema, 'sync', 'AccountOrderField');
    for (const field of valuesIn(world.subgraph.schema, 'portal', 'AccountOrderField')) {
      const orderBy = { field, direction: 'DESC' };
      const answered = await taken(filled.setup.alpha.sync, { orderBy });
      expect([field, answered]).toEqual([field, ofSync.includes(field) ? [] : ['INVALID_INPUT']]);
      expect([field, await taken(CALLERS.portal, { orderBy })]).toEqual([field, []]);
    }
    expect(ofSync).toHaveLength(1);
  });
});

test('the warnings of drift that a contract has are those that its callers are told', async () => {
  const query = '{ accounts(first: 200) { edges { node { managedByReseller { drift } } } } }';
  const driftTo = async (caller: Caller) => {
    const { accounts } = await world.ask(caller, query);
    const drift = accounts.edges.flatMap(
      ({ node }: { node: { managedByReseller: { drift: string[] } | null } }) => node.managedByReseller?.drift ?? [],
    );
    return [...new Set(drift)].sort();
  };
  expect(await driftTo(CALLERS.admin)).toEqual(valuesIn(world.subgraph.schema, 'admin', 'DriftWarning'));
  expect(await driftTo(filled.setup.alpha.sync)).toEqual(valuesIn(world.subgraph.schema, 'sync', 'DriftWarning'));
  expect(valuesIn(world.subgraph.schema, 'sync', 'DriftWarning')).not.toEqual(
    valuesIn(world.subgraph.schema, 'admin', 'DriftWarning'),
  );
});
