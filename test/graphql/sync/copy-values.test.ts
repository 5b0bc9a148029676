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

const OPTIONS = [
  { systemCode: 'MAIL', key: 'tenant', value: 't-1' },
  { systemCode: 'BACKUP', key: 'plan', value: null },
];
const OPTIONS_SHOWN = 'synchronizationOptions { systemCode key value readOnly } lockedFields';

describe('S5: the sub-customer', () => {
  test("has its reseller's own account as parent and Bill To, whichever reseller it is", async () => {
    for (const reseller of [setup.alpha, setup.beta]) {
      const id = await copy(world, reseller, aCustomer('s5'));
      expect(await see(world, admin, id, 'parent { id name } billTo { id name }')).toEqual({
        parent: { id: reseller.accountId, name: reseller.name },
        billTo: { id: reseller.accountId, name: reseller.name },
      });
    }
  });
});

describe('S4: Enable Ordering', () => {
  test('is true on the copy, and A13: still sells nothing for the distributor, while the sync records', async () => {
    const id = await copy(world, setup.alpha, aCustomer('a13'));
    expect(await see(world, admin, id, 'enableOrdering allowedActions')).toEqual({
      enableOrdering: true,
      allowedActions: ['EDIT', 'GENERATE_INVOICES', 'VIEW_PENDING_INVOICES', 'CREATE_INVOICE', 'ADD_CONTACT', 'RELATE'],
    });
    const sold = { sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY' };
    expect(
      await world.mutate(admin, 'createSubscription', { accountId: id, ...sold }, 'subscription { id }'),
    ).toMatchObject({
      subscription: null,
      userErrors: [{ code: 'ACTION_NOT_ALLOWED', reasons: ['MANAGED_BY_RESELLER'] }],
    });
    expect(await record(world, setup.alpha, aCustomer('a13'), aPaidSubscription('s-2'))).toMatchObject({
      account: { id },
      subscription: { sourceSubscriptionId: 's-2' },
      userErrors: [],
    });
  });
});

describe('S6, A19: Separate Invoices', () => {
  test("is the reseller's at the time of the copy; a copy keeps it, and the distributor may change it", async () => {
    const gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
    const before = await copy(world, gamma, aCustomer('a19-before'));
    await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: gamma.id, separateInvoices: false });
    const after = await copy(world, gamma, aCustomer('a19-after'));
    expect(await see(world, admin, before, 'separateInvoices')).toEqual({ separateInvoices: true });
    expect(await see(world, admin, after, 'separateInvoices')).toEqual({ separateInvoices: false });

    expect(
      await world.mutate(
        admin,
        'updateAccount',
        { accountId: before, separateInvoices: false },
        'account { separateInvoices }',
      ),
    ).toEqual({ account: { separateInvoices: false }, userErrors: [] });
    await record(world, gamma, aCustomer('a19-before', { sourceVersion: '2', name: 'Refreshed' }));
    expect(await see(world, admin, before, 'name separateInvoices')).toEqual({
      name: 'Refreshed',
      separateInvoices: false,
    });
  });
});

describe('S7, S8: what the API options leave unset', () => {
  const SEEN = 'responsibleUser { id } permissionRule { id } managedByReseller { drift }';

  test.each([
    ['the responsible user', { responsibleUserId: null }, ['RESPONSIBLE_USER_UNSET']],
    ['the sharing rule', { permissionRuleId: null }, ['PERMISSION_RULE_UNSET']],
    ['both', { responsibleUserId: null, permissionRuleId: null }, ['RESPONSIBLE_USER_UNSET', 'PERMISSION_RULE_UNSET']],
    ['neither', {}, []],
  ])('%s: is null on the copy, with a warning once and drift while it lasts', async (what, unset, warnings) => {
    const options = { entity: 'ACCOUNT', responsibleUserId: 'anna', permissionRuleId: setup.ruleId };
    await world.mutate(admin, 'setApiOptions', { ...options, ...unset });
    const copied = await record(world, setup.alpha, aCustomer(`unset ${what}`));
    await world.mutate(admin, 'setApiOptions', options);

    expect(copied).toMatchObject({ outcome: 'CREATED', warnings, userErrors: [] });
    expect(await see(world, admin, copied.account.id, SEEN)).toEqual({
      responsibleUser: 'responsibleUserId' in unset ? null : { id: 'anna' },
      permissionRule: 'permissionRuleId' in unset ? null : { id: setup.ruleId },
      managedByReseller: { drift: warnings },
    });
    expect((await record(world, setup.alpha, aCustomer(`unset ${what}`))).warnings).toEqual([]);

    await world.mutate(admin, 'updateAccount', {
      accountId: copied.account.id,
      responsibleUserId: 'bert',
      permissionRuleId: setup.ruleId,
    });
    expect(await see(world, admin, copied.account.id, SEEN)).toEqual({
      responsibleUser: { id: 'bert' },
      permissionRule: { id: setup.ruleId },
      managedByReseller: { drift: [] },
    });
  });
});

