import { aCustomer, admin, aPaidSubscription, copy, record, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const cancel = (sourceAccountId: string, sourceSubscriptionId: string, endDate: string, reseller = setup.alpha) =>
  world.mutate(
    reseller.sync,
    'cancelPaidSubscription',
    { sourceAccountId, sourceSubscriptionId, endDate },
    'outcome account { id } subscription { sourceSubscriptionId endDate status }',
  );

const remove = (sourceAccountId: string, sourceVersion: string, endDate?: string, reseller = setup.alpha) =>
  world.mutate(
    reseller.sync,
    'deleteManagedAccount',
    { sourceAccountId, sourceVersion, ...(endDate ? { endDate } : {}) },
    'outcome warnings account { id status }',
  );

const endDates = async (accountId: string) =>
  Object.fromEntries(
    (
      await world.sql<{ id: string; end_date: string | null }>(
        'SELECT source_subscription_id AS id, end_date::text FROM subscriptions WHERE account_id = $1',
        [accountId],
      )
    ).map((row) => [row.id, row.end_date]),
  );

describe('cancelPaidSubscription', () => {
  test('A3: the first subscription cancelled and a second bought leave one account with the same id', async () => {
    const id = await copy(world, setup.alpha, aCustomer('a3'));
    expect(await cancel('a3', 's-1', '2026-03-31')).toMatchObject({
      outcome: 'APPLIED',
      account: { id },
      subscription: { endDate: '2026-03-31', status: 'CANCELLED' },
      userErrors: [],
    });
    const second = await record(world, setup.alpha, aCustomer('a3'), aPaidSubscription('s-2'));
    expect(second).toMatchObject({ outcome: 'UNCHANGED', account: { id } });
    expect(await endDates(id)).toEqual({ 's-1': '2026-03-31', 's-2': null });
  });

  test('again it is unchanged, with another end date a conflict', async () => {
    await copy(world, setup.alpha, aCustomer('again'));
    await cancel('again', 's-1', '2026-03-31');
    expect(await cancel('again', 's-1', '2026-03-31')).toMatchObject({ outcome: 'UNCHANGED', userErrors: [] });
    expect(await cancel('again', 's-1', '2026-04-30')).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'SUBSCRIPTION_CONFLICT', path: ['input', 'endDate'], retryable: false }],
    });
  });

  test('of one that was never recorded may be sent again, and goes through after it', async () => {
    expect(await cancel('late', 's-1', '2026-03-31')).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', retryable: true, path: ['input', 'sourceSubscriptionId'] }],
    });
    await copy(world, setup.alpha, aCustomer('late'));
    expect(await cancel('late', 's-other', '2026-03-31')).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', retryable: true }],
    });
    expect(await cancel('late', 's-1', '2026-03-31')).toMatchObject({ outcome: 'APPLIED' });
  });

  test("A15: of another reseller's customer finds nothing", async () => {
    const id = await copy(world, setup.alpha, aCustomer('a15-cancel'));
    expect(await cancel('a15-cancel', 's-1', '2026-03-31', setup.beta)).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', retryable: true }],
    });
    expect(await endDates(id)).toEqual({ 's-1': null });
  });

  test('with a day that is none is refused with its path', async () => {
    await copy(world, setup.alpha, aCustomer('no-day'));
    expect(await cancel('no-day', 's-1', '2026-02-30')).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'endDate'] }],
    });
  });
});

