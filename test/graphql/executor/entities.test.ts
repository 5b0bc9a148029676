import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../src/domain/caller';
import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  copy,
  record,
  type Setup,
  setUpResellers,
} from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
let managed: string[];
let own: string[];

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  managed = [];
  for (const source of ['m-1', 'm-2', 'm-3']) managed.push(await copy(world, setup.alpha, aCustomer(source)));
  await record(world, setup.alpha, aCustomer('m-1'), aPaidSubscription('s-2', { sku: 'BACKUP' }));
  own = await ownAccounts(196, { permission_rule_id: setup.ruleId });
});
afterAll(() => world.close());

async function ownAccounts(count: number, columns: Record<string, unknown>): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) ids.push(await anOwnAccount(world, { name: `Own ${ids.length}`, ...columns }));
  return ids;
}

const ACTIONS = [
  'SYNCHRONIZE',
  'DELETE',
  'SUSPEND',
  'REACTIVATE',
  'CREATE_OPPORTUNITY',
  'CREATE_OFFER',
  'CREATE_ORDER',
  'CREATE_SUBSCRIPTION',
  'EDIT',
  'GENERATE_INVOICES',
  'VIEW_PENDING_INVOICES',
  'CREATE_INVOICE',
  'ADD_CONTACT',
  'RELATE',
];

/** What S21 says of an id that is unknown here or hidden from the caller. */
const absent = (id: string) => ({
  id,
  name: null,
  managedByReseller: null,
  lockedFields: [],
  allowedActions: [],
  actionPermissions: ACTIONS.map((action) => ({ action, allowed: false, reasons: ['ACCOUNT_NOT_FOUND'] })),
});
const ANSWER =
  'id name managedByReseller { ribbon } lockedFields allowedActions actionPermissions { action allowed reasons }';

const accounts = (ids: readonly unknown[]) => ids.map((id) => ({ __typename: 'Account', id }));

