import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../src/domain/caller';
import { aCustomer, admin, anOwnAccount, copy, type Setup, see, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
let copied: string;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  copied = await copy(world, setup.alpha, aCustomer('copied'));
});
afterAll(() => world.close());

const FACTS = 'access policyFacts { fact value }';

/** Facts as `FACT value`. */
const said = ({ policyFacts }: { policyFacts: { fact: string; value: string }[] }) =>
  policyFacts.map(({ fact, value }) => `${fact} ${value}`);

/** Of an account that is here, for a person, in the order of the contract. */
const facts = (status: string, managed: boolean, resellersOwn: boolean, customers: boolean, access: string) => [
  ...['EXISTS true', `STATUS ${status}`, `MANAGED ${managed}`, `TENANT_RESELLER_ACCOUNT ${resellersOwn}`],
  ...[`BILLED_CUSTOMERS ${customers}`, `ACCESS ${access}`],
];

async function entity(caller: Caller, id: string) {
  const { _entities } = await world.ask(
    caller,
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Account { ${FACTS} } } }`,
    { of: [{ __typename: 'Account', id }] },
  );
  return _entities[0];
}

describe('what decides on an account is told to whoever sees it (S23)', () => {
  test("own, managed, suspended, and a reseller's with and without customers", async () => {
    const own = await anOwnAccount(world);
    const suspended = await anOwnAccount(world, { status: 'SUSPENDED' });
    const WORLD: [id: string, facts: string[]][] = [
      [own, facts('ACTIVE', false, false, false, 'FULL')],
      [suspended, facts('SUSPENDED', false, false, false, 'FULL')],
      [copied, facts('ACTIVE', true, false, false, 'FULL')],
      [setup.alpha.accountId, facts('ACTIVE', false, true, true, 'FULL')],
      [setup.beta.accountId, facts('ACTIVE', false, true, false, 'FULL')],
    ];
    for (const [id, expected] of WORLD) {
      const told = await see(world, admin, id, FACTS);
      expect(said(told)).toEqual([...expected, 'CALLER_KIND ADMINISTRATOR']);
      expect(told.access).toBe('FULL');
      expect(await entity(admin, id)).toEqual(told);
    }
  });

  test.each([
    ['READ', aUser('ulla', 'readers')],
    ['EDIT', aUser('ulla', 'billing')],
    ['FULL', aUser('anna')],
  ])("the caller's own access: %s", async (access, caller) => {
    const told = await see(world, caller, copied, FACTS);
    expect(told.access).toBe(access);
    expect(said(told)).toEqual([...facts('ACTIVE', true, false, false, access), 'CALLER_KIND DISTRIBUTOR_USER']);
  });

  test('after a mutation of the same request, as it is then', async () => {
    const id = await anOwnAccount(world);
    const { account } = await world.mutate(admin, 'suspendAccount', { accountId: id }, `account { ${FACTS} }`);
    expect(said(account)).toContain('STATUS SUSPENDED');
  });

  test('through a reference, as of itself', async () => {
    const child = await anOwnAccount(world, { parent_id: copied, bill_to_id: setup.alpha.accountId });
    const { parent, billTo } = await see(world, admin, child, `parent { ${FACTS} } billTo { ${FACTS} }`);
    expect(parent).toEqual(await see(world, admin, copied, FACTS));
    expect(billTo).toEqual(await see(world, admin, setup.alpha.accountId, FACTS));
    expect([said(parent), said(billTo)]).toEqual([
      expect.arrayContaining(['MANAGED true']),
      expect.arrayContaining(['BILLED_CUSTOMERS true']),
    ]);
  });
});

describe('of an account that is not there for the caller, that and who asks', () => {
  const absent = (kind: string) => ({
    access: null,
    policyFacts: [
      { fact: 'EXISTS', value: 'false' },
      { fact: 'CALLER_KIND', value: kind },
    ],
  });

  test("hidden, unknown, another reseller's and no id at all cannot be told apart", async () => {
    for (const id of [copied, setup.alpha.accountId, randomUUID(), 'no-uuid']) {
      expect(await entity(aUser('gert', 'strangers'), id)).toEqual(absent('DISTRIBUTOR_USER'));
      expect(await entity(setup.beta.sync, id)).toEqual(absent('RESELLER_SYNC'));
    }
    // The twin: it is there for those who may see it.
    expect(said(await entity(aUser('ulla', 'readers'), copied))).toContain('EXISTS true');
    expect(said(await entity(setup.alpha.sync, copied))).toEqual(['EXISTS true', 'CALLER_KIND RESELLER_SYNC']);
  });

  test('through a reference too', async () => {
    const gert = aUser('gert');
    const child = await anOwnAccount(world, { responsible_user_id: 'gert', parent_id: copied });
    const { parent } = await see(world, gert, child, `parent { ${FACTS} }`);
    expect(parent).toEqual(absent('DISTRIBUTOR_USER'));
  });
});

describe('a caller is told who it is and which guards let it through (S21)', () => {
  const OF_ACCOUNTS = ['ALLOWED_ON_MANAGED_ACCOUNT', 'BLOCKED_ON_MANAGED_ACCOUNT'];

  test.each([
    ['a user', aUser('ulla', 'readers', 'billing'), ['readers', 'billing'], OF_ACCOUNTS],
    ['an administrator', { ...admin, groups: ['heads'] }, ['heads'], [...OF_ACCOUNTS, 'ADMINISTRATOR']],
  ] as const)('%s', async (_who, caller, groups, powers) => {
    const { accountViewer } = await world.ask(caller, '{ accountViewer { kind id groups powers } }');
    expect(accountViewer).toEqual({ kind: caller.kind, id: caller.id, groups, powers });
  });

  test('a sync', async () => {
    const { accountViewer } = await world.ask(setup.alpha.sync, '{ accountViewer { kind groups powers } }');
    expect(accountViewer).toEqual({ kind: 'RESELLER_SYNC', groups: [], powers: ['RESELLER_SYNC'] });
  });

  test('a mutation names a caller whose powers its guard is among, and no other', async () => {
    const { accountPolicy } = await world.ask(admin, '{ accountPolicy { mutations { mutation guard callers } } }');
    for (const caller of [aUser('ulla'), admin, setup.alpha.sync]) {
      const { accountViewer } = await world.ask(caller, '{ accountViewer { powers } }');
      for (const { mutation, guard, callers } of accountPolicy.mutations)
        expect([mutation, callers.includes(caller.kind)]).toEqual([mutation, accountViewer.powers.includes(guard)]);
    }
  });

  test('the values of an edit that change a field are told where the schema has them', async () => {
    const { accountPolicy, input } = await world.ask(
      admin,
      `{ accountPolicy { fields { field inputField } mutations { mutation inputFields { path field } } }
         input: __type(name: "UpdateAccountInput") { inputFields { name } } }`,
    );
    const told = accountPolicy.mutations.flatMap(
      ({ mutation, inputFields }: { mutation: string; inputFields: object[] }) =>
        inputFields.map((one) => ({ mutation, ...one })),
    );
    const expected = accountPolicy.fields
      .filter(({ inputField }: { inputField: string | null }) => inputField !== null)
      .map(({ field, inputField }: { field: string; inputField: string }) => ({
        mutation: 'updateAccount',
        path: ['input', inputField],
        field,
      }));
    expect(told).toEqual(expected);
    expect(told).toHaveLength(13);
    const names = input.inputFields.map(({ name }: { name: string }) => name);
    for (const { path } of told) expect(names).toContain(path[1]);
  });
});
