import { type GraphQLType, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { UNKNOWN } from '../../support/contacts';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  copy,
  record,
  type Setup,
  see,
  setUpResellers,
} from '../../support/resellers';
import { aBilledAccount, handOver, sell } from '../../support/transfers';
import { aUser, createWorld, type World } from '../../support/world';
import { CHANGES, dryThenReal } from './dry-then-real';
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

const ERRORS = 'userErrors { code message path retryable reasons }';
const none = { field: null, subscriptionId: null };
const field = (accountId: string, name: string, before: unknown, after: unknown) => ({
  ...none,
  accountId,
  subject: 'FIELD',
  field: name,
  before: JSON.stringify(before),
  after: JSON.stringify(after),
});

describe('a dry run of recordPaidSubscription', () => {
  const RECORDED = `outcome subscriptionOutcome warnings account { id name } subscription { id quantity } ${CHANGES}`;
  const both = (customer: object, subscription: object) =>
    dryThenReal(world, setup.alpha.sync, 'recordPaidSubscription', { customer, subscription }, RECORDED);

  test('of a new customer tells the account and the subscription that it would make, and shows neither', async () => {
    const { dry, real } = await both(aCustomer('first', { currency: 'GBP' }), aPaidSubscription());
    const answered = { outcome: 'CREATED', subscriptionOutcome: 'CREATED', warnings: ['SOURCE_CURRENCY_IGNORED'] };
    expect(dry).toMatchObject({ ...answered, account: null, subscription: null, userErrors: [] });
    expect(real).toMatchObject({ ...answered, account: { name: 'Customer first' }, changes: [] });
    expect(dry.changes).toContainEqual({
      ...field(real.account.id, 'NAME', null, 'Customer first'),
      before: null,
    });
    expect(dry.changes).toContainEqual({
      ...none,
      accountId: real.account.id,
      subject: 'MANAGEMENT',
      before: null,
      after: JSON.stringify({
        tenantResellerId: setup.alpha.id,
        sourceAccountId: 'first',
        origin: 'COPIED_FROM_RESELLER',
      }),
    });
    expect(dry.changes.filter(({ subject }: { subject: string }) => subject === 'SUBSCRIPTION')).toEqual([
      {
        accountId: real.account.id,
        subject: 'SUBSCRIPTION',
        field: null,
        subscriptionId: real.subscription.id,
        before: null,
        after: JSON.stringify({
          sourceSubscriptionId: 's-1',
          sku: 'MAIL',
          billingPeriod: 'MONTHLY',
          startDate: '2026-01-31',
          endDate: null,
          quantities: [{ from: '2026-01-31', quantity: 5 }],
          unitPrice: '2.50',
          priceSource: 'SERVICE',
          currency: 'EUR',
        }),
      },
    ]);
  });

  test('of a known subscription shows it as it is, and what would become of it', async () => {
    const id = await copy(world, setup.alpha, aCustomer('known'));
    const state = aPaidSubscription('s-1', { sourceVersion: '1', quantity: 9 });
    const { dry, real } = await both(aCustomer('known'), state);
    expect(dry).toMatchObject({
      outcome: 'UNCHANGED',
      subscriptionOutcome: 'APPLIED',
      account: { id },
      subscription: { quantity: 5 },
    });
    expect(real).toMatchObject({ subscriptionOutcome: 'APPLIED', subscription: { quantity: 9 }, changes: [] });
    const [change, ...others] = dry.changes;
    expect(others).toEqual([]);
    const quantitiesIn = (text: string) => JSON.parse(text).quantities;
    expect([quantitiesIn(change.before), quantitiesIn(change.after)]).toEqual([
      [{ from: '2026-01-31', quantity: 5 }],
      [{ from: '2026-01-31', quantity: 9 }],
    ]);
  });

  test('that is refused says why, and changes nothing; a reseller that has ended is refused before anything', async () => {
    const { dry, real } = await both(aCustomer('refused'), aPaidSubscription('s-1', { sku: 'NONE' }));
    expect(dry).toEqual(real);
    expect(dry).toMatchObject({ outcome: 'REJECTED', changes: [], userErrors: [{ code: 'SERVICE_NOT_OFFERED' }] });
    const end = (status: string) =>
      world.mutate(admin, 'updateTenantReseller', { tenantResellerId: setup.beta.id, status });
    await end('ENDED');
    const input = { customer: aCustomer('ended'), subscription: aPaidSubscription(), dryRun: true };
    expect(await world.mutate(setup.beta.sync, 'recordPaidSubscription', input, 'outcome')).toMatchObject({
      userErrors: [{ code: 'RESELLER_ENDED' }],
    });
    await end('ACTIVE');
  });
});

