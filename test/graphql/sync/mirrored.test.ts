import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  copy,
  record,
  type Setup,
  see,
  setUpResellers,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
let customers = 0;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const nextId = () => {
  customers += 1;
  return `mirrored-${customers}`;
};
const address = (country: unknown) => ({ line1: 'Main Street 1', country });

/** Suspends a customer with a snapshot that has these besides. */
async function suspend(changes: Record<string, unknown>) {
  const id = nextId();
  const accountId = await copy(world, setup.alpha, aCustomer(id));
  const customer = aCustomer(id, { sourceVersion: '2', status: 'SUSPENDED', ...changes });
  const { syncCustomers } = await world.ask(
    setup.alpha.sync,
    `mutation ($input: SyncCustomersInput!) {
      syncCustomers(input: $input) { results { outcome warnings userErrors { code path } } } }`,
    { input: { items: [{ customer }] } },
  );
  const account = await see(world, admin, accountId, 'status currency billingAddress { line1 country }');
  return { ...syncCustomers.results[0], account };
}

describe('a snapshot suspends its customer, whatever its country (S3, A32)', () => {
  test.each<[unknown, string | null, string[]]>([
    ['DE', 'DE', []],
    ['de', 'DE', []],
    ['XK', 'XK', []],
    ['QQ', 'QQ', ['COUNTRY_UNKNOWN']],
    ['uk', 'UK', ['COUNTRY_UNKNOWN']],
    ['AN', 'AN', ['COUNTRY_UNKNOWN']],
    [' ch ', 'CH', []],
    ['DEU', null, ['COUNTRY_UNKNOWN']],
    ['Germany', null, ['COUNTRY_UNKNOWN']],
    ['276', null, ['COUNTRY_UNKNOWN']],
    ['ß', null, ['COUNTRY_UNKNOWN']],
    ['a\0', null, ['COUNTRY_UNKNOWN']],
    ['x'.repeat(5000), null, ['COUNTRY_UNKNOWN']],
    ['', null, []],
    [' \u200b', null, []],
    [null, null, []],
  ])('%.20j', async (sent, country, warnings) => {
    expect(await suspend({ billingAddress: address(sent) })).toEqual({
      outcome: 'APPLIED',
      warnings,
      userErrors: [],
      account: { status: 'SUSPENDED', currency: 'EUR', billingAddress: { line1: 'Main Street 1', country } },
    });
  });

  test('what else of the address is wrong is refused all the same', async () => {
    expect(await suspend({ billingAddress: { line1: 'a\0', country: 'QQ' } })).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'items', '0', 'customer', 'billingAddress', 'line1'] }],
    });
  });

  test('a country that is none and nothing else is no address', async () => {
    expect(await suspend({ billingAddress: { country: 'nowhere' } })).toMatchObject({
      outcome: 'APPLIED',
      warnings: ['COUNTRY_UNKNOWN'],
      account: { billingAddress: null },
    });
  });

  test('the same again is unchanged, and warns again', async () => {
    const id = nextId();
    const from = (country: string) => aCustomer(id, { billingAddress: address(country) });
    expect(await record(world, setup.alpha, from('uk'))).toMatchObject({
      outcome: 'CREATED',
      warnings: ['COUNTRY_UNKNOWN'],
    });
    expect(await record(world, setup.alpha, from('UK'))).toMatchObject({
      outcome: 'UNCHANGED',
      warnings: ['COUNTRY_UNKNOWN'],
    });
  });
});

describe('a snapshot suspends its customer, whatever its currency (S10)', () => {
  test.each<[unknown, string[]]>([
    ['EUR', []],
    ['eur', []],
    ['', []],
    [' ', []],
    [null, []],
    ['GBP', ['SOURCE_CURRENCY_IGNORED']],
    ['HRK', ['SOURCE_CURRENCY_IGNORED']],
    ['CNH', ['SOURCE_CURRENCY_IGNORED']],
    ['XCG', ['SOURCE_CURRENCY_IGNORED']],
    ['€', ['SOURCE_CURRENCY_IGNORED']],
    ['a\0\ud800', ['SOURCE_CURRENCY_IGNORED']],
    ['9'.repeat(5000), ['SOURCE_CURRENCY_IGNORED']],
  ])('%.20j', async (currency, warnings) => {
    expect(await suspend({ currency })).toMatchObject({
      outcome: 'APPLIED',
      warnings,
      userErrors: [],
      account: { status: 'SUSPENDED', currency: 'EUR' },
    });
  });
});

describe('what people type', () => {
  const edit = async (accountId: string, input: Record<string, unknown>) =>
    world.mutate(admin, 'updateAccount', { accountId, ...input }, 'account { billingAddress { line1 country } }');

  test.each([
    ['de', 'DE'],
    ['DE', 'DE'],
    ['xk', 'XK'],
  ])('as a country is a code in either case: %s', async (sent, country) => {
    const id = await anOwnAccount(world);
    expect(await edit(id, { billingAddress: address(sent) })).toMatchObject({
      account: { billingAddress: { country } },
      userErrors: [],
    });
  });

  test.each(['uk', 'QQ', 'DEU', 'Germany'])('as a country is no other: %s', async (sent) => {
    const id = await anOwnAccount(world);
    expect(await edit(id, { billingAddress: address(sent) })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'billingAddress', 'country'] }],
    });
  });

  test('may be what is stored: a form that posts everything back works, and a line can be changed', async () => {
    const copied = await copy(world, setup.alpha, aCustomer(nextId(), { billingAddress: address('uk') }));
    expect(await edit(copied, { billingAddress: address('UK') })).toMatchObject({ userErrors: [] });
    expect(await edit(copied, { billingAddress: address('GB') })).toMatchObject({
      userErrors: [{ code: 'FIELD_LOCKED' }],
    });
    const own = await anOwnAccount(world, {
      billing_address: { ...address('UK'), line2: null, city: null, region: null, postalCode: null },
    });
    expect(await edit(own, { billingAddress: { line1: 'Other Street', country: 'UK' } })).toMatchObject({
      account: { billingAddress: { line1: 'Other Street', country: 'UK' } },
      userErrors: [],
    });
  });
});

