import type { Caller } from '../../../src/domain/caller';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  everyRow,
  type Setup,
  setUpResellers,
  writtenSince,
} from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';
import { sampleMutations } from '../sample-input';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

describe('a caller of the wrong kind', () => {
  const SYNC = [
    'recordPaidSubscription',
    'syncCustomers',
    'cancelPaidSubscription',
    'deleteManagedAccount',
    'restoreManagedAccount',
  ];
  const mutations = (kind: (name: string, guards: readonly string[]) => boolean) =>
    sampleMutations(world.subgraph.schema).filter(({ name, guards }) => kind(name, guards));

  /** What is answered to each of the mutations: its payload, and the codes of top-level errors. */
  async function answersOf(caller: Caller | null, called: ReturnType<typeof mutations>) {
    const answers = [];
    for (const { name, query, variables } of called) {
      const { data, errors } = await world.run(caller, query, variables);
      answers.push([name, data?.[name] ?? null, errors?.map(({ extensions }) => extensions.code) ?? []]);
    }
    return answers;
  }

  test("is FORBIDDEN to a sync service, for every mutation of the portal's and of an administrator's", async () => {
    const others = mutations((name) => !SYNC.includes(name));
    expect(others.length).toBeGreaterThanOrEqual(16);
    const before = await everyRow(world);
    expect(await answersOf(setup.alpha.sync, others)).toEqual(others.map(({ name }) => [name, null, ['FORBIDDEN']]));
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test("is FORBIDDEN to a user and to an administrator, for every mutation of a sync service's", async () => {
    const ofSync = mutations((name) => SYNC.includes(name));
    expect(ofSync.map(({ name }) => name).sort()).toEqual([...SYNC].sort());
    const before = await everyRow(world);
    for (const person of [aUser('anna', 'billing'), admin]) {
      expect(await answersOf(person, ofSync)).toEqual(ofSync.map(({ name }) => [name, null, ['FORBIDDEN']]));
    }
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test("is FORBIDDEN to a user, for every mutation of an administrator's", async () => {
    const ofAdministrators = mutations((_name, guards) => guards.includes('administrator'));
    expect(ofAdministrators.length).toBeGreaterThanOrEqual(6);
    const before = await everyRow(world);
    expect(await answersOf(aUser('anna', 'billing'), ofAdministrators)).toEqual(
      ofAdministrators.map(({ name }) => [name, null, ['FORBIDDEN']]),
    );
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('is told which of its mutations it was; those beside it go through', async () => {
    const { data, errors } = await world.run(
      admin,
      `mutation ($sale: RecordPaidSubscriptionInput!, $rule: SavePermissionRuleInput!) {
        sale: recordPaidSubscription(input: $sale) { outcome }
        savePermissionRule(input: $rule) { permissionRule { name } } }`,
      { sale: { customer: aCustomer(), subscription: aPaidSubscription() }, rule: { name: 'Beside', grants: [] } },
    );
    expect(data).toEqual({ sale: null, savePermissionRule: { permissionRule: { name: 'Beside' } } });
    expect(errors).toMatchObject([{ path: ['sale'], locations: [{ line: 2 }], extensions: { code: 'FORBIDDEN' } }]);
  });

  test('is told nothing else: without a token every mutation is UNAUTHENTICATED', async () => {
    const all = mutations(() => true);
    expect(await answersOf(null, all)).toEqual(all.map(({ name }) => [name, null, ['UNAUTHENTICATED']]));
  });

  test('is not the caller that the mutation is for: each of those is let in', async () => {
    const callers = [setup.alpha.sync, admin];
    for (const { name, query, variables } of mutations(() => true)) {
      const caller = callers[SYNC.includes(name) ? 0 : 1] as Caller;
      expect([name, (await world.run(caller, query, variables)).errors]).toEqual([name, undefined]);
    }
  });
});