describe('deleteManagedAccount', () => {
  test('A17: the account stays readable as DELETED, its subscriptions end, and no newer event revives it', async () => {
    const id = await copy(world, setup.alpha, aCustomer('a17', { sourceVersion: '3' }));
    await record(world, setup.alpha, aCustomer('a17', { sourceVersion: '3' }), aPaidSubscription('s-2'));
    await cancel('a17', 's-2', '2026-02-28');
    expect((await world.mutate(admin, 'deleteAccount', { accountId: id })).userErrors).toMatchObject([
      { code: 'ACTION_NOT_ALLOWED', reasons: ['MANAGED_BY_RESELLER'] },
    ]);

    expect(await remove('a17', '4', '2026-06-30')).toMatchObject({
      outcome: 'APPLIED',
      account: { id, status: 'DELETED' },
      userErrors: [],
    });
    expect(await endDates(id)).toEqual({ 's-1': '2026-06-30', 's-2': '2026-02-28' });
    const { account } = await world.ask(
      admin,
      `query ($id: ID!) { account(id: $id) {
        status allowedActions managedByReseller { sourceVersion } history(first: 1) { edges { node { kind text actor } } } } }`,
      { id },
    );
    expect(account).toEqual({
      status: 'DELETED',
      allowedActions: ['GENERATE_INVOICES', 'VIEW_PENDING_INVOICES'],
      managedByReseller: { sourceVersion: '4' },
      history: {
        edges: [
          {
            node: {
              kind: 'DELETED',
              text: 'Deleted due to a deletion on Alpha; subscriptions end on 2026-06-30',
              actor: 'Alpha Tenant Reseller',
            },
          },
        ],
      },
    });
    expect(await record(world, setup.alpha, aCustomer('a17', { sourceVersion: '5' }))).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'ACCOUNT_DELETED', path: ['input', 'customer', 'sourceAccountId'], retryable: false }],
    });
    expect((await world.mutate(admin, 'deleteAccount', { accountId: id })).userErrors).toMatchObject([
      { code: 'ACTION_NOT_ALLOWED', reasons: ['ACCOUNT_DELETED', 'MANAGED_BY_RESELLER'] },
    ]);
  });

  test('a snapshot of its version or older is stale; what was bought before is recorded and has ended', async () => {
    const id = await copy(world, setup.alpha, aCustomer('late-sale'));
    await remove('late-sale', '4', '2026-06-30');
    for (const [version, source] of [
      ['4', 's-2'],
      ['2', 's-3'],
    ] as const) {
      const late = await record(
        world,
        setup.alpha,
        aCustomer('late-sale', { sourceVersion: version, name: 'Other' }),
        aPaidSubscription(source),
      );
      expect(late).toMatchObject({ outcome: 'STALE', userErrors: [], subscription: { endDate: '2026-06-30' } });
    }
    expect(await cancel('late-sale', 's-2', '2026-02-28')).toMatchObject({ outcome: 'APPLIED' });
    expect(await cancel('late-sale', 's-3', '2026-12-31')).toMatchObject({ subscription: { endDate: '2026-06-30' } });
    expect(await cancel('late-sale', 's-3', '2026-12-31')).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await endDates(id)).toEqual({ 's-1': '2026-06-30', 's-2': '2026-02-28', 's-3': '2026-06-30' });
  });

  test('again it is unchanged; older than what is here it is stale; of the same version it is applied', async () => {
    await copy(world, setup.alpha, aCustomer('order', { sourceVersion: '7' }));
    expect(await remove('order', '6')).toMatchObject({ outcome: 'STALE', account: { status: 'ACTIVE' } });
    expect(await remove('order', '7')).toMatchObject({ outcome: 'APPLIED', account: { status: 'DELETED' } });
    expect(await remove('order', '7')).toMatchObject({ outcome: 'UNCHANGED', account: { status: 'DELETED' } });
    expect(await remove('order', '6')).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await remove('order', '9')).toMatchObject({ outcome: 'UNCHANGED' });
  });

  test('of a customer that is not here, or of another reseller, may be sent again', async () => {
    await copy(world, setup.alpha, aCustomer('a15-delete'));
    for (const refused of [await remove('nobody', '1'), await remove('a15-delete', '9', undefined, setup.beta)]) {
      expect(refused).toMatchObject({
        outcome: 'REJECTED',
        account: null,
        userErrors: [{ code: 'ACCOUNT_NOT_COPIED', retryable: true, path: ['input', 'sourceAccountId'] }],
      });
    }
    expect(await remove('a15-delete', '9')).toMatchObject({ outcome: 'APPLIED' });
  });

  test('without an end date subscriptions end today, by the server in UTC', async () => {
    world.now = new Date('2026-07-01T23:59:59Z');
    const id = await copy(world, setup.alpha, aCustomer('today'));
    await remove('today', '2');
    expect(await endDates(id)).toEqual({ 's-1': '2026-07-01' });
  });
});
