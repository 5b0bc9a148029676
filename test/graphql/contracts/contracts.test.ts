import { join } from 'node:path';
import { type DocumentNode, getNamedType, isEnumType, isInputObjectType, isObjectType, Kind, parse } from 'graphql';
import { packageRoot } from '../../../src/config/package-root';
import type { Caller } from '../../../src/domain/caller';
import { readSchemaFiles } from '../../../src/graphql/build-schema';
import { aCustomer, aPaidSubscription } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';
import { tagsOf, type Written } from '../applied';
import { sampleOf } from '../sample-input';
import { argumentsOf, everythingBelow, taggedFields, toldBy } from './everything';
import { CALLERS, type FilledWorld, fillWorld } from './filled-world';

let world: World;
let filled: FilledWorld;
let tagged: Map<string, unknown[]>;

beforeAll(async () => {
  world = await createWorld();
  filled = await fillWorld(world);
  tagged = taggedFields(world.subgraph.schema);
});
afterAll(() => world.close());

/** All of a list, also what no default shows. */
const ASKED = { 'TenantReseller.syncProblems': 'open: null' };
/** How each query is asked that must be told what it is about; each way is another question. */
const waysOf = (): Record<string, readonly string[]> => ({
  account: [filled.customer, filled.drifted, filled.own].map((id) => `id: "${id}"`),
  copiedAccount: [`sourceAccountId: "filled", tenantResellerId: "${filled.setup.alpha.id}"`],
  copiedAccounts: ['sourceAccountIds: ["filled", "drifted"]'],
  tenantReseller: [`id: "${filled.setup.alpha.id}"`],
  invoice: [filled.invoiceId, filled.creditNoteId].map((id) => `id: "${id}"`),
});

/**
 * What a sync is told that its contract leaves out, for it is of people: the same is told to whoever asks, or says no more than
 * that nothing is allowed.
 */
const TOLD_TO_ANYBODY = [
  'AccountPolicy.actions',
  'AccountPolicy.fields',
  'MutationPolicy.action',
  'MutationPolicy.accountPath',
  'MutationPolicy.inputFields',
  'Account.actionPermissions',
  'Account.policyFacts',
];

/** The coordinates of which the caller is told something by one query or another. */
async function toldTo(caller: Caller, leftOut: readonly string[] = []): Promise<Set<string>> {
  const { schema } = world.subgraph;
  const query = schema.getQueryType();
  if (!query) throw new Error('There are no queries');
  const told = new Set<string>();
  const elsewhere = new Set(
    Object.values(query.getFields())
      .filter(({ name }) => name in waysOf())
      .map(({ type }) => getNamedType(type)),
  );
  for (const field of Object.values(query.getFields()).filter(({ name }) => !name.startsWith('_'))) {
    for (const way of waysOf()[field.name] ?? ['']) {
      const given = way === '' ? '' : argumentsOf(query, field, { [`Query.${field.name}`]: way });
      const below = everythingBelow(getNamedType(field.type), { asked: ASKED, leftOut: new Set(leftOut), elsewhere });
      const { data, errors } = await world.run(caller, `{ ${field.name}${given} ${below} }`);
      const faults = (errors ?? []).filter(({ extensions }) => extensions.code !== 'FORBIDDEN');
      expect([field.name, faults]).toEqual([field.name, []]);
      toldBy(schema, query, data, told);
    }
  }
  return told;
}

/** What a contract has below queries, or below mutations and nowhere else. */
function contained(contract: string, below: 'queries' | 'mutations'): string[] {
  const { schema } = world.subgraph;
  const reached = new Set<string>();
  const walk = (name: string) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${name}.${field.name}`;
      if (reached.has(coordinate) || !tagged.get(coordinate)?.includes(contract)) continue;
      reached.add(coordinate);
      walk(getNamedType(field.type).name);
    }
  };
  walk('Query');
  if (below === 'queries') return [...reached].sort();
  const queried = new Set(reached);
  walk('Mutation');
  return [...reached].filter((coordinate) => !queried.has(coordinate)).sort();
}

/** The values of an enum that bear the tag of the contract. */
function valuesIn(contract: string, name: string): string[] {
  const type = world.subgraph.schema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enum`);
  return type
    .getValues()
    .filter(({ astNode }) => tagsOf(astNode).includes(contract))
    .map(({ name: value }) => value)
    .sort();
}

describe('where everything is filled', () => {
  test.each(Object.entries(CALLERS))(
    'the contract %s holds what its callers are told, and no more',
    async (contract, caller) => {
      expect([...(await toldTo(caller))].sort()).toEqual(contained(contract, 'queries'));
    },
  );

  test('the contract sync holds what a sync is told, and no more', async () => {
    const { sync } = filled.setup.alpha;
    expect([...(await toldTo(sync, TOLD_TO_ANYBODY))].sort()).toEqual(contained('sync', 'queries'));
  });

  test('what is left out of it although a sync is told it is told to it', async () => {
    const told = await toldTo(filled.setup.alpha.sync);
    expect(TOLD_TO_ANYBODY.filter((coordinate) => !told.has(coordinate))).toEqual([]);
    expect(TOLD_TO_ANYBODY.filter((coordinate) => tagged.get(coordinate)?.includes('sync'))).toEqual([]);
  });
});

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
    const expected = contained('sync', 'mutations').filter((coordinate) => coordinate !== EMPTY_FOR_ANYBODY);
    const queried = new Set(contained('sync', 'queries'));
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
    expect([...new Set(fields)].sort()).toEqual(valuesIn('sync', 'AccountField'));
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
    const ofSync = valuesIn('sync', 'AccountOrderField');
    for (const field of valuesIn('portal', 'AccountOrderField')) {
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
  expect(await driftTo(CALLERS.admin)).toEqual(valuesIn('admin', 'DriftWarning'));
  expect(await driftTo(filled.setup.alpha.sync)).toEqual(valuesIn('sync', 'DriftWarning'));
  expect(valuesIn('sync', 'DriftWarning')).not.toEqual(valuesIn('admin', 'DriftWarning'));
});

test('what gateways are served bears the tags that are written', async () => {
  const { _service: served } = await world.ask(null, '{ _service { sdl } }');
  const written = tagsIn(readSchemaFiles(join(packageRoot(), 'schema')));
  expect(written.length).toBeGreaterThan(700);
  expect(tagsIn(parse(served.sdl))).toEqual(written);
});

/** Every part of the schema that bears tags, with them. */
function tagsIn(document: DocumentNode): string[] {
  const borne: string[] = [];
  const note = (place: string, node: Written) => {
    const tags = tagsOf(node);
    if (tags.length > 0) borne.push(`${place} ${tags}`);
  };
  for (const definition of document.definitions) {
    if (!('name' in definition) || definition.kind === Kind.DIRECTIVE_DEFINITION) continue;
    const name = definition.name?.value;
    note(`${name}`, definition);
    const parts = 'values' in definition ? definition.values : 'fields' in definition ? definition.fields : [];
    for (const part of parts ?? []) {
      note(`${name}.${part.name.value}`, part);
      const given = 'arguments' in part ? part.arguments : [];
      for (const argument of given ?? []) note(`${name}.${part.name.value}(${argument.name.value}:)`, argument);
    }
  }
  return borne.sort();
}
