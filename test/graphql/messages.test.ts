import { ENGLISH_MESSAGES } from '../../src/domain/messages-english';
import { localeOf } from '../../src/graphql/request/locale';
import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  copy,
  type Setup,
  see,
  setUpResellers,
} from '../support/resellers';
import { aUser, createWorld, type World } from '../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());
afterEach(() => {
  world.locale = 'en';
});

const ERRORS = 'userErrors { code message messageKey parameters { name value } }';

interface Told {
  readonly code: string;
  readonly message: string;
  readonly messageKey: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

async function refusal(
  caller: Parameters<World['ask']>[0],
  mutation: string,
  input: Record<string, unknown>,
): Promise<Told> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const reference = ['suspendAccount', 'deleteAccount'].includes(mutation) ? 'AccountReferenceInput' : type;
  const query = `mutation ($input: ${reference}!) { ${mutation}(input: $input) { ${ERRORS} } }`;
  const [error] = (await world.ask(caller, query, { input }))[mutation].userErrors;
  return error;
}

describe('a refusal', () => {
  test.each<[string, () => Promise<Told>, Omit<Told, 'code'>]>([
    [
      'of an action',
      async () => refusal(admin, 'suspendAccount', { accountId: await copy(world, setup.alpha) }),
      {
        message: 'Suspend is not possible: the account is managed by Alpha and changes there only.',
        messageKey: 'action.managedByReseller',
        parameters: [
          { name: 'action', value: 'Suspend' },
          { name: 'reseller', value: 'Alpha' },
        ],
      },
    ],
    [
      'of a locked field',
      async () => refusal(admin, 'updateAccount', { accountId: await copy(world, setup.alpha), accountingNo: 'X' }),
      {
        message: 'Accounting No is locked: it comes from Alpha and is updated from there.',
        messageKey: 'lock.masteredByReseller',
        parameters: [
          { name: 'field', value: 'Accounting No' },
          { name: 'reseller', value: 'Alpha' },
        ],
      },
    ],
    [
      'of a value',
      async () =>
        refusal(admin, 'updateAccount', { accountId: await anOwnAccount(world), accountingNo: 'x'.repeat(1001) }),
      {
        message: 'Accounting No must have at most 1000 characters',
        messageKey: 'input.tooLong',
        parameters: [
          { name: 'field', value: 'Accounting No' },
          { name: 'most', value: '1000' },
        ],
      },
    ],
    [
      'of a negative number',
      async () =>
        refusal(setup.alpha.sync, 'recordPaidSubscription', {
          customer: aCustomer('negative'),
          subscription: aPaidSubscription('s', { quantity: -3 }),
        }),
      {
        message: 'Quantity must not be negative',
        messageKey: 'input.negative',
        parameters: [{ name: 'field', value: 'Quantity' }],
      },
    ],
    [
      'without anything in its sentence',
      async () => refusal(admin, 'deleteAccount', { accountId: crypto.randomUUID() }),
      {
        message: 'There is no account of this id that you may see.',
        messageKey: 'action.accountNotFound',
        parameters: [],
      },
    ],
  ])('%s says which sentence it is, and what stands in it', async (_what, refuse, told) => {
    expect(await refuse()).toMatchObject(told);
  });

  test('is in German for who asks for it; codes and keys are the same', async () => {
    const id = await copy(world, setup.alpha, aCustomer('german'));
    const edit = { accountId: id, accountingNo: 'X', synchronizationOptions: [] };
    const english = await refusal(admin, 'updateAccount', edit);
    world.locale = 'de';
    const german = await refusal(admin, 'updateAccount', edit);
    expect({ code: german.code, messageKey: german.messageKey }).toEqual({
      code: english.code,
      messageKey: english.messageKey,
    });
    expect(german).toMatchObject({
      message: 'Buchhaltungsnummer ist gesperrt: Der Wert kommt von Alpha und wird von dort aktualisiert.',
      parameters: [
        { name: 'field', value: 'Buchhaltungsnummer' },
        { name: 'reseller', value: 'Alpha' },
      ],
    });
  });

  test('is told before the attempt as after it, in either language; the ribbon is the same in both', async () => {
    const id = await copy(world, setup.alpha, aCustomer('before'));
    const anna = aUser('anna');
    const selection = `managedByReseller { ribbon } fieldLocks { field message } actionPermissions { action message }`;
    const ribbons = new Set<string>();
    const sentences = new Set<string>();
    for (const locale of ['en', 'de'] as const) {
      world.locale = locale;
      const account = await see(world, anna, id, selection);
      ribbons.add(account.managedByReseller.ribbon);
      const { message } = account.actionPermissions.find(({ action }: { action: string }) => action === 'DELETE');
      expect((await refusal(anna, 'deleteAccount', { accountId: id })).message).toBe(message);
      const lock = account.fieldLocks.find(({ field }: { field: string }) => field === 'EMAIL').message;
      expect((await refusal(anna, 'updateAccount', { accountId: id, email: 'x@y.example' })).message).toBe(lock);
      sentences.add(message).add(lock);
    }
    expect([...ribbons]).toEqual(['This account is managed by Alpha Tenant Reseller']);
    expect(sentences.size).toBe(4);
  });

  test('of a query says so beside its code', async () => {
    const id = await anOwnAccount(world);
    const { errors } = await world.run(
      admin,
      'query ($id: ID!) { account(id: $id) { pendingInvoices(asOf: "never") { currency } } }',
      { id },
    );
    expect(errors).toMatchObject([
      {
        message: 'As of must be a day of the calendar, e.g. "2026-01-31"',
        extensions: {
          code: 'INVALID_INPUT',
          path: ['asOf'],
          messageKey: 'input.day',
          parameters: [{ name: 'field', value: 'As of' }],
        },
      },
    ]);
  });

  test('of many errors counts those that are not told', async () => {
    const items = Array.from({ length: 30 }, () => ({
      sku: '',
      quantity: 0,
      billingPeriod: 'MONTHLY',
      startDate: 'x',
    }));
    const paidSubscriptions = items.map((one, index) => ({ ...one, sourceSubscriptionId: `s-${index}` }));
    const { syncCustomers } = await world.ask(
      setup.alpha.sync,
      `mutation ($input: SyncCustomersInput!) { syncCustomers(input: $input) { results { ${ERRORS} } } }`,
      { input: { items: [{ customer: aCustomer('many'), paidSubscriptions }] } },
    );
    const told: Told[] = syncCustomers.results[0].userErrors;
    expect(told.at(-1)).toMatchObject({ messageKey: 'errors.more', parameters: [{ name: 'count', value: '65' }] });
    for (const { messageKey, parameters } of told) {
      const template = ENGLISH_MESSAGES[messageKey as keyof typeof ENGLISH_MESSAGES];
      const names = new Set(Array.from(template.matchAll(/\{(\w+)/g), ([, name]) => name));
      expect(new Set(parameters.map(({ name }) => name))).toEqual(names);
    }
  });
});

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['en', 'en'],
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE-de, en;q=0.5', 'de'],
  ['en-GB, de;q=0.9', 'en'],
  ['de-AT, en', 'de'],
  ['fr, de-CH;q=0.7, en;q=0.7', 'de'],
  ['de;q=0.3, en;q=0.8', 'en'],
  ['fr, de;q=0.1', 'de'],
  ['fr', 'en'],
  ['de;q=0', 'en'],
  ['x'.repeat(10_000), 'en'],
  [',;=q*/\u0000', 'en'],
])('accept-language %.30j is answered in %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});