describe('a dry run of transferAccounts', () => {
  const RESULTS = `results { accountId account { id managedByReseller { sourceAccountId } } ${CHANGES} ${ERRORS} }`;
  const both = (accounts: readonly object[]) =>
    dryThenReal(world, admin, 'transferAccounts', { tenantResellerId: setup.alpha.id, accounts }, RESULTS);

  test('tells the management, the parent and the subscriptions that would change, and hands over nothing', async () => {
    const id = await aBilledAccount(world, setup.alpha);
    const sold = await sell(world, id);
    const { dry, real } = await both([handOver(id, 'handed', { [sold]: 's-1' })]);
    expect(dry.results[0]).toMatchObject({ account: { id, managedByReseller: null }, userErrors: [] });
    expect(real.results[0]).toMatchObject({
      account: { id, managedByReseller: { sourceAccountId: 'handed' } },
      changes: [],
    });
    const changes = dry.results[0].changes.map(({ subject, field: name, subscriptionId, before, after }: never) => ({
      what: name ?? subscriptionId ?? subject,
      before: JSON.parse(before),
      after: JSON.parse(after),
    }));
    expect(changes).toEqual([
      { what: 'PARENT', before: null, after: setup.alpha.accountId },
      {
        what: 'MANAGEMENT',
        before: null,
        after: {
          tenantResellerId: setup.alpha.id,
          sourceAccountId: 'handed',
          origin: 'TRANSFERRED_TO_RESELLER',
        },
      },
      {
        what: sold,
        before: expect.objectContaining({ sourceSubscriptionId: null, sku: 'MAIL' }),
        after: expect.objectContaining({ sourceSubscriptionId: 's-1', sku: 'MAIL' }),
      },
    ]);
    // The same again changes nothing, dry or real.
    expect((await both([handOver(id, 'handed', { [sold]: 's-1' })])).dry.results).toMatchObject([
      { changes: [], userErrors: [] },
    ]);
  });

  test('comes to what the real one does, each account for itself, of whatever kind it is', async () => {
    const good = () => aBilledAccount(world, setup.alpha);
    const unmapped = await good();
    await sell(world, unmapped);
    const deleted = await good();
    await world.mutate(admin, 'deleteAccount', { accountId: deleted });
    const twice = await good();
    await copy(world, setup.alpha, aCustomer('taken'));
    const copied = await copy(world, setup.alpha, aCustomer('copied'));
    const elsewhere = await aBilledAccount(world, setup.alpha, { billToId: null });
    const accounts = [
      handOver(await good(), 'one'),
      handOver(unmapped, 'two'),
      handOver(deleted, 'three'),
      handOver(twice, 'four'),
      handOver(twice, 'five'),
      handOver(await good(), 'taken'),
      handOver(await good(), 'four'),
      handOver(copied, 'six'),
      handOver(elsewhere, 'seven'),
      handOver(UNKNOWN, 'eight'),
      handOver(setup.alpha.accountId, 'nine'),
      handOver(await good(), ' '),
      handOver(await good(), 'ten'),
    ];
    const { dry, real } = await both(accounts);
    const codes = (results: { userErrors: { code: string }[] }[]) =>
      results.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
    expect(codes(dry.results)).toEqual([
      ...['', 'INVALID_INPUT', 'ACTION_NOT_ALLOWED', '', 'ACCOUNT_ALREADY_MANAGED'],
      ...['SOURCE_ACCOUNT_TAKEN', 'SOURCE_ACCOUNT_TAKEN', 'ACCOUNT_ALREADY_MANAGED', 'BILL_TO_MUST_BE_RESELLER'],
      ...['ACCOUNT_NOT_FOUND', 'ACTION_NOT_ALLOWED', 'INVALID_INPUT', ''],
    ]);
    const errors = (results: { userErrors: object[] }[]) => results.map(({ userErrors }) => userErrors);
    expect(errors(dry.results)).toEqual(errors(real.results));
  });

  test('costs as many statements for 200 accounts as for one', async () => {
    const counts = [];
    for (const size of [1, 200]) {
      const accounts: object[] = [];
      for (let nth = 0; nth < size; nth += 1) {
        const id = await aBilledAccount(world, setup.alpha);
        accounts.push(handOver(id, `counted-${size}-${nth}`));
      }
      world.takeStatements();
      const input = { tenantResellerId: setup.alpha.id, accounts, dryRun: true };
      const { results } = await world.mutate(admin, 'transferAccounts', input, 'results { userErrors { code } }');
      expect(new Set(results.flatMap(({ userErrors }: { userErrors: object[] }) => userErrors))).toEqual(new Set());
      counts.push(world.takeStatements().length);
    }
    expect(counts[1]).toBe(counts[0]);
  });

  test('of a set that fails goes on one by one, and leaves nothing', async () => {
    const ids = [await aBilledAccount(world, setup.alpha), await aBilledAccount(world, setup.alpha)] as const;
    await world.sql(`CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'poison'; END $$`);
    await world.sql(`CREATE TRIGGER poison BEFORE UPDATE ON accounts FOR EACH ROW WHEN (OLD.id = '${ids[0]}')
      EXECUTE FUNCTION poison()`);
    try {
      // The second of one account finds that the first has handed it over.
      const accounts = [handOver(ids[0], 'p-1'), handOver(ids[1], 'p-2'), handOver(ids[1], 'p-3')];
      const { dry, real } = await both(accounts);
      expect(world.faults.splice(0)).toHaveLength(2);
      const codes = ({ results }: { results: { userErrors: { code: string }[] }[] }) =>
        results.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
      expect(codes(dry)).toEqual(['TEMPORARILY_UNAVAILABLE', '', 'ACCOUNT_ALREADY_MANAGED']);
      expect(codes(real)).toEqual(codes(dry));
    } finally {
      await world.sql('DROP FUNCTION poison() CASCADE');
    }
  });
});

