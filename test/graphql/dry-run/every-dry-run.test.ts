import { type GraphQLType, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { aCustomer, admin, copy, record, type Setup, see, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';
import { tracesOf } from './traces';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  world.now = new Date('2026-06-30T12:00:00Z');
  setup = await setUpResellers(world);
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

test('of two mutations of one operation the dry one leaves nothing, and finds what the real one before it did', async () => {
  await record(world, setup.alpha, aCustomer('both'));
  const before = await tracesOf(world);
  const customer = (sourceVersion: string, name: string) => ({ customer: aCustomer('both', { sourceVersion, name }) });
  const data = await world.ask(
    setup.alpha.sync,
    `mutation ($dry: SyncCustomersInput!, $real: SyncCustomersInput!) {
      dry: syncCustomers(input: $dry) { results { outcome account { name } } }
      real: syncCustomers(input: $real) { results { outcome account { name } } }
    }`,
    { dry: { items: [customer('2', 'Dry')], dryRun: true }, real: { items: [customer('2', 'Real')] } },
  );
  expect(data).toEqual({
    dry: { results: [{ outcome: 'APPLIED', account: { name: 'Customer both' } }] },
    real: { results: [{ outcome: 'APPLIED', account: { name: 'Real' } }] },
  });
  expect((await tracesOf(world)).length).toBeGreaterThan(before.length);
  const { id } = (await see(world, admin, await copy(world, setup.alpha, aCustomer('both')), 'id')) as { id: string };
  const names = await world.sql<{ text: string }>(`SELECT text FROM account_history WHERE account_id = $1`, [id]);
  expect(names.filter(({ text }) => text.includes('Name updated'))).toHaveLength(1);
});

test('every mutation that S32 names takes dryRun and tells changes, and whatever takes it tells them', () => {
  const mutations = Object.values(world.subgraph.schema.getMutationType()?.getFields() ?? {});
  const dry = mutations.filter(({ args }) => fieldsOf(args[0]?.type).has('dryRun'));
  expect(dry.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      ...['recordPaidSubscription', 'syncCustomers', 'transferAccounts', 'updateAccount'],
      ...['announceMove', 'completeMove', 'releaseAccounts'],
    ]),
  );
  for (const { name, type } of dry) {
    // In the payload, or in each of its results.
    const told = [fieldsOf(type), fieldsOf(fieldsOf(type).get('results'))].some((fields) => fields.has('changes'));
    expect({ name, told }).toEqual({ name, told: true });
  }
});

/** The fields of the type that a list or a value that must be there is of. */
function fieldsOf(type: GraphQLType | undefined): Map<string, GraphQLType> {
  const named = type && getNamedType(type);
  if (!isObjectType(named) && !isInputObjectType(named)) return new Map();
  return new Map(Object.values(named.getFields()).map((field) => [field.name, field.type]));
}
