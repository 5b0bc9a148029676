import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  copy,
  record,
  type Setup,
  see,
  setUpResellers,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const lines = async (accountId: string, kind: string): Promise<string[]> =>
  (await see(world, admin, accountId, 'history { edges { node { kind text } } }')).history.edges
    .map(({ node }: { node: { kind: string; text: string } }) => node)
    .filter((node: { kind: string }) => node.kind === kind)
    .map((node: { text: string }) => node.text);

const versionOf = async (accountId: string) =>
  (await see(world, admin, accountId, 'managedByReseller { sourceVersion }')).managedByReseller.sourceVersion;

describe('S2, S3: a newer snapshot', () => {
  test('brings name, number, e-mail, address and options; what is empty at the source is cleared', async () => {
    const id = await copy(world, setup.alpha, aCustomer('newer', { synchronizationOptions: [] }));
    const SEEN =
      'name accountingNo email billingAddress { line1 line2 city region postalCode country } status revision';
    const { revision } = await see(world, admin, id, 'revision');
    const changed = await record(
      world,
      setup.alpha,
      aCustomer('newer', {
        sourceVersion: '2',
        name: 'Newer',
        accountingNo: 'B-1',
        email: 'new@customers.example',
        billingAddress: { line1: 'Ring 2', city: 'Wien', country: 'AT' },
      }),
    );
    expect(changed).toMatchObject({ outcome: 'APPLIED', userErrors: [] });
    expect(await see(world, admin, id, SEEN)).toEqual({
      name: 'Newer',
      accountingNo: 'B-1',
      email: 'new@customers.example',
      billingAddress: { line1: 'Ring 2', line2: null, city: 'Wien', region: null, postalCode: null, country: 'AT' },
      status: 'ACTIVE',
      revision: String(BigInt(revision) + 1n),
    });

    await record(
      world,
      setup.alpha,
      aCustomer('newer', { sourceVersion: '3', name: 'Newer', accountingNo: null, email: '', billingAddress: null }),
    );
    expect(await see(world, admin, id, 'accountingNo email billingAddress { city }')).toEqual({
      accountingNo: null,
      email: null,
      billingAddress: null,
    });
  });

  test('that differs in nothing is unchanged: the version advances, the revision and the history do not', async () => {
    const id = await copy(world, setup.alpha, aCustomer('advance'));
    const before = await see(world, admin, id, 'revision updatedAt history { edges { node { id } } }');
    expect(await record(world, setup.alpha, aCustomer('advance', { sourceVersion: '7' }))).toMatchObject({
      outcome: 'UNCHANGED',
    });
    expect(await versionOf(id)).toBe('7');
    expect(await see(world, admin, id, 'revision updatedAt history { edges { node { id } } }')).toEqual(before);
  });
});

describe('a snapshot of the version that is here', () => {
  const OPTIONS = [
    { systemCode: 'A', key: '1', value: 'x' },
    { systemCode: 'B', key: '2', value: 'y' },
  ];

  test.each([
    ['the order of the options', { synchronizationOptions: [...OPTIONS].reverse() }],
    ['the currency', { currency: 'GBP' }],
    ['how the same letters are composed', { name: 'Cafe\u0301' }],
    ['empty for null', { billingAddress: { line1: 'Main Street 1', line2: '', city: 'Berlin' } }],
  ])('is unchanged when only %s differs', async (what, changes) => {
    const content = {
      name: 'Caf\u00e9',
      billingAddress: { line1: 'Main Street 1', city: 'Berlin' },
      synchronizationOptions: OPTIONS,
    };
    await copy(world, setup.alpha, aCustomer(`same ${what}`, content));
    expect(await record(world, setup.alpha, aCustomer(`same ${what}`, { ...content, ...changes }))).toMatchObject({
      outcome: 'UNCHANGED',
      userErrors: [],
    });
  });

  test.each([
    ['name', { name: 'Other' }],
    ['accounting number', { accountingNo: null }],
    ['e-mail', { email: 'other@customers.example' }],
    ['address', { billingAddress: { line1: 'Main Street 1' } }],
    ['options', { synchronizationOptions: OPTIONS }],
    ['status', { status: 'SUSPENDED' }],
  ])(
    'A5: with another %s is a conflict that records no subscription; the next version is applied',
    async (what, changes) => {
      const id = await copy(world, setup.alpha, aCustomer(what));
      const other = aCustomer(what, changes);
      expect(await record(world, setup.alpha, other, aPaidSubscription('s-2'))).toMatchObject({
        outcome: 'REJECTED',
        subscription: null,
        userErrors: [
          { code: 'SOURCE_VERSION_CONFLICT', path: ['input', 'customer', 'sourceVersion'], retryable: false },
        ],
      });
      expect(await world.sql('SELECT FROM subscriptions WHERE account_id = $1', [id])).toHaveLength(1);
      expect(
        await record(world, setup.alpha, { ...other, sourceVersion: '2' }, aPaidSubscription('s-2')),
      ).toMatchObject({ outcome: 'APPLIED', account: { id } });
    },
  );
});