async function entities(
  caller: Caller,
  representations: readonly unknown[],
  selection = `... on Account { ${ANSWER} }`,
) {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`;
  return (await world.ask(caller, query, { of: representations }))._entities;
}

describe('A25: _entities for 200 ids: 3 managed, 196 own, 1 unknown', () => {
  test('answers 200 in order, each as S21 says', async () => {
    const unknown = randomUUID();
    const ids = [...own.slice(0, 100), managed[0], unknown, managed[1], ...own.slice(100), managed[2]] as string[];
    expect(ids).toHaveLength(200);
    const answers = await entities(admin, accounts(ids));

    expect(answers.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(answers[101]).toEqual(absent(unknown));
    for (const [index, id] of ids.entries()) {
      if (id === unknown) continue;
      const isManaged = managed.includes(id);
      const { managedByReseller, lockedFields, allowedActions } = answers[index];
      expect(managedByReseller).toEqual(
        isManaged ? { ribbon: 'This account is managed by Alpha Tenant Reseller' } : null,
      );
      expect([lockedFields.length, allowedActions.length]).toEqual(isManaged ? [9, 6] : [0, 13]);
    }
  });

  test('hidden accounts among them are answered as unknown ones', async () => {
    const hidden = await ownAccounts(3, {});
    const ids = [hidden[0], own[0], hidden[1], managed[0], randomUUID(), hidden[2]] as string[];
    const answers = await entities(aUser('gert', 'readers'), accounts(ids));
    expect(answers.map((answer: { name: string | null }) => answer.name)).toEqual([
      null,
      'Own 0',
      null,
      'Customer m-1',
      null,
      null,
    ]);
    for (const index of [0, 2, 4, 5]) expect(answers[index]).toEqual(absent(ids[index] as string));
  });

  test('costs a constant number of statements for 1, 10 and 200 ids, with all that is nested below', async () => {
    const NESTED = `... on Account {
      ${ANSWER} fieldLocks { field message }
      managedByReseller { drift reseller { name account { name allowedActions } } }
      parent { name managedByReseller { ribbon } lockedFields } billTo { name status }
      permissionRule { name grants { principalId } }
      history(first: 3) { edges { node { text } } }
      subscriptions(first: 3) { edges { node { unitPrice account { name } service { name prices { amount } } } } }
      salesDocuments(first: 3) { edges { node { total } } }
    }`;
    for (const caller of [admin, aUser('gert', 'readers')]) {
      const counts: number[] = [];
      for (const ids of [
        managed.slice(0, 1),
        [...managed, ...own.slice(0, 6), randomUUID()],
        [...managed, ...own, randomUUID()],
      ]) {
        world.takeStatements();
        const answers = await entities(caller, accounts(ids), NESTED);
        counts.push(world.takeStatements().length);
        expect(answers).toHaveLength(ids.length);
        expect(answers[0]).toMatchObject({ name: 'Customer m-1', permissionRule: { name: 'Billing team' } });
      }
      expect(counts[1]).toBe(counts[0]);
      expect(counts[2]).toBe(counts[0]);
    }
  });

  test('costs one statement for what the gateway asks most: management, locks and actions of customers', async () => {
    world.takeStatements();
    await entities(admin, accounts([...managed, ...own]));
    expect(world.takeStatements()).toHaveLength(1);
  });
});

describe('strange representations', () => {
  const STRANGE: [string, unknown][] = [
    ['without an id', { __typename: 'Account' }],
    ['with null for an id', { __typename: 'Account', id: null }],
    ['with a number', { __typename: 'Account', id: 5 }],
    ['with a list', { __typename: 'Account', id: ['x'] }],
    ['with an object', { __typename: 'Account', id: { id: 'x' } }],
    ['with an empty id', { __typename: 'Account', id: '' }],
    ['with a NUL', { __typename: 'Account', id: 'a\0b' }],
    ['with a lone surrogate', { __typename: 'Account', id: '\ud800' }],
    ['with SQL', { __typename: 'Account', id: `'; DROP TABLE accounts; --` }],
    ['with 100 kB', { __typename: 'Account', id: 'x'.repeat(100_000) }],
    ['of no type', { id: 'x' }],
    ['of a type that is none', { __typename: 'Nothing', id: 'x' }],
    ['of a type without a key', { __typename: 'AccountHistoryEntry', id: 'x' }],
    ['of a type that is elsewhere', { __typename: 'User', id: 'anna' }],
    ['of a root type', { __typename: 'Query', id: 'x' }],
    ['of an interface', { __typename: 'AccountMutationPayload', id: 'x' }],
    ['with a name that every object has', { __typename: 'toString', id: 'x' }],
    ['that is empty', {}],
    ['that is a text', 'Account'],
    ['that is a number', 7],
    ['that is a list', [{ __typename: 'Account', id: 'x' }]],
  ];

  test.each(STRANGE)('%s never fail their neighbours', async (_what, strange) => {
    const faults = world.faults.length;
    const id = managed[0] as string;
    const answers = await entities(admin, [...accounts([id]), strange, ...accounts([own[0]])]);
    expect(answers).toHaveLength(3);
    expect([answers[0].name, answers[2].name]).toEqual(['Customer m-1', 'Own 0']);
    expect(answers[1] === null || answers[1].name === null).toBe(true);
    expect(world.faults).toHaveLength(faults);
  });

  test('an id that is text and none of ours is answered as unknown, so that no other subgraph loses its account', async () => {
    const ids = ['', 'a\0b', 'x'.repeat(100_000), '4711', `${managed[0]} `];
    expect(await entities(admin, accounts(ids))).toEqual(ids.map(absent));
  });

  test('an id in capitals is the account; one that is not there is answered as it was asked for, beside its other spelling', async () => {
    const unknown = randomUUID();
    const [there, here] = [managed[0] as string, (managed[0] as string).toUpperCase()];
    const ids = [unknown, unknown.toUpperCase(), here, there];
    const answers = await entities(admin, accounts(ids));
    expect(answers.slice(0, 2)).toEqual([absent(unknown), absent(unknown.toUpperCase())]);
    expect(answers.slice(2)).toMatchObject([there, there].map((id) => ({ id, name: 'Customer m-1' })));
    expect((await entities(admin, accounts([here])))[0]).toMatchObject({ id: there, name: 'Customer m-1' });
  });

  test('an id that is a number is answered as unknown, with the number as text', async () => {
    const faults = world.faults.length;
    const numbers = [5, 0, -1, 4711.5, 1e300, Number.MAX_SAFE_INTEGER];
    expect(await entities(admin, accounts(numbers))).toEqual(numbers.map((number) => absent(String(number))));
    const resellers = numbers.map((id) => ({ __typename: 'TenantReseller', id }));
    expect(await entities(admin, resellers, '... on TenantReseller { id }')).toEqual(numbers.map(() => null));
    expect(world.faults).toHaveLength(faults);
  });

  test('only the key counts: what else a representation claims is not taken over', async () => {
    const claims = {
      name: 'Mine',
      managedByReseller: null,
      standing: {},
      below: 'EVERYTHING',
      allowedActions: ACTIONS,
    };
    const [answer, unknown] = await entities(admin, [
      { ...accounts([managed[0]])[0], ...claims },
      { ...accounts(['4711'])[0], ...claims },
    ]);
    expect(answer).toMatchObject({ name: 'Customer m-1', managedByReseller: { ribbon: expect.any(String) } });
    expect(unknown).toEqual(absent('4711'));
  });

  test('duplicates are answered each, and read once', async () => {
    const ids = [managed[0], own[0], managed[0], managed[0]] as string[];
    world.takeStatements();
    const answers = await entities(admin, accounts(ids));
    expect(world.takeStatements()).toHaveLength(1);
    expect(answers.map(({ name }: { name: string }) => name)).toEqual([
      'Customer m-1',
      'Own 0',
      'Customer m-1',
      'Customer m-1',
    ]);
  });

  test('1,001 are refused as a whole, 1,000 are answered', async () => {
    const ids = Array.from({ length: 1_001 }, () => randomUUID());
    const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Account { id } } }';
    const refused = await world.run(admin, query, { of: accounts(ids) });
    expect(refused.data?._entities ?? null).toBeNull();
    expect(refused.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await entities(admin, accounts(ids.slice(0, 1_000)), '... on Account { id }')).toEqual(
      ids.slice(0, 1_000).map((id) => ({ id })),
    );
  });
});