describe('a dry run of updateAccount', () => {
  const ANSWER = `account { name revision } ${CHANGES}`;
  const both = (input: object, caller = admin) => dryThenReal(world, caller, 'updateAccount', input, ANSWER);

  test('names each field that would change, with what it is and what it would be', async () => {
    await world.mutate(admin, 'saveCustomFieldDefinition', {
      ...{ code: 'tier', label: 'Tier', type: 'TEXT', required: false, defaultValue: 'gold' },
    });
    const id = await aBilledAccount(world, setup.alpha);
    const edit = {
      accountId: id,
      name: 'Renamed',
      email: null,
      billingAddress: { city: 'Berlin', country: 'DE' },
      billToId: null,
      enableOrdering: true,
      customFields: [{ code: 'tier', value: 'silver' }],
    };
    const { dry, real } = await both(edit);
    expect(dry.account).toEqual({ name: 'Own customer', revision: '1' });
    expect(real).toMatchObject({ account: { name: 'Renamed', revision: '2' }, changes: [] });
    const address = { line1: null, line2: null, city: 'Berlin', region: null, postalCode: null, country: 'DE' };
    expect(dry.changes).toEqual([
      field(id, 'NAME', 'Own customer', 'Renamed'),
      field(id, 'BILLING_ADDRESS', null, address),
      field(id, 'BILL_TO', setup.alpha.accountId, null),
      field(id, 'ENABLE_ORDERING', false, true),
      field(id, 'CUSTOM_FIELDS', { tier: 'gold' }, { tier: 'silver' }),
    ]);
    // Posted back as it is now, it is no change.
    expect((await both(edit)).dry).toMatchObject({ changes: [], userErrors: [] });
  });

  test('tells of a form with a locked field only the refusal, and never the locked field', async () => {
    const id = await copy(world, setup.alpha, aCustomer('locked'));
    const { dry, real } = await both({ accountId: id, name: 'Mine', separateInvoices: false });
    expect(dry).toEqual(real);
    expect(dry).toMatchObject({ changes: [], userErrors: [{ code: 'FIELD_LOCKED', path: ['input', 'name'] }] });
    const form = { accountId: id, name: 'Customer locked', separateInvoices: false };
    expect((await both(form)).dry.changes).toEqual([field(id, 'SEPARATE_INVOICES', true, false)]);
  });

  test('is refused as the real one, whatever speaks against it', async () => {
    const id = await aBilledAccount(world, setup.alpha);
    const copied = await copy(world, setup.alpha, aCustomer('named'));
    const deleted = await aBilledAccount(world, setup.alpha);
    await world.mutate(admin, 'deleteAccount', { accountId: deleted });
    const edits: [edit: Record<string, unknown>, code: string][] = [
      [{ accountId: UNKNOWN, name: 'X' }, 'ACCOUNT_NOT_FOUND'],
      [{ accountId: deleted, name: 'X' }, 'ACTION_NOT_ALLOWED'],
      [{ name: ' ' }, 'INVALID_INPUT'],
      [{ expectedRevision: '99', name: 'X' }, 'CONCURRENT_EDIT'],
      [{ parentId: UNKNOWN }, 'NOT_FOUND'],
      [{ parentId: copied }, 'INVALID_INPUT'],
      [{ parentId: id }, 'INVALID_INPUT'],
      [{ customFields: [{ code: 'unheard' }] }, 'CUSTOM_FIELD_UNKNOWN'],
    ];
    for (const [edit, code] of edits) {
      const { dry, real } = await both({ accountId: id, ...edit });
      expect(dry.userErrors[0].code).toBe(code);
      expect(dry).toEqual(real);
    }
  });

  test('by whom the account is hidden from tells no more than the real one: it is not there', async () => {
    const id = await aBilledAccount(world, setup.alpha, { responsibleUserId: null, permissionRuleId: null });
    const { dry } = await both({ accountId: id, enableOrdering: true }, aUser('dora', 'others') as never);
    expect(dry).toMatchObject({ account: null, changes: [], userErrors: [{ code: 'ACCOUNT_NOT_FOUND' }] });
  });

  test('that would take the caller’s own access shows the account, which is as it was', async () => {
    const id = await aBilledAccount(world, setup.alpha, { responsibleUserId: 'anna', permissionRuleId: null });
    const { dry, real } = await both({ accountId: id, responsibleUserId: 'eve' }, aUser('anna') as never);
    expect(dry.account).toEqual({ name: 'Own customer', revision: '1' });
    expect(dry.changes).toEqual([field(id, 'RESPONSIBLE_USER', 'anna', 'eve')]);
    expect(real.account).toBeNull();
  });
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
    expect.arrayContaining(['recordPaidSubscription', 'syncCustomers', 'transferAccounts', 'updateAccount']),
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
