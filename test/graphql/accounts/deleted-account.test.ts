import {
  aCustomer,
  admin,
  anOwnAccount,
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
const SALE = { title: 'A sale', lines: [{ sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 }] };
const FIELDS = [
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
];

async function deletedOwn(): Promise<string> {
  const id = await anOwnAccount(world, { responsible_user_id: 'anna' });
  await world.mutate(anna, 'deleteAccount', { accountId: id });
  return id;
}

async function deletedCopy(): Promise<string> {
  const id = await copy(world, setup.alpha, aCustomer('deleted'));
  const gone = { sourceAccountId: 'deleted', sourceVersion: '2', endDate: '2026-06-30' };
  await world.mutate(setup.alpha.sync, 'deleteManagedAccount', gone);
  return id;
}

describe.each([
  ['an own account', deletedOwn, [] as string[]],
  ['a copied account', deletedCopy, ['MANAGED_BY_RESELLER']],
])('S12: %s that is deleted', (_which, make, alsoBlocked) => {
  let id: string;
  beforeAll(async () => {
    id = await make();
  });

  test('stays readable, with pending invoices to view and to generate and nothing else', async () => {
    expect(await see(world, anna, id, 'id status allowedActions history { edges { node { kind } } }')).toMatchObject({
      id,
      status: 'DELETED',
      allowedActions: ['GENERATE_INVOICES', 'VIEW_PENDING_INVOICES'],
      history: { edges: expect.arrayContaining([{ node: { kind: 'DELETED' } }]) },
    });
  });

  test('denies each other action because it is deleted, before any other reason', async () => {
    const { actionPermissions } = await see(world, anna, id, 'actionPermissions { action allowed reasons }');
    const blocked = ['ACCOUNT_DELETED', ...alsoBlocked];
    expect(actionPermissions).toEqual([
      { action: 'SYNCHRONIZE', allowed: false, reasons: blocked },
      { action: 'DELETE', allowed: false, reasons: blocked },
      { action: 'SUSPEND', allowed: false, reasons: blocked },
      { action: 'REACTIVATE', allowed: false, reasons: blocked },
      { action: 'CREATE_OPPORTUNITY', allowed: false, reasons: blocked },
      { action: 'CREATE_OFFER', allowed: false, reasons: blocked },
      { action: 'CREATE_ORDER', allowed: false, reasons: blocked },
      { action: 'CREATE_SUBSCRIPTION', allowed: false, reasons: blocked },
      { action: 'EDIT', allowed: false, reasons: ['ACCOUNT_DELETED'] },
      { action: 'GENERATE_INVOICES', allowed: true, reasons: [] },
      { action: 'VIEW_PENDING_INVOICES', allowed: true, reasons: [] },
      { action: 'CREATE_INVOICE', allowed: false, reasons: ['ACCOUNT_DELETED'] },
      { action: 'ADD_CONTACT', allowed: false, reasons: ['ACCOUNT_DELETED'] },
      { action: 'RELATE', allowed: false, reasons: ['ACCOUNT_DELETED'] },
    ]);
  });

  test('has all fields locked as ACCOUNT_DELETED', async () => {
    expect((await see(world, anna, id, 'fieldLocks { field reason }')).fieldLocks).toEqual(
      FIELDS.map((field) => ({ field, reason: 'ACCOUNT_DELETED' })),
    );
  });

  test.each([
    ['updateAccount', 'EDIT', { separateInvoices: false }, false],
    ['synchronizeAccount', 'SYNCHRONIZE', { systemCode: 'MAIL' }, true],
    ['deleteAccount', 'DELETE', {}, true],
    ['suspendAccount', 'SUSPEND', {}, true],
    ['reactivateAccount', 'REACTIVATE', {}, true],
    ['createOpportunity', 'CREATE_OPPORTUNITY', SALE, true],
    ['createOffer', 'CREATE_OFFER', SALE, true],
    ['createOrder', 'CREATE_ORDER', SALE, true],
    ['createSubscription', 'CREATE_SUBSCRIPTION', { sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 }, true],
    ['cancelSubscription', 'CREATE_SUBSCRIPTION', { subscriptionId: 'any', endDate: '2026-12-31' }, true],
    ['changeSubscription', 'CREATE_SUBSCRIPTION', { subscriptionId: 'any', endDate: null }, true],
  ])('refuses %s and writes nothing', async (mutation, action, input, blockedWhenManaged) => {
    const before = await everyRow(world);
    expect(await world.mutate(admin, mutation, { accountId: id, ...input }, 'account { id }')).toMatchObject({
      account: null,
      userErrors: [
        {
          code: 'ACTION_NOT_ALLOWED',
          action,
          reasons: ['ACCOUNT_DELETED', ...(blockedWhenManaged ? alsoBlocked : [])],
          retryable: false,
        },
      ],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });
});

test('S12: a deleted copy keeps its ribbon and still says who manages it', async () => {
  const id = await deletedCopy();
  expect(await see(world, anna, id, 'managedByReseller { ribbon sourceVersion }')).toEqual({
    managedByReseller: { ribbon: 'This account is managed by Alpha Tenant Reseller', sourceVersion: '2' },
  });
});
