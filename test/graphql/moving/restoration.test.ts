import { release } from '../../support/moves';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  copy,
  everyRow,
  record,
  type Setup,
  setUpResellers,
  type TestReseller,
  writtenSince,
} from '../../support/resellers';
import { handAlone, handOver } from '../../support/transfers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  world.now = new Date('2026-06-30T12:00:00Z');
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const remove = (reseller: TestReseller, sourceAccountId: string, endDate: string) =>
  world.mutate(reseller.sync, 'deleteManagedAccount', { sourceAccountId, sourceVersion: '2', endDate }, 'outcome');
const restore = (reseller: TestReseller, sourceAccountId: string) =>
  world.mutate(
    reseller.sync,
    'restoreManagedAccount',
    { customer: aCustomer(sourceAccountId, { sourceVersion: '3' }) },
    'outcome account { id status }',
  );
const endsOf = async (id: string) =>
  Object.fromEntries(
    (
      await world.sql<{ source: string; ends: string | null }>(
        'SELECT source_subscription_id AS source, end_date::text AS ends FROM subscriptions WHERE account_id = $1',
        [id],
      )
    ).map(({ source, ends }) => [source, ends]),
  );

describe('S31: a restoration', () => {
  test('of a customer that has left the reseller is stale, with no account; it learns nothing more', async () => {
    const id = await copy(world, setup.alpha, aCustomer('left'));
    await remove(setup.alpha, 'left', '2026-01-31');
    await world.mutate(admin, 'generateInvoices', { accountId: id });
    const released = await world.mutate(
      admin,
      'releaseAccounts',
      { accounts: [{ accountId: id }] },
      'results { userErrors { code } }',
    );
    expect(released.results).toEqual([{ userErrors: [] }]);
    const before = await everyRow(world);
    expect(await restore(setup.alpha, 'left')).toMatchObject({
      outcome: 'STALE',
      account: null,
      userErrors: [],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('of a customer that is about to come by a move waits for it', async () => {
    const gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
    const id = await copy(world, setup.alpha, aCustomer('moving'));
    const accounts = [{ accountId: id, sourceAccountId: 'g-1' }];
    await world.mutate(admin, 'announceMove', { toTenantResellerId: gamma.id, accounts }, 'results { accountId }');
    expect(await restore(gamma, 'g-1')).toMatchObject({
      outcome: 'REJECTED',
      account: null,
      userErrors: [{ code: 'MOVE_PENDING', retryable: true, path: ['input', 'customer', 'sourceAccountId'] }],
    });
  });

  test('leaves what ended when the account left its former reseller as it ended', async () => {
    const gamma = await aReseller(world, { name: 'Gamma again', currency: 'EUR', separateInvoices: true });
    const id = (await record(world, setup.alpha, aCustomer('moved'))).account.id;
    await world.mutate(admin, 'generateInvoices', { accountId: id });
    const accounts = [{ accountId: id, sourceAccountId: 'g-2' }];
    await world.mutate(admin, 'announceMove', { toTenantResellerId: gamma.id, accounts }, 'results { accountId }');
    const moved = await world.mutate(admin, 'completeMove', { accountIds: [id] }, 'results { userErrors { code } }');
    expect(moved.results).toEqual([{ userErrors: [] }]);
    await record(world, gamma, aCustomer('g-2'), aPaidSubscription('g-s'));
    await remove(gamma, 'g-2', '2026-12-31');
    expect(await endsOf(id)).toEqual({ 's-1': '2026-06-29', 'g-s': '2026-12-31' });
    expect(await restore(gamma, 'g-2')).toMatchObject({ outcome: 'APPLIED' });
    expect(await endsOf(id)).toEqual({ 's-1': '2026-06-29', 'g-s': null });
  });

  test('of one that has come back leaves what ended when it left as it ended', async () => {
    const id = await copy(world, setup.alpha, aCustomer('back'));
    await world.mutate(admin, 'generateInvoices', { accountId: id });
    const [subscription] = await world.sql<{ id: string }>('SELECT id FROM subscriptions WHERE account_id = $1', [id]);
    const ending = [{ subscriptionId: subscription?.id, goesOn: false }];
    await release(world, id, ending);
    await world.mutate(admin, 'updateAccount', { accountId: id, billToId: setup.alpha.accountId });
    await handAlone(world, setup.alpha, handOver(id, 'back'));
    await record(world, setup.alpha, aCustomer('back'), aPaidSubscription('s-2'));
    await remove(setup.alpha, 'back', '2026-12-31');
    expect(await endsOf(id)).toEqual({ 's-1': '2026-06-29', 's-2': '2026-12-31' });
    expect(await restore(setup.alpha, 'back')).toMatchObject({ outcome: 'APPLIED' });
    expect(await endsOf(id)).toEqual({ 's-1': '2026-06-29', 's-2': null });
  });
});