describe('A6: a late snapshot', () => {
  test('is stale and changes nothing, but the subscription that comes with it is recorded', async () => {
    const id = await copy(world, setup.alpha, aCustomer('a6', { sourceVersion: '7', name: 'New' }));
    const late = await record(
      world,
      setup.alpha,
      aCustomer('a6', { sourceVersion: '6', name: 'Old', status: 'SUSPENDED' }),
      aPaidSubscription('s-late'),
    );
    expect(late).toMatchObject({
      outcome: 'STALE',
      account: { id, name: 'New', status: 'ACTIVE' },
      subscription: { sourceSubscriptionId: 's-late', endDate: null },
      userErrors: [],
    });
    expect(await versionOf(id)).toBe('7');
    expect(await world.sql('SELECT FROM subscriptions WHERE account_id = $1', [id])).toHaveLength(2);
  });

  test('with a service that is not offered is refused as any other', async () => {
    await copy(world, setup.alpha, aCustomer('a6-refused', { sourceVersion: '7' }));
    const late = aCustomer('a6-refused', { sourceVersion: '6' });
    expect(await record(world, setup.alpha, late, aPaidSubscription('s-2', { sku: 'UNHEARD-OF' }))).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'SERVICE_NOT_OFFERED' }],
    });
    expect(await record(world, setup.alpha, late, aPaidSubscription('s-2'))).toMatchObject({ outcome: 'STALE' });
  });
});

describe('S13: the status', () => {
  const suspended = (id: string, sourceVersion = '2') => aCustomer(id, { sourceVersion, status: 'SUSPENDED' });

  test('A8: suspended at the reseller, told three times: SUSPENDED with exactly one line', async () => {
    const id = await copy(world, setup.alpha, aCustomer('a8'));
    const outcomes = [];
    for (let time = 0; time < 3; time += 1) {
      outcomes.push((await record(world, setup.alpha, suspended('a8'))).outcome);
    }
    expect(outcomes).toEqual(['APPLIED', 'UNCHANGED', 'UNCHANGED']);
    expect(await see(world, admin, id, 'status')).toEqual({ status: 'SUSPENDED' });
    expect(await lines(id, 'STATUS_CHANGED')).toEqual([
      "Account's Status Changed to Suspended due to changes on Alpha",
    ]);
  });

  test('reactivated at the reseller: a line of its own, and none for the same status in a newer version', async () => {
    const id = await copy(world, setup.alpha, aCustomer('back'));
    await record(world, setup.alpha, suspended('back', '2'));
    await record(world, setup.alpha, suspended('back', '3'));
    await record(world, setup.alpha, aCustomer('back', { sourceVersion: '4' }));
    expect(await see(world, admin, id, 'status')).toEqual({ status: 'ACTIVE' });
    expect(await lines(id, 'STATUS_CHANGED')).toEqual([
      "Account's Status Changed to Active due to changes on Alpha",
      "Account's Status Changed to Suspended due to changes on Alpha",
    ]);
  });

  test('A7: suspended v5 and active v6 that arrive as 6, 5 leave it ACTIVE without a line', async () => {
    const id = await copy(world, setup.alpha, aCustomer('a7', { sourceVersion: '4' }));
    await record(world, setup.alpha, aCustomer('a7', { sourceVersion: '6' }));
    expect(await record(world, setup.alpha, suspended('a7', '5'))).toMatchObject({ outcome: 'STALE' });
    expect(await see(world, admin, id, 'status')).toEqual({ status: 'ACTIVE' });
    expect(await lines(id, 'STATUS_CHANGED')).toEqual([]);
  });

  test('a customer that is suspended when it is copied is SUSPENDED from the start, without a change', async () => {
    const id = await copy(world, setup.alpha, suspended('born'));
    expect(await see(world, admin, id, 'status')).toEqual({ status: 'SUSPENDED' });
    expect(await lines(id, 'STATUS_CHANGED')).toEqual([]);
  });
});

test('A9: a renamed reseller has its new name in the ribbon at once; the old line keeps the old name', async () => {
  const reseller = await aReseller(world, { name: 'Omega', currency: 'EUR', separateInvoices: true });
  const id = await copy(world, reseller, aCustomer('a9'));
  await record(world, reseller, aCustomer('a9', { sourceVersion: '2', status: 'SUSPENDED' }));
  await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: reseller.id, name: 'Omega Cloud' });

  expect(await see(world, admin, id, 'managedByReseller { ribbon reseller { name } }')).toEqual({
    managedByReseller: {
      ribbon: 'This account is managed by Omega Cloud Tenant Reseller',
      reseller: { name: 'Omega Cloud' },
    },
  });
  await record(world, reseller, aCustomer('a9', { sourceVersion: '3' }));
  expect(await lines(id, 'STATUS_CHANGED')).toEqual([
    "Account's Status Changed to Active due to changes on Omega Cloud",
    "Account's Status Changed to Suspended due to changes on Omega",
  ]);
});
