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
const annas = (columns = {}) => anOwnAccount(world, { responsible_user_id: 'anna', ...columns });
const SALE = {
  title: 'Ten mailboxes',
  lines: [
    { sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 10 },
    { sku: 'BACKUP', billingPeriod: 'ONCE', quantity: 1 },
  ],
};
const SUBSCRIPTION = { sku: 'MAIL', quantity: 3, billingPeriod: 'MONTHLY', startDate: '2026-02-01' };

const newestLine = async (id: string) =>
  (await see(world, admin, id, 'history(first: 1) { edges { node { kind text actor } } }')).history.edges[0]?.node;

/** Does it to an account of anna's, by anna, and gives the payload. */
const act = (mutation: string, accountId: string, input: Record<string, unknown> = {}, selection = 'account { id }') =>
  world.mutate(anna, mutation, { accountId, ...input }, selection);

describe("A12: on an account of the distributor's own", () => {
  test('synchronizeAccount stands in the outbox, in the options and in the history', async () => {
    const id = await annas();
    const SHOWN = 'account { synchronizationOptions { systemCode key readOnly } }';
    expect(await act('synchronizeAccount', id, { systemCode: 'MAIL' }, SHOWN)).toEqual({
      account: { synchronizationOptions: [{ systemCode: 'MAIL', key: 'requestedAt', readOnly: false }] },
      userErrors: [],
    });
    expect(
      await world.sql('SELECT system_code, requested_by FROM synchronization_outbox WHERE account_id = $1', [id]),
    ).toEqual([{ system_code: 'MAIL', requested_by: 'anna' }]);
    expect(await newestLine(id)).toMatchObject({ kind: 'SYNCHRONIZED', actor: 'anna' });
  });

  test('suspendAccount and reactivateAccount change the status, with a line each', async () => {
    const id = await annas();
    expect(await act('suspendAccount', id, {}, 'account { status }')).toEqual({
      account: { status: 'SUSPENDED' },
      userErrors: [],
    });
    expect(await newestLine(id)).toMatchObject({ kind: 'STATUS_CHANGED', actor: 'anna' });
    expect(await act('reactivateAccount', id, {}, 'account { status }')).toEqual({
      account: { status: 'ACTIVE' },
      userErrors: [],
    });
    expect(await newestLine(id)).toMatchObject({ kind: 'STATUS_CHANGED', actor: 'anna' });
  });

  test('deleteAccount keeps the row as DELETED, ends its subscriptions and leaves a line', async () => {
    world.now = new Date('2026-05-05T23:59:59Z');
    const id = await annas();
    await act('createSubscription', id, SUBSCRIPTION);
    const SHOWN = 'account { status name subscriptions { edges { node { endDate status } } } }';
    expect(await act('deleteAccount', id, {}, SHOWN)).toEqual({
      account: {
        status: 'DELETED',
        name: 'Own customer',
        subscriptions: { edges: [{ node: { endDate: '2026-05-05', status: 'CANCELLED' } }] },
      },
      userErrors: [],
    });
    expect(await newestLine(id)).toMatchObject({ kind: 'DELETED', actor: 'anna' });
  });

  test.each([
    ['createOpportunity', 'OPPORTUNITY'],
    ['createOffer', 'OFFER'],
    ['createOrder', 'ORDER'],
  ])('%s leaves the document with its lines at the price list, and a line of history', async (mutation, kind) => {
    const id = await annas();
    const DOCUMENT = `id kind title currency total account { id }
      lines { service { sku name } billingPeriod quantity unitPrice }`;
    const { document, userErrors } = await act(mutation, id, SALE, `document { ${DOCUMENT} }`);
    expect(userErrors).toEqual([]);
    expect(document).toEqual({
      id: expect.any(String),
      kind,
      title: 'Ten mailboxes',
      currency: 'EUR',
      total: '145.00',
      account: { id },
      lines: [
        { service: { sku: 'MAIL', name: 'Mailbox' }, billingPeriod: 'MONTHLY', quantity: 10, unitPrice: '2.50' },
        { service: { sku: 'BACKUP', name: 'Backup' }, billingPeriod: 'ONCE', quantity: 1, unitPrice: '120.00' },
      ],
    });
    const { salesDocuments } = await see(world, anna, id, `salesDocuments { edges { node { ${DOCUMENT} } } }`);
    expect(salesDocuments.edges).toEqual([{ node: document }]);
    expect(await newestLine(id)).toMatchObject({ kind: 'SOLD', actor: 'anna' });
  });

  test('createSubscription runs from its start, or from today', async () => {
    world.now = new Date('2026-06-06T00:00:00Z');
    const id = await annas();
    const SHOWN = 'subscription { startDate unitPrice currency status sourceSubscriptionId }';
    const sold = { unitPrice: '2.50', currency: 'EUR', status: 'ACTIVE', sourceSubscriptionId: null };
    expect(await act('createSubscription', id, SUBSCRIPTION, SHOWN)).toEqual({
      subscription: { ...sold, startDate: '2026-02-01' },
      userErrors: [],
    });
    const { startDate, ...fromToday } = SUBSCRIPTION;
    expect(await act('createSubscription', id, fromToday, SHOWN)).toEqual({
      subscription: { ...sold, startDate: '2026-06-06' },
      userErrors: [],
    });
    expect(await newestLine(id)).toMatchObject({ kind: 'SOLD', actor: 'anna' });
    expect((await see(world, anna, id, 'subscriptions { edges { cursor } }')).subscriptions.edges).toHaveLength(2);
  });

  test('cancelSubscription ends it; the same again is no change, another day is a conflict', async () => {
    const id = await annas();
    const { subscription } = await act('createSubscription', id, SUBSCRIPTION, 'subscription { id }');
    const cancel = (endDate: string, subscriptionId = subscription.id) =>
      act('cancelSubscription', id, { subscriptionId, endDate }, 'subscription { id endDate status }');
    const cancelled = {
      subscription: { id: subscription.id, endDate: '2026-08-31', status: 'CANCELLED' },
      userErrors: [],
    };

    expect(await cancel('2026-08-31')).toEqual(cancelled);
    expect(await newestLine(id)).toMatchObject({ kind: 'SOLD', actor: 'anna' });
    const before = await everyRow(world);
    expect(await cancel('2026-08-31')).toEqual(cancelled);
    expect(await cancel('2026-09-30')).toMatchObject({
      subscription: null,
      userErrors: [{ code: 'SUBSCRIPTION_CONFLICT', path: ['input', 'endDate'] }],
    });
    expect(await cancel('2026-09-30', id)).toMatchObject({
      subscription: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'subscriptionId'] }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test.each([
    [
      'createOrder',
      { ...SALE, lines: [...SALE.lines, { ...SALE.lines[0], sku: 'UNHEARD-OF' }] },
      'SERVICE_NOT_OFFERED',
      ['lines', '2', 'sku'],
    ],
    ['createOrder', { ...SALE, lines: [] }, 'INVALID_INPUT', ['lines']],
    ['createOrder', { ...SALE, title: ' ' }, 'INVALID_INPUT', ['title']],
    [
      'createOffer',
      { ...SALE, lines: [{ ...SALE.lines[0], quantity: 0 }] },
      'INVALID_INPUT',
      ['lines', '0', 'quantity'],
    ],
    ['createSubscription', { ...SUBSCRIPTION, sku: 'UNHEARD-OF' }, 'SERVICE_NOT_OFFERED', ['sku']],
    ['createSubscription', { ...SUBSCRIPTION, quantity: -1 }, 'INVALID_INPUT', ['quantity']],
    ['createSubscription', { ...SUBSCRIPTION, startDate: '2026-02-30' }, 'INVALID_INPUT', ['startDate']],
    ['cancelSubscription', { subscriptionId: 'no-uuid', endDate: '2026-08-31' }, 'NOT_FOUND', ['subscriptionId']],
    ['synchronizeAccount', { systemCode: '' }, 'INVALID_INPUT', ['systemCode']],
    ['synchronizeAccount', { systemCode: 'a\0b' }, 'INVALID_INPUT', ['systemCode']],
  ])('%s with bad input is refused with its path and leaves nothing', async (mutation, input, code, path) => {
    const id = await annas();
    const before = await everyRow(world);
    expect(await act(mutation, id, input)).toMatchObject({
      account: null,
      userErrors: [{ code, path: ['input', ...path], retryable: false, reasons: [] }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });
});

describe('a status that is there already', () => {
  test.each([
    ['suspendAccount', 'SUSPENDED', 'SUSPEND'],
    ['reactivateAccount', 'ACTIVE', 'REACTIVATE'],
  ])('%s is refused as ALREADY_IN_STATUS, as it was shown, without a line', async (mutation, status, action) => {
    const id = await annas({ status });
    const { actionPermissions } = await see(world, anna, id, 'actionPermissions { action reasons }');
    expect(actionPermissions).toContainEqual({ action, reasons: ['ALREADY_IN_STATUS'] });
    const before = await everyRow(world);
    expect(await act(mutation, id)).toMatchObject({
      account: null,
      userErrors: [{ code: 'ACTION_NOT_ALLOWED', action, reasons: ['ALREADY_IN_STATUS'], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });
});

describe("S25: deleting a tenant reseller's own account", () => {
  test('is refused while customers are billed to it, and goes through when there are none', async () => {
    const omega = await aReseller(world, { name: 'Omega', currency: 'EUR', separateInvoices: true });
    const lonely = await aReseller(world, { name: 'Lonely', currency: 'EUR', separateInvoices: true });
    await copy(world, omega, aCustomer('billed'));
    const before = await everyRow(world);
    expect(await world.mutate(admin, 'deleteAccount', { accountId: omega.accountId }, 'account { id }')).toMatchObject({
      account: null,
      userErrors: [
        {
          code: 'ACTION_NOT_ALLOWED',
          action: 'DELETE',
          reasons: ['TENANT_RESELLER_ACCOUNT'],
          retryable: false,
          message: expect.stringContaining('Omega'),
        },
      ],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    expect(
      (await see(world, admin, omega.accountId, 'actionPermissions { action reasons }')).actionPermissions,
    ).toContainEqual({ action: 'DELETE', reasons: ['TENANT_RESELLER_ACCOUNT'] });

    expect(
      await world.mutate(admin, 'deleteAccount', { accountId: lonely.accountId }, 'account { status }'),
    ).toMatchObject({ account: { status: 'DELETED' }, userErrors: [] });
  });

  test('does not stop it from being suspended', async () => {
    await copy(world, setup.beta, aCustomer('billed'));
    const accountId = setup.beta.accountId;
    expect(await world.mutate(admin, 'suspendAccount', { accountId })).toMatchObject({ userErrors: [] });
    expect(await world.mutate(admin, 'reactivateAccount', { accountId })).toMatchObject({ userErrors: [] });
  });
});
