import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  copy,
  record,
  type Setup,
  setUpResellers,
} from '../support/resellers';
import { createWorld, type World } from '../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const ACCOUNT = `{
  id name accountingNo email billingAddress { line1 city postalCode country } status currency enableOrdering
  separateInvoices parent { id } billTo { id } responsibleUser { id } permissionRule { id }
  synchronizationOptions { systemCode key value readOnly }
  managedByReseller { ribbon sourceAccountId sourceVersion origin drift reseller { id name } }
}`;

describe('A1: the first paid subscription of a customer', () => {
  test('copies the customer with what the product says of a copy', async () => {
    const answer = await record(
      world,
      setup.alpha,
      aCustomer('a1', { currency: 'GBP', accountingNo: 'A-9', name: 'Café GmbH' }),
    );
    expect(answer).toMatchObject({ outcome: 'CREATED', warnings: ['SOURCE_CURRENCY_IGNORED'], userErrors: [] });

    const { account } = await world.ask(admin, `query ($id: ID!) { account(id: $id) ${ACCOUNT} }`, {
      id: answer.account.id,
    });
    expect(account).toEqual({
      id: answer.account.id,
      name: 'Café GmbH',
      accountingNo: 'A-9',
      email: 'a1@customers.example',
      billingAddress: { line1: 'Main Street 1', city: 'Berlin', postalCode: '10115', country: 'DE' },
      status: 'ACTIVE',
      currency: 'EUR',
      enableOrdering: true,
      separateInvoices: true,
      parent: { id: setup.alpha.accountId },
      billTo: { id: setup.alpha.accountId },
      responsibleUser: { id: 'anna' },
      permissionRule: { id: setup.ruleId },
      synchronizationOptions: [],
      managedByReseller: {
        ribbon: 'This account is managed by Alpha Tenant Reseller',
        sourceAccountId: 'a1',
        sourceVersion: '1',
        origin: 'COPIED_FROM_RESELLER',
        drift: [],
        reseller: { id: setup.alpha.id, name: 'Alpha' },
      },
    });
  });
});

describe('A28: a copy while back-ordering is off', () => {
  test('is refused and nothing is stored; once it is active the same call goes through', async () => {
    const gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true, live: false });
    const before = await world.sql('SELECT count(*) FROM accounts');
    const refused = await record(world, gamma, aCustomer('a28'));
    expect(refused).toMatchObject({
      outcome: 'REJECTED',
      account: null,
      subscription: null,
      userErrors: [{ code: 'BACK_ORDERING_INACTIVE', retryable: false }],
    });
    expect(await world.sql('SELECT count(*) FROM accounts')).toEqual(before);
    expect(await world.sql(`SELECT FROM source_identities WHERE source_account_id = 'a28'`)).toEqual([]);

    await world.mutate(admin, 'activateBackOrdering', { tenantResellerId: gamma.id });
    expect(await record(world, gamma, aCustomer('a28'))).toMatchObject({ outcome: 'CREATED', userErrors: [] });
  });
});

test('A4: twenty paid subscriptions of one new customer at the same instant make one account', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      record(world, setup.alpha, aCustomer('a4'), aPaidSubscription(`a4-${index}`)),
    ),
  );
  expect(new Set(answers.map((answer) => answer.account.id)).size).toBe(1);
  expect(answers.map((answer) => answer.outcome).sort()).toEqual(['CREATED', ...Array(19).fill('UNCHANGED')]);
  expect(answers.flatMap((answer) => answer.userErrors)).toEqual([]);
  const [{ count }] = (await world.sql('SELECT count(*)::int FROM subscriptions WHERE account_id = $1', [
    answers[0].account.id,
  ])) as [{ count: number }];
  expect(count).toBe(20);
});

test('A5: the same call again is unchanged; with another name and the same version it is a conflict', async () => {
  const id = await copy(world, setup.alpha, aCustomer('a5'));
  expect(await record(world, setup.alpha, aCustomer('a5'))).toMatchObject({ outcome: 'UNCHANGED', account: { id } });
  expect(await record(world, setup.alpha, aCustomer('a5', { name: 'Other' }))).toMatchObject({
    outcome: 'REJECTED',
    userErrors: [{ code: 'SOURCE_VERSION_CONFLICT', path: ['input', 'customer', 'sourceVersion'] }],
  });
});
