import { UNKNOWN } from '../../support/contacts';
import { aCustomer, admin, copy, type Setup, setUpResellers } from '../../support/resellers';
import { aBilledAccount } from '../../support/transfers';
import { aUser, createWorld, type World } from '../../support/world';
import { CHANGES, dryThenReal } from './dry-then-real';

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

const none = { field: null, subscriptionId: null };
const field = (accountId: string, name: string, before: unknown, after: unknown) => ({
  ...none,
  accountId,
  subject: 'FIELD',
  field: name,
  before: JSON.stringify(before),
  after: JSON.stringify(after),
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