describe('days that mean none elsewhere', () => {
  const cancel = (sourceAccountId: string, endDate: string) =>
    world.mutate(
      setup.alpha.sync,
      'cancelPaidSubscription',
      { sourceAccountId, sourceSubscriptionId: 's-1', endDate },
      'outcome subscription { endDate }',
    );
  const remove = (sourceAccountId: string, endDate: string | null) =>
    world.mutate(setup.alpha.sync, 'deleteManagedAccount', { sourceAccountId, sourceVersion: '9', endDate }, 'outcome');

  test.each(['1900-01-01', '1970-01-01', '2026-01-29'])('erase no subscription by their end: %s', async (endDate) => {
    const id = nextId();
    await copy(world, setup.alpha, aCustomer(id));
    expect(await cancel(id, endDate)).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'endDate'], retryable: false }],
    });
    // The day before its start takes it back.
    expect(await cancel(id, '2026-01-30')).toMatchObject({
      outcome: 'APPLIED',
      subscription: { endDate: '2026-01-30' },
    });
    expect(await cancel(id, '2026-01-30')).toMatchObject({ outcome: 'UNCHANGED' });
  });

  test.each(['1900-01-01', '1970-01-01', '1989-12-31'])('delete no customer: %s', async (endDate) => {
    const id = nextId();
    await copy(world, setup.alpha, aCustomer(id));
    expect(await remove(id, endDate)).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'endDate'] }],
    });
    expect(await remove(id, '1990-01-01')).toMatchObject({ outcome: 'APPLIED', userErrors: [] });
  });

  test('one that was recorded before this rule comes again unchanged, and is not recorded anew', async () => {
    const customer = aCustomer(nextId());
    const accountId = await copy(world, setup.alpha, customer);
    await world.sql(
      `UPDATE subscriptions SET start_date = '1985-05-05', quantities = jsonb_set(quantities, '{0,from}', '"1985-05-05"') WHERE account_id = $1`,
      [accountId],
    );
    const old = aPaidSubscription('s-1', { startDate: '1985-05-05' });
    expect(await record(world, setup.alpha, customer, old)).toMatchObject({ outcome: 'UNCHANGED', userErrors: [] });
    const another = aPaidSubscription('s-2', { startDate: '1985-05-05' });
    expect(await record(world, setup.alpha, customer, another)).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'subscription', 'startDate'] }],
    });
  });

  test('are no days of what the distributor sells itself', async () => {
    const accountId = await anOwnAccount(world);
    const sell = (startDate: string) =>
      world.mutate(
        admin,
        'createSubscription',
        { accountId, sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY', startDate },
        'subscription { id }',
      );
    expect(await sell('1989-12-31')).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'startDate'] }],
    });
    const { subscription } = await sell('1990-01-01');
    const end = (endDate: string) =>
      world.mutate(admin, 'cancelSubscription', { accountId, subscriptionId: subscription.id, endDate });
    expect(await end('1989-12-30')).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'endDate'] }],
    });
    expect(await end('1989-12-31')).toMatchObject({ userErrors: [] });
  });
});

describe('a name must show something, wherever one is taken', () => {
  const BLANK = ['\u200b', '\u00ad', '\u2060', '\u3164', ' \u2800\t'];
  const NAMED: [string, (name: string) => Promise<[mutation: string, input: Record<string, unknown>]>, string][] = [
    ['createAccount', async (name) => ['createAccount', { name, currency: 'EUR' }], 'name'],
    ['updateAccount', async (name) => ['updateAccount', { accountId: await anOwnAccount(world), name }], 'name'],
    ['addContact', async (lastName) => ['addContact', { accountId: await anOwnAccount(world), lastName }], 'lastName'],
    ['savePermissionRule', async (name) => ['savePermissionRule', { name, grants: [] }], 'name'],
    [
      'createTenantReseller',
      async (name) => ['createTenantReseller', { name, currency: 'EUR', separateInvoices: true }],
      'name',
    ],
    [
      'updateTenantReseller',
      async (name) => ['updateTenantReseller', { tenantResellerId: setup.beta.id, name }],
      'name',
    ],
    ['saveService', async (name) => ['saveService', { sku: 'NAMED', name, prices: [] }], 'name'],
  ];
  test.each(NAMED)('%s', async (_, call, field) => {
    for (const name of BLANK) {
      const [mutation, input] = await call(name);
      expect(await world.mutate(admin, mutation, input)).toMatchObject({
        userErrors: [{ code: 'INVALID_INPUT', path: ['input', field] }],
      });
    }
    const [mutation, input] = await call('\u200bVisible');
    expect(await world.mutate(admin, mutation, input)).toMatchObject({ userErrors: [] });
  });
});
