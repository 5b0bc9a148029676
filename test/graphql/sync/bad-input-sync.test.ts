import {
  aCustomer,
  admin,
  aPaidSubscription,
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

type Path = readonly string[];

/** What is sent, with one value put at a path of `customer` or `subscription`. */
function sentWith(path: Path, value: unknown, sourceAccountId: string) {
  const sent = {
    customer: aCustomer(sourceAccountId, {
      synchronizationOptions: [{ systemCode: 'MAIL', key: 'tenant', value: 't-1' }],
      currency: 'EUR',
    }),
    subscription: aPaidSubscription(),
  };
  let place: Record<string, unknown> = sent;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string, unknown>;
  place[path.at(-1) ?? ''] = value;
  return sent;
}

let customers = 0;

/** Refused with INVALID_INPUT at the path, nothing stored; the twin with a value that is right goes through. */
async function refusesAndTakes(path: Path, wrong: unknown, right: unknown, at: Path = path): Promise<void> {
  customers += 1;
  const id = `customer-${customers}`;
  const before = await everyRow(world);
  const refused = sentWith(path, wrong, id);
  expect(await record(world, setup.alpha, refused.customer, refused.subscription)).toEqual({
    outcome: 'REJECTED',
    warnings: [],
    account: null,
    subscription: null,
    userErrors: [
      {
        code: 'INVALID_INPUT',
        path: ['input', ...at],
        retryable: false,
        action: null,
        reasons: [],
        field: null,
        message: expect.any(String),
      },
    ],
  });
  expect(await writtenSince(world, before)).toEqual([]);
  expect(world.faults).toEqual([]);
  const taken = sentWith(path, right, id);
  expect(await record(world, setup.alpha, taken.customer, taken.subscription)).toMatchObject({
    outcome: 'CREATED',
    userErrors: [],
  });
}

const unique = () => `unique-${customers}`;
const TEXTS: [path: Path, right: () => string][] = [
  [['customer', 'sourceAccountId'], unique],
  [['customer', 'name'], () => 'Müller & Söhne \u{1f600}'],
  [['customer', 'accountingNo'], () => 'A-1'],
  [['customer', 'email'], () => 'a@b.example'],
  [['customer', 'billingAddress', 'line1'], () => 'Ring 1'],
  [['customer', 'billingAddress', 'line2'], () => 'Stairs 2'],
  [['customer', 'billingAddress', 'city'], () => 'Wien'],
  [['customer', 'billingAddress', 'region'], () => 'Wien'],
  [['customer', 'billingAddress', 'postalCode'], () => '1010'],
  [['customer', 'synchronizationOptions', '0', 'systemCode'], () => 'MAIL'],
  [['customer', 'synchronizationOptions', '0', 'key'], () => 'key'],
  [['customer', 'synchronizationOptions', '0', 'value'], () => 'value'],
  [['subscription', 'sourceSubscriptionId'], () => 's-1'],
  [['subscription', 'sku'], () => 'MAIL'],
];

describe('recordPaidSubscription', () => {
  describe.each(TEXTS)('%j', (path, right) => {
    test.each([
      ['a NUL', 'a\0b'],
      ['the first half of a surrogate pair', 'a\ud83d'],
      ['the second half of a surrogate pair', '\ude00b'],
      ['1 MB', 'n'.repeat(1024 * 1024)],
    ])('with %s is refused; what is right is taken', async (_what, wrong) => {
      await refusesAndTakes(path, wrong, right());
    });
  });

  test.each<[string, Path, unknown, unknown]>([
    ['a blank name', ['customer', 'name'], ' \t\n\u00a0', 'Filled'],
    ['an empty name', ['customer', 'name'], '', 'F'],
    ['a name of zero-width spaces', ['customer', 'name'], '\u200b\u2060', '\u200bF'],
    ['a name of soft hyphens', ['customer', 'name'], '\u00ad', 'Fo\u00ado'],
    ['a name of Hangul fillers', ['customer', 'name'], '\u3164', '김'],
    ['a name of 256 characters', ['customer', 'name'], 'n'.repeat(256), 'n'.repeat(255)],
    ['a number of 1,001 characters', ['customer', 'accountingNo'], 'n'.repeat(1001), 'n'.repeat(1000)],
    ['an e-mail of 1,001 characters', ['customer', 'email'], '\u{1f600}'.repeat(1001), '\u{1f600}'.repeat(1000)],
    ['an empty sourceSubscriptionId', ['subscription', 'sourceSubscriptionId'], '', 's'],
    ['a blank sku', ['subscription', 'sku'], ' ', 'MAIL'],
    ['a blank system', ['customer', 'synchronizationOptions', '0', 'systemCode'], '', 'M'],
    ['a blank key', ['customer', 'synchronizationOptions', '0', 'key'], ' ', 'k'],
    ['version -1', ['customer', 'sourceVersion'], '-1', '0'],
    ['version 2^63', ['customer', 'sourceVersion'], '9223372036854775808', '9223372036854775807'],
    ['a version of 10 kB', ['customer', 'sourceVersion'], '9'.repeat(10_000), '9'],
    ['version "abc"', ['customer', 'sourceVersion'], 'abc', '1'],
    ['version "1.5"', ['customer', 'sourceVersion'], '1.5', '2'],
    ['version "1e3"', ['customer', 'sourceVersion'], '1e3', '1000'],
    ['version ""', ['customer', 'sourceVersion'], '', '1'],
    ['version " 1"', ['customer', 'sourceVersion'], ' 1', '1'],
    ['version "0x10"', ['customer', 'sourceVersion'], '0x10', '16'],
    ['quantity 0', ['subscription', 'quantity'], 0, 1],
    ['quantity -1', ['subscription', 'quantity'], -1, 2_147_483_647],
    ['30 February', ['subscription', 'startDate'], '2026-02-30', '2026-02-28'],
    ['29 February of a year without', ['subscription', 'startDate'], '2026-02-29', '2028-02-29'],
    ['a day of another style', ['subscription', 'startDate'], '31.01.2026', '2026-01-31'],
    ['an instant for a day', ['subscription', 'startDate'], '2026-01-31T00:00:00Z', '2026-01-31'],
    ['no day', ['subscription', 'startDate'], '', '1999-12-31'],
    ['the year 0', ['subscription', 'startDate'], '0000-01-01', '1990-01-01'],
    ['a day that means none elsewhere', ['subscription', 'startDate'], '1900-01-01', '1990-01-01'],
    ['another one', ['subscription', 'startDate'], '1753-01-01', '1990-01-02'],
    ["a computer's first day", ['subscription', 'startDate'], '1970-01-01', '1999-12-31'],
    ['the day before the first', ['subscription', 'startDate'], '1989-12-31', '1990-01-01'],
    ['the year 10000', ['subscription', 'startDate'], '10000-01-01', '9999-12-31'],
  ])('with %s is refused; what is right is taken', async (_what, path, wrong, right) => {
    await refusesAndTakes(path, wrong, right);
  });

  test('with an empty sourceAccountId is refused', async () => {
    await refusesAndTakes(['customer', 'sourceAccountId'], ' ', unique());
  });

  test('with 101 options is refused, with 100 taken', async () => {
    const options = Array.from({ length: 101 }, (_, index) => ({ systemCode: 'S', key: `k-${index}`, value: null }));
    await refusesAndTakes(['customer', 'synchronizationOptions'], options, options.slice(1));
  });

  test('with one option twice is refused, with two of one system taken', async () => {
    const option = { systemCode: 'S', key: 'k', value: 'v' };
    await refusesAndTakes(
      ['customer', 'synchronizationOptions'],
      [option, { ...option, value: 'w' }],
      [option, { ...option, key: 'l' }],
    );
  });

  test('names every fault with its path at once', async () => {
    const sent = {
      customer: aCustomer('faults', { name: '', sourceVersion: '-1', billingAddress: { city: 'a\0' } }),
      subscription: aPaidSubscription('s-1', { quantity: 0, startDate: 'never' }),
    };
    const { userErrors } = await record(world, setup.alpha, sent.customer, sent.subscription);
    expect(userErrors.map(({ path }: { path: string[] }) => path.slice(1).join('.')).sort()).toEqual([
      'customer.billingAddress.city',
      'customer.name',
      'customer.sourceVersion',
      'subscription.quantity',
      'subscription.startDate',
    ]);
  });

  test.each<[string, Path, unknown]>([
    ['a number for a name', ['customer', 'name'], 5],
    ['null for a name', ['customer', 'name'], null],
    ['a number for a version', ['customer', 'sourceVersion'], 1],
    ['a text for a quantity', ['subscription', 'quantity'], '5'],
    ['half a quantity', ['subscription', 'quantity'], 1.5],
    ['a quantity of 2^31', ['subscription', 'quantity'], 2 ** 31],
    ['a status that is none', ['customer', 'status'], 'DELETED'],
    ['a billing period that is none', ['subscription', 'billingPeriod'], 'WEEKLY'],
    ['a field that is none', ['customer', 'parentId'], '00000000-0000-4000-8000-000000000000'],
  ])('with %s fails the whole call before anything is done', async (_what, path, wrong) => {
    const before = await everyRow(world);
    const { data, errors } = await world.run(
      setup.alpha.sync,
      'mutation ($input: RecordPaidSubscriptionInput!) { recordPaidSubscription(input: $input) { outcome } }',
      { input: sentWith(path, wrong, 'whole-call') },
    );
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await writtenSince(world, before)).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  test('what a name holds is kept as it is sent: quotes, markup, SQL, right-to-left and zero-width letters', async () => {
    for (const name of [
      `O'Neil "x" \\`,
      '<b>&amp;</b>',
      `'); DROP TABLE accounts; --`,
      '\u202eabc',
      'a\u200bb',
      '  spaces ',
    ]) {
      customers += 1;
      const { account } = await record(world, setup.alpha, aCustomer(`customer-${customers}`, { name }));
      expect(await see(world, admin, account.id, 'name')).toEqual({ name });
    }
  });
});
