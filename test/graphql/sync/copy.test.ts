import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  copy,
  everyRow,
  record,
  type Setup,
  see,
  setUpResellers,
  writtenSince,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

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
    const before = await everyRow(world);
    const refused = await record(world, gamma, aCustomer('a28'));
    expect(refused).toMatchObject({
      outcome: 'REJECTED',
      account: null,
      subscription: null,
      userErrors: [{ code: 'BACK_ORDERING_INACTIVE', retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);

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

describe('A2: a trial', () => {
  test('copies nothing; when it becomes paid it does', async () => {
    const before = await everyRow(world);
    expect(
      await record(world, setup.alpha, aCustomer('a2'), aPaidSubscription('a2-trial', { trial: true })),
    ).toMatchObject({
      outcome: 'REJECTED',
      account: null,
      subscription: null,
      userErrors: [
        { code: 'NOT_A_PAID_SUBSCRIPTION', path: ['input', 'subscription', 'trial'], retryable: false, reasons: [] },
      ],
    });
    expect(await writtenSince(world, before)).toEqual([]);

    expect(
      await record(world, setup.alpha, aCustomer('a2'), aPaidSubscription('a2-trial', { trial: false })),
    ).toMatchObject({ outcome: 'CREATED', subscription: { sourceSubscriptionId: 'a2-trial' }, userErrors: [] });
  });

  test('of a customer that is here is refused with its newer snapshot, which a paid subscription brings along', async () => {
    const id = await copy(world, setup.alpha, aCustomer('a2-here'));
    const renamed = aCustomer('a2-here', { sourceVersion: '2', name: 'Renamed' });
    const before = await everyRow(world);
    expect(await record(world, setup.alpha, renamed, aPaidSubscription('s-2', { trial: true }))).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'NOT_A_PAID_SUBSCRIPTION' }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await record(world, setup.alpha, renamed, aPaidSubscription('s-2'))).toMatchObject({
      outcome: 'APPLIED',
      account: { id, name: 'Renamed' },
    });
  });
});

describe('S1: the service of a first paid subscription', () => {
  test('may be charged once: that is paid too', async () => {
    const once = aPaidSubscription('s-once', { sku: 'BACKUP', billingPeriod: 'ONCE' });
    expect(await record(world, setup.alpha, aCustomer('once'), once)).toMatchObject({
      outcome: 'CREATED',
      subscription: { unitPrice: '120.00', currency: 'EUR', endDate: null },
      userErrors: [],
    });
  });

  test.each([
    ['is in no price list', { sku: 'UNHEARD-OF' }],
    ['has no price for the billing period', { billingPeriod: 'TRIENNIAL' }],
    ["has no price in the account's currency", { sku: 'EUR-ONLY' }],
  ])('that %s is refused, and the customer with it; one that is offered copies it', async (what, changes) => {
    const customer = aCustomer(`S1 ${what}`);
    const before = await everyRow(world);
    expect(await record(world, setup.beta, customer, aPaidSubscription('s-1', changes))).toMatchObject({
      outcome: 'REJECTED',
      account: null,
      subscription: null,
      userErrors: [{ code: 'SERVICE_NOT_OFFERED', path: ['input', 'subscription', 'sku'], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await record(world, setup.beta, customer)).toMatchObject({
      outcome: 'CREATED',
      subscription: { unitPrice: '2.50', currency: 'USD' },
    });
  });

  test('a customer that is refused leaves its subscription unrecorded too', async () => {
    const before = await everyRow(world);
    expect(await record(world, setup.alpha, aCustomer('blank', { name: ' ' }))).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'customer', 'name'] }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await record(world, setup.alpha, aCustomer('blank', { name: 'Filled' }))).toMatchObject({
      outcome: 'CREATED',
    });
  });
});

describe('S1: one account for each customer', () => {
  test('a second and a third paid subscription find the first account', async () => {
    const id = await copy(world, setup.alpha, aCustomer('loyal'));
    for (const source of ['s-2', 's-3']) {
      expect(await record(world, setup.alpha, aCustomer('loyal'), aPaidSubscription(source))).toMatchObject({
        outcome: 'UNCHANGED',
        account: { id },
        subscription: { sourceSubscriptionId: source },
      });
    }
    expect(await world.sql(`SELECT id FROM accounts WHERE source_account_id = 'loyal'`)).toEqual([{ id }]);
    expect(await world.sql('SELECT FROM subscriptions WHERE account_id = $1', [id])).toHaveLength(3);
  });

  test('the same source id at another reseller is another account; neither changes the other', async () => {
    const ofAlpha = await copy(world, setup.alpha, aCustomer('shared', { name: "Alpha's" }));
    const ofBeta = await copy(world, setup.beta, aCustomer('shared', { name: "Beta's" }));
    expect(ofBeta).not.toBe(ofAlpha);
    expect(await see(world, admin, ofAlpha, 'name currency managedByReseller { reseller { id } }')).toEqual({
      name: "Alpha's",
      currency: 'EUR',
      managedByReseller: { reseller: { id: setup.alpha.id } },
    });
    expect(await see(world, admin, ofBeta, 'name currency managedByReseller { reseller { id } }')).toEqual({
      name: "Beta's",
      currency: 'USD',
      managedByReseller: { reseller: { id: setup.beta.id } },
    });
  });

  test('customers with one e-mail and number are two accounts: only the source id tells customers apart', async () => {
    const same = { email: 'info@same.example', accountingNo: 'SAME' };
    const one = await copy(world, setup.alpha, aCustomer('same-1', same));
    const other = await copy(world, setup.alpha, aCustomer('same-2', same));
    expect(other).not.toBe(one);
  });
});

describe('a paid subscription that is known', () => {
  test('is recorded once, however often it comes', async () => {
    const id = await copy(world, setup.alpha, aCustomer('twice'));
    const first = await record(world, setup.alpha, aCustomer('twice'));
    const again = await record(world, setup.alpha, aCustomer('twice'));
    expect(again.subscription).toEqual(first.subscription);
    expect(await world.sql('SELECT FROM subscriptions WHERE account_id = $1', [id])).toHaveLength(1);
  });

  test.each([
    ['another service', { sku: 'BACKUP' }],
    ['another quantity', { quantity: 6 }],
    ['another billing period', { billingPeriod: 'ANNUAL' }],
    ['another start', { startDate: '2026-02-01' }],
  ])('with %s is a conflict that keeps the newer snapshot out; a new source id is not', async (what, changes) => {
    const id = await copy(world, setup.alpha, aCustomer(what));
    const newer = aCustomer(what, { sourceVersion: '2', name: 'Newer' });
    const before = await everyRow(world);
    expect(await record(world, setup.alpha, newer, aPaidSubscription('s-1', changes))).toMatchObject({
      outcome: 'REJECTED',
      account: null,
      subscription: null,
      userErrors: [
        {
          code: 'SUBSCRIPTION_CONFLICT',
          path: ['input', 'subscription', 'sourceSubscriptionId'],
          retryable: false,
        },
      ],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    expect(await record(world, setup.alpha, newer, aPaidSubscription('s-2', changes))).toMatchObject({
      outcome: 'APPLIED',
      account: { id, name: 'Newer' },
    });
  });

  test("keeps the price list's price of the day it was recorded on", async () => {
    const service = (amount: string) => ({
      sku: 'RISING',
      name: 'Rising',
      prices: [{ currency: 'EUR', billingPeriod: 'MONTHLY', amount }],
    });
    const rising = aPaidSubscription('s-1', { sku: 'RISING' });
    await world.mutate(admin, 'saveService', service('1.00'));
    await record(world, setup.alpha, aCustomer('price'), rising);
    await world.mutate(admin, 'saveService', service('2.00'));
    expect((await record(world, setup.alpha, aCustomer('price'), rising)).subscription.unitPrice).toBe('1.00');
    expect(
      (await record(world, setup.alpha, aCustomer('price'), { ...rising, sourceSubscriptionId: 's-2' })).subscription
        .unitPrice,
    ).toBe('2.00');
  });
});