describe('TenantReseller entities', () => {
  const RESELLER = '... on TenantReseller { id name currency account { id } } ... on Account { accountName: name }';
  const both = () => [
    { __typename: 'TenantReseller', id: setup.beta.id },
    { __typename: 'Account', id: managed[0] },
    { __typename: 'TenantReseller', id: randomUUID() },
    { __typename: 'TenantReseller', id: 'no uuid' },
    { __typename: 'TenantReseller', id: setup.alpha.id },
  ];
  const shown = (reseller: 'alpha' | 'beta', account: boolean) => ({
    id: setup[reseller].id,
    name: setup[reseller].name,
    currency: reseller === 'alpha' ? 'EUR' : 'USD',
    account: account ? { id: setup[reseller].accountId } : null,
  });

  test('are answered to everyone of the distributor, mixed with accounts, null for one that is not there', async () => {
    expect(await entities(aUser('gert', 'readers'), both(), RESELLER)).toEqual([
      shown('beta', true),
      { accountName: 'Customer m-1' },
      null,
      null,
      shown('alpha', true),
    ]);
  });

  test('are answered to a sync service for its own reseller only', async () => {
    expect(await entities(setup.alpha.sync, both(), RESELLER)).toEqual([
      null,
      { accountName: 'Customer m-1' },
      null,
      null,
      shown('alpha', false),
    ]);
    expect(await entities(setup.beta.sync, both(), RESELLER)).toEqual([
      shown('beta', false),
      { accountName: null },
      null,
      null,
      null,
    ]);
  });
});
