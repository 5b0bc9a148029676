import type { Caller } from '../../../src/domain/caller';
import {
  aCustomer,
  admin,
  anOwnAccount,
  aReseller,
  copy,
  everyRow,
  type Setup,
  see,
  setUpResellers,
  writtenSince,
} from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const anna = aUser('anna');
const VIEW = ['VIEW_PENDING_INVOICES'];
const EDITING = ['EDIT', 'GENERATE_INVOICES', 'VIEW_PENDING_INVOICES', 'CREATE_INVOICE', 'ADD_CONTACT', 'RELATE'];
const SELLING = ['CREATE_OPPORTUNITY', 'CREATE_OFFER', 'CREATE_ORDER', 'CREATE_SUBSCRIPTION'];

async function aRule(grants: [principal: string, principalId: string, access: string][], permissionRuleId?: string) {
  const { permissionRule } = await world.mutate(
    admin,
    'savePermissionRule',
    {
      ...(permissionRuleId ? { permissionRuleId } : {}),
      name: 'A rule',
      grants: grants.map(([principal, principalId, access]) => ({ principal, principalId, access })),
    },
    'permissionRule { id }',
  );
  return permissionRule.id as string;
}

const actionsOf = async (caller: Caller, id: string): Promise<string[] | null> =>
  (await see(world, caller, id, 'allowedActions'))?.allowedActions ?? null;

describe('S8: what the rule of an own account grants', () => {
  test.each([
    ['READ', VIEW],
    ['EDIT', [...SELLING, ...EDITING]],
    ['FULL', ['SYNCHRONIZE', 'DELETE', 'SUSPEND', ...SELLING, ...EDITING]],
  ])(
    '%s allows these actions, to the user and to the group that is named, and nothing to others',
    async (access, actions) => {
      const rule = await aRule([
        ['USER', 'ulla', access],
        ['GROUP', 'sales', access],
      ]);
      const id = await anOwnAccount(world, { permission_rule_id: rule });
      expect(await actionsOf(aUser('ulla'), id)).toEqual(actions);
      expect(await actionsOf(aUser('gert', 'other', 'sales'), id)).toEqual(actions);
      for (const stranger of [aUser('gert'), aUser('gert', 'other'), aUser('sales'), aUser('gert', 'ulla')]) {
        expect(await actionsOf(stranger, id)).toBeNull();
      }
    },
  );

  test('the highest of several grants holds', async () => {
    const rule = await aRule([
      ['GROUP', 'one', 'READ'],
      ['GROUP', 'two', 'EDIT'],
      ['USER', 'ulla', 'READ'],
    ]);
    const id = await anOwnAccount(world, { permission_rule_id: rule });
    expect(await actionsOf(aUser('ulla', 'one'), id)).toEqual(VIEW);
    expect(await actionsOf(aUser('ulla', 'one', 'two'), id)).toEqual([...SELLING, ...EDITING]);
  });

  test('an administrator and the responsible user have FULL access with any rule and without one', async () => {
    for (const columns of [{}, { permission_rule_id: await aRule([['USER', 'anna', 'READ']]) }]) {
      const id = await anOwnAccount(world, { ...columns, responsible_user_id: 'anna' });
      for (const caller of [admin, anna]) {
        expect(await see(world, caller, id, 'allowedActions lockedFields')).toEqual({
          allowedActions: ['SYNCHRONIZE', 'DELETE', 'SUSPEND', ...SELLING, ...EDITING],
          lockedFields: [],
        });
      }
      expect(await actionsOf(aUser('annabel'), id)).toBeNull();
    }
  });

  test('without EDIT access every field is locked; with it the two that share the account are', async () => {
    const id = await anOwnAccount(world, { permission_rule_id: setup.ruleId });
    const locks = async (caller: Caller) => (await see(world, caller, id, 'fieldLocks { field reason }')).fieldLocks;
    expect(await locks(aUser('gert', 'readers'))).toEqual(
      [
        'NAME',
        'ACCOUNTING_NO',
        'EMAIL',
        'BILLING_ADDRESS',
        'SYNCHRONIZATION_OPTIONS',
        'STATUS',
        'PARENT',
        'BILL_TO',
        'CURRENCY',
        'ENABLE_ORDERING',
        'SEPARATE_INVOICES',
        'RESPONSIBLE_USER',
        'PERMISSION_RULE',
        'CUSTOM_FIELDS',
      ].map((field) => ({ field, reason: 'INSUFFICIENT_ACCESS' })),
    );
    expect(await locks(aUser('gert', 'billing'))).toEqual([
      { field: 'RESPONSIBLE_USER', reason: 'INSUFFICIENT_ACCESS' },
      { field: 'PERMISSION_RULE', reason: 'INSUFFICIENT_ACCESS' },
    ]);
  });

  test('a mutation beyond the access is refused with INSUFFICIENT_ACCESS and writes nothing; within it, it goes through', async () => {
    const id = await anOwnAccount(world, { permission_rule_id: setup.ruleId });
    const [reader, editor] = [aUser('gert', 'readers'), aUser('gert', 'billing')];
    const sale = { sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 };
    const before = await everyRow(world);
    for (const [caller, mutation, action, input] of [
      [reader, 'updateAccount', 'EDIT', { name: 'Renamed' }],
      [reader, 'createSubscription', 'CREATE_SUBSCRIPTION', sale],
      [reader, 'suspendAccount', 'SUSPEND', {}],
      [editor, 'suspendAccount', 'SUSPEND', {}],
      [editor, 'deleteAccount', 'DELETE', {}],
      [editor, 'synchronizeAccount', 'SYNCHRONIZE', { systemCode: 'MAIL' }],
    ] as const) {
      expect(await world.mutate(caller, mutation, { accountId: id, ...input })).toMatchObject({
        userErrors: [{ code: 'ACTION_NOT_ALLOWED', action, reasons: ['INSUFFICIENT_ACCESS'], retryable: false }],
      });
    }
    expect(await writtenSince(world, before)).toEqual([]);
    for (const [mutation, input] of [
      ['updateAccount', { name: 'Renamed' }],
      ['createSubscription', sale],
    ] as const) {
      expect(await world.mutate(editor, mutation, { accountId: id, ...input })).toMatchObject({ userErrors: [] });
    }
    expect(await world.mutate(admin, 'suspendAccount', { accountId: id })).toMatchObject({ userErrors: [] });
  });
});