describe('S9: synchronization options', () => {
  test('are copied in the order of system and key, and shown as read-only', async () => {
    const id = await copy(world, setup.alpha, aCustomer('s9', { synchronizationOptions: OPTIONS }));
    expect((await see(world, admin, id, OPTIONS_SHOWN)).synchronizationOptions).toEqual([
      { systemCode: 'BACKUP', key: 'plan', value: null, readOnly: true },
      { systemCode: 'MAIL', key: 'tenant', value: 't-1', readOnly: true },
    ]);
  });

  test('A16: are empty and locked on a copy without; appear and go by refresh, and stay with the reseller', async () => {
    const id = await copy(world, setup.alpha, aCustomer('a16'));
    const refused = async () => {
      const edit = { accountId: id, synchronizationOptions: [{ systemCode: 'MINE', key: 'k', value: 'v' }] };
      expect(await world.mutate(admin, 'updateAccount', edit)).toMatchObject({
        userErrors: [
          { code: 'FIELD_LOCKED', field: 'SYNCHRONIZATION_OPTIONS', path: ['input', 'synchronizationOptions'] },
        ],
      });
      expect(await world.mutate(admin, 'synchronizeAccount', { accountId: id, systemCode: 'MAIL' })).toMatchObject({
        userErrors: [{ code: 'ACTION_NOT_ALLOWED', action: 'SYNCHRONIZE', reasons: ['MANAGED_BY_RESELLER'] }],
      });
    };
    expect(await see(world, admin, id, OPTIONS_SHOWN)).toEqual({
      synchronizationOptions: [],
      lockedFields: expect.arrayContaining(['SYNCHRONIZATION_OPTIONS']),
    });
    await refused();

    await record(world, setup.alpha, aCustomer('a16', { sourceVersion: '2', synchronizationOptions: OPTIONS }));
    expect(await see(world, admin, id, OPTIONS_SHOWN)).toEqual({
      synchronizationOptions: [
        { systemCode: 'BACKUP', key: 'plan', value: null, readOnly: true },
        { systemCode: 'MAIL', key: 'tenant', value: 't-1', readOnly: true },
      ],
      lockedFields: expect.arrayContaining(['SYNCHRONIZATION_OPTIONS']),
    });
    await refused();

    await record(world, setup.alpha, aCustomer('a16', { sourceVersion: '3' }));
    expect((await see(world, admin, id, OPTIONS_SHOWN)).synchronizationOptions).toEqual([]);
  });
});

describe('S10: the currency', () => {
  test.each([
    ['another one', 'GBP', ['SOURCE_CURRENCY_IGNORED']],
    ["the reseller's own", 'EUR', []],
    ['none', null, []],
  ])('is that of the reseller when the source sends %s', async (what, currency, warnings) => {
    expect(await record(world, setup.alpha, aCustomer(`currency ${what}`, { currency }))).toMatchObject({
      outcome: 'CREATED',
      warnings,
      account: { currency: 'EUR' },
    });
  });

  test('A18: of a copy stays when that of the reseller changes, and shows the drift; the next copy has the new one', async () => {
    const delta = await aReseller(world, { name: 'Delta', currency: 'EUR', separateInvoices: true });
    const before = await copy(world, delta, aCustomer('a18-before'));
    expect(await see(world, admin, before, 'managedByReseller { drift }')).toEqual({
      managedByReseller: { drift: [] },
    });
    await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: delta.id, currency: 'USD' });
    const after = await record(world, delta, aCustomer('a18-after'));

    expect(await see(world, admin, before, 'currency managedByReseller { drift }')).toEqual({
      currency: 'EUR',
      managedByReseller: { drift: ['CURRENCY_DIFFERS_FROM_RESELLER'] },
    });
    expect(after).toMatchObject({ account: { currency: 'USD' }, subscription: { currency: 'USD' } });
    expect(await see(world, admin, after.account.id, 'managedByReseller { drift }')).toEqual({
      managedByReseller: { drift: [] },
    });
    expect(await record(world, delta, aCustomer('a18-before'), aPaidSubscription('s-2'))).toMatchObject({
      subscription: { currency: 'EUR' },
    });
  });
});
