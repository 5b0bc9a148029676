import { waiting } from '../../support/connections';
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
import { aUser, createWorld, USER_ERRORS, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const anna = aUser('anna');
const LINES = [{ sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 2 }];
const SALE = { title: 'A sale', lines: LINES };

/** The blocked mutations of the product text, and those that change a sale and take it back. */
const BLOCKED: [mutation: string, action: string, input: Record<string, unknown>][] = [
  ['synchronizeAccount', 'SYNCHRONIZE', { systemCode: 'MAIL' }],
  ['deleteAccount', 'DELETE', {}],
  ['suspendAccount', 'SUSPEND', {}],
  ['reactivateAccount', 'REACTIVATE', {}],
  ['createOpportunity', 'CREATE_OPPORTUNITY', SALE],
  ['createOffer', 'CREATE_OFFER', SALE],
  ['createOrder', 'CREATE_ORDER', SALE],
  ['createSubscription', 'CREATE_SUBSCRIPTION', { sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 2 }],
  ['cancelSubscription', 'CREATE_SUBSCRIPTION', { subscriptionId: 'any', endDate: '2026-12-31' }],
  ['changeSubscription', 'CREATE_SUBSCRIPTION', { subscriptionId: 'any', endDate: null }],
];

const permissionsOf = async (caller: typeof anna | typeof admin, id: string) =>
  (await see(world, caller, id, 'actionPermissions { action allowed reasons message }')).actionPermissions;

describe('A12: on a copied account', () => {
  test.each(BLOCKED)(
    '%s is refused to an administrator and to the responsible user, and nothing is written',
    async (mutation, action, input) => {
      const id = await copy(world, setup.alpha, aCustomer(mutation));
      for (const caller of [admin, anna]) {
        const permissions = await permissionsOf(caller, id);
        const permission = permissions.find((one: { action: string }) => one.action === action);
        const before = await everyRow(world);
        const { account, userErrors } = await world.mutate(
          caller,
          mutation,
          { accountId: id, ...input },
          'account { id }',
        );
        expect(account).toBeNull();
        expect(userErrors).toEqual([
          {
            code: 'ACTION_NOT_ALLOWED',
            action,
            reasons:
              mutation === 'reactivateAccount' ? ['MANAGED_BY_RESELLER', 'ALREADY_IN_STATUS'] : ['MANAGED_BY_RESELLER'],
            path: ['input', 'accountId'],
            retryable: false,
            field: null,
            message: expect.stringContaining('Alpha'),
          },
        ]);
        expect(permission).toEqual({
          action,
          allowed: false,
          reasons: userErrors[0].reasons,
          message: userErrors[0].message,
        });
        expect(await writtenSince(world, before)).toEqual([]);
      }
    },
  );

  test.each([
    ['cancelSubscription', { endDate: '2026-12-31' }],
    ['changeSubscription', { quantities: [{ from: '2026-01-31', quantity: 6 }] }],
  ])('%s is refused for a subscription that the sync recorded, too', async (mutation, change) => {
    const id = await copy(world, setup.alpha, aCustomer(`recorded-${mutation}`));
    const { subscriptions } = await see(world, admin, id, 'subscriptions { edges { node { id } } }');
    const before = await everyRow(world);
    expect(
      await world.mutate(admin, mutation, {
        accountId: id,
        subscriptionId: subscriptions.edges[0].node.id,
        ...change,
      }),
    ).toMatchObject({ userErrors: [{ code: 'ACTION_NOT_ALLOWED', reasons: ['MANAGED_BY_RESELLER'] }] });
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('a suspended one may not be suspended or reactivated either, for every reason that holds', async () => {
    const id = await copy(world, setup.alpha, aCustomer('suspended', { status: 'SUSPENDED' }));
    const carl = aUser('carl', 'billing');
    for (const [caller, mutation, reasons] of [
      [admin, 'suspendAccount', ['MANAGED_BY_RESELLER', 'ALREADY_IN_STATUS']],
      [admin, 'reactivateAccount', ['MANAGED_BY_RESELLER']],
      [carl, 'suspendAccount', ['MANAGED_BY_RESELLER', 'INSUFFICIENT_ACCESS', 'ALREADY_IN_STATUS']],
      [carl, 'deleteAccount', ['MANAGED_BY_RESELLER', 'INSUFFICIENT_ACCESS']],
    ] as const) {
      expect(await world.mutate(caller, mutation, { accountId: id })).toMatchObject({
        userErrors: [{ code: 'ACTION_NOT_ALLOWED', reasons }],
      });
    }
    expect(await see(world, admin, id, 'status')).toEqual({ status: 'SUSPENDED' });
  });

  test('the four other actions of the distributor stay, whatever Enable Ordering says', async () => {
    const id = await copy(world, setup.alpha, aCustomer('stays'));
    const ALLOWED = ['EDIT', 'GENERATE_INVOICES', 'VIEW_PENDING_INVOICES', 'CREATE_INVOICE', 'ADD_CONTACT', 'RELATE'];
    for (const enableOrdering of [false, true]) {
      await world.mutate(anna, 'updateAccount', { accountId: id, enableOrdering });
      expect(await see(world, anna, id, 'enableOrdering allowedActions')).toEqual({
        enableOrdering,
        allowedActions: ALLOWED,
      });
    }
  });
});

describe('A12: there is no way around', () => {
  test('by an alias, or by standing behind a mutation that succeeds', async () => {
    const id = await copy(world, setup.alpha, aCustomer('alias'));
    const own = await anOwnAccount(world, { responsible_user_id: 'anna' });
    const data = await world.ask(
      anna,
      `mutation ($managed: AccountReferenceInput!, $own: AccountReferenceInput!, $order: SellInput!) {
        createAccountNote: suspendAccount(input: $own) { account { status } ${USER_ERRORS} }
        updateAccount: suspendAccount(input: $managed) { account { status } ${USER_ERRORS} }
        createOrder(input: $order) { document { id } ${USER_ERRORS} }
        again: reactivateAccount(input: $own) { account { status } ${USER_ERRORS} }
      }`,
      { managed: { accountId: id }, own: { accountId: own }, order: { accountId: id, ...SALE } },
    );
    expect(data).toMatchObject({
      createAccountNote: { account: { status: 'SUSPENDED' }, userErrors: [] },
      updateAccount: { account: null, userErrors: [{ code: 'ACTION_NOT_ALLOWED', action: 'SUSPEND' }] },
      createOrder: { document: null, userErrors: [{ code: 'ACTION_NOT_ALLOWED', action: 'CREATE_ORDER' }] },
      again: { account: { status: 'ACTIVE' }, userErrors: [] },
    });
    expect(await see(world, admin, id, 'status salesDocuments { edges { cursor } }')).toEqual({
      status: 'ACTIVE',
      salesDocuments: { edges: [] },
    });
  });

  test('by another spelling of the id', async () => {
    const id = await copy(world, setup.alpha, aCustomer('spelling'));
    const before = await everyRow(world);
    expect(await world.mutate(admin, 'deleteAccount', { accountId: id.toUpperCase() })).toMatchObject({
      userErrors: [{ code: 'ACTION_NOT_ALLOWED', reasons: ['MANAGED_BY_RESELLER'] }],
    });
    for (const other of [` ${id}`, `{${id}}`, id.replaceAll('-', ''), `urn:uuid:${id}`]) {
      expect(await world.mutate(admin, 'deleteAccount', { accountId: other })).toMatchObject({
        userErrors: [{ code: 'ACCOUNT_NOT_FOUND', reasons: ['ACCOUNT_NOT_FOUND'], retryable: false }],
      });
    }
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('with an idempotency key: a refusal is not kept, and is given again', async () => {
    const id = await copy(world, setup.alpha, aCustomer('key'));
    const before = await everyRow(world);
    for (let time = 0; time < 2; time += 1) {
      expect(
        await world.mutate(admin, 'createOrder', { accountId: id, ...SALE, idempotencyKey: 'key-1' }),
      ).toMatchObject({ userErrors: [{ code: 'ACTION_NOT_ALLOWED' }] });
    }
    expect(await writtenSince(world, before)).toEqual([]);
  });
});

describe('S22: the refusal decides on the locked row', () => {
  test.each(['suspendAccount', 'deleteAccount'])(
    '%s waits for whoever holds the row, and decides by what is there then',
    async (mutation) => {
      const id = await anOwnAccount(world);
      await world.sql('BEGIN');
      let settled = false;
      let answer: Promise<unknown>;
      try {
        await world.sql('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [id]);
        answer = world.mutate(admin, mutation, { accountId: id }).finally(() => {
          settled = true;
        });
        await someoneWaitsForUs();
        expect(settled).toBe(false);
        await world.sql(
          `UPDATE accounts SET tenant_reseller_id = $2, source_account_id = $1::text, origin = 'TRANSFERRED_TO_RESELLER',
           managed_since = now() WHERE id = $1::uuid`,
          [id, setup.alpha.id],
        );
      } finally {
        await world.sql('COMMIT');
      }
      expect(await answer).toMatchObject({
        userErrors: [{ code: 'ACTION_NOT_ALLOWED', reasons: ['MANAGED_BY_RESELLER'], retryable: false }],
      });
      expect(await see(world, admin, id, 'status')).toEqual({ status: 'ACTIVE' });
    },
  );

  /** Until another backend stands in line behind the owner's open transaction. */
  async function someoneWaitsForUs(): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline) {
      if ((await world.sql(`SELECT FROM ${waiting()}`)).length > 0) return;
    }
    throw new Error('Nobody waited for the locked row');
  }
});