describe('S8: a change of who may see an account', () => {
  test("by the rule's grants takes effect at once, on every account that has the rule", async () => {
    const rule = await aRule([['GROUP', 'sales', 'READ']]);
    const ids = [
      await anOwnAccount(world, { permission_rule_id: rule }),
      await anOwnAccount(world, { permission_rule_id: rule }),
    ];
    const gert = aUser('gert', 'sales');
    for (const [grants, actions] of [
      [[['GROUP', 'sales', 'EDIT']], [...SELLING, ...EDITING]],
      [[['GROUP', 'sales', 'READ']], VIEW],
      [[], null],
      [[['USER', 'gert', 'READ']], VIEW],
    ] as const) {
      await aRule(grants as never, rule);
      for (const id of ids) expect(await actionsOf(gert, id)).toEqual(actions);
    }
  });

  test('by the rule that is put on it, or taken off it', async () => {
    const id = await copy(world, setup.alpha, aCustomer('off'));
    const gert = aUser('gert', 'readers');
    expect(await actionsOf(gert, id)).toEqual(VIEW);
    await world.mutate(anna, 'updateAccount', { accountId: id, permissionRuleId: null });
    expect(await actionsOf(gert, id)).toBeNull();
    await world.mutate(anna, 'updateAccount', { accountId: id, permissionRuleId: setup.ruleId });
    expect(await actionsOf(gert, id)).toEqual(VIEW);
  });

  test('by the responsible user who hands it on: saved, and then not there for the one who did it', async () => {
    const id = await anOwnAccount(world, { responsible_user_id: 'anna' });
    const given = { accountId: id, responsibleUserId: 'bert' };
    expect(await world.mutate(anna, 'updateAccount', given, 'account { id name }')).toEqual({
      account: null,
      userErrors: [],
    });
    expect(await actionsOf(anna, id)).toBeNull();
    expect(await actionsOf(aUser('bert'), id)).toContain('DELETE');
  });
});

describe('S8: references from an account that the caller sees', () => {
  const REFERENCES = `name parent { id name status subscriptions { edges { cursor } } managedByReseller { ribbon } }
    billTo { id name } managedByReseller { ribbon sourceAccountId reseller { id name account { id name } } }
    permissionRule { id name }`;

  test("show the hidden account's id and nothing else; that a reseller manages the account stays", async () => {
    const sigma = await aReseller(world, { name: 'Sigma', currency: 'EUR', separateInvoices: true });
    const id = await copy(world, sigma, aCustomer('references'));
    await world.mutate(admin, 'updateAccount', { accountId: sigma.accountId, permissionRuleId: null });
    const gert = aUser('gert', 'readers');
    const managed = {
      ribbon: 'This account is managed by Sigma Tenant Reseller',
      sourceAccountId: 'references',
    };
    expect(await see(world, gert, id, REFERENCES)).toEqual({
      name: 'Customer references',
      parent: { id: sigma.accountId, name: null, status: null, subscriptions: null, managedByReseller: null },
      billTo: { id: sigma.accountId, name: null },
      managedByReseller: {
        ...managed,
        reseller: { id: sigma.id, name: 'Sigma', account: { id: sigma.accountId, name: null } },
      },
      permissionRule: { id: setup.ruleId, name: 'Billing team' },
    });

    await world.mutate(admin, 'updateAccount', { accountId: sigma.accountId, permissionRuleId: setup.ruleId });
    expect(await see(world, gert, id, REFERENCES)).toMatchObject({
      parent: { id: sigma.accountId, name: 'Sigma', status: 'ACTIVE', subscriptions: { edges: [] } },
      billTo: { id: sigma.accountId, name: 'Sigma' },
      managedByReseller: { ...managed, reseller: { account: { id: sigma.accountId, name: 'Sigma' } } },
    });
  });
});
