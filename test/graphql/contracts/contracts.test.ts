import { join } from 'node:path';
import { type DocumentNode, getNamedType, isTypeDefinitionNode, isTypeExtensionNode, parse } from 'graphql';
import { packageRoot } from '../../../src/config/package-root';
import type { Caller } from '../../../src/domain/caller';
import { readSchemaFiles } from '../../../src/graphql/build-schema';
import { createWorld, type World } from '../../support/world';
import { tagsOf, type Written } from '../applied';
import { contained, taggedFields } from './contained';
import { argumentsOf, everythingBelow, toldBy } from './everything';
import { CALLERS, type FilledWorld, fillWorld } from './filled-world';

let world: World;
let filled: FilledWorld;

beforeAll(async () => {
  world = await createWorld();
  filled = await fillWorld(world);
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

describe('where everything is filled', () => {
  test.each(Object.entries(CALLERS))(
    'the contract %s holds what its callers are told, and no more',
    async (contract, caller) => {
      expect([...(await toldTo(caller))].sort()).toEqual(contained(world.subgraph.schema, contract, 'queries'));
    },
  );

  test('the contract sync holds what a sync is told, and no more', async () => {
    const { sync } = filled.setup.alpha;
    expect([...(await toldTo(sync, TOLD_TO_ANYBODY))].sort()).toEqual(
      contained(world.subgraph.schema, 'sync', 'queries'),
    );
  });

  test('what is left out of it although a sync is told it is told to it', async () => {
    const told = await toldTo(filled.setup.alpha.sync);
    const tagged = taggedFields(world.subgraph.schema);
    expect(TOLD_TO_ANYBODY.filter((coordinate) => !told.has(coordinate))).toEqual([]);
    expect(TOLD_TO_ANYBODY.filter((coordinate) => tagged.get(coordinate)?.includes('sync'))).toEqual([]);
  });
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
    if (!isTypeDefinitionNode(definition) && !isTypeExtensionNode(definition)) continue;
    const name = definition.name.value;
    note(name, definition);
    const parts = 'values' in definition ? definition.values : 'fields' in definition ? definition.fields : [];
    for (const part of parts ?? []) {
      note(`${name}.${part.name.value}`, part);
      const given = 'arguments' in part ? part.arguments : [];
      for (const argument of given ?? []) note(`${name}.${part.name.value}(${argument.name.value}:)`, argument);
    }
  }
  return borne.sort();
}
