import { announce, complete, invoice, release, subscriptionsOf } from '../../support/moves';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  record,
  type Setup,
  see,
  setUpResellers,
  type TestReseller,
} from '../../support/resellers';
import { handAlone, handOver } from '../../support/transfers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
let gamma: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
});
beforeEach(() => on('2026-03-15'));
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

function on(day: string) {
  world.now = new Date(`${day}T12:00:00Z`);
}
const state = (changes: Record<string, unknown> = {}, source = 's-1') =>
  aPaidSubscription(source, { startDate: '2026-03-15', ...changes });

/** A customer of Alpha with one subscription that began today, invoiced; gives both ids. */
async function paid(source: string, subscription = state()) {
  const { account, userErrors } = await record(world, setup.alpha, aCustomer(source), subscription);
  expect(userErrors).toEqual([]);
  await invoice(world, account.id);
  const [one] = await subscriptionsOf(world, admin, account.id);
  return { id: account.id as string, sold: one?.id ?? '' };
}

async function sent(reseller: TestReseller, source: string, subscription: object) {
  const items = [{ customer: aCustomer(source), paidSubscriptions: [subscription] }];
  const selection = `results { subscriptionResults { outcome subscription { id endDate quantity sourceVersion } }
    userErrors { code } }`;
  const { results } = await world.mutate(reseller.sync, 'syncCustomers', { items }, selection);
  expect(results[0].userErrors).toEqual([]);
  return results[0].subscriptionResults[0];
}

const periodsOf = async (id: string) =>
  (await see(world, admin, id, 'pendingInvoices { billTo { id } lines { period } }')).pendingInvoices;

async function handTo(reseller: TestReseller, id: string, source: string, mapping: Record<string, string>) {
  await world.mutate(admin, 'updateAccount', { accountId: id, billToId: reseller.accountId });
  await handAlone(world, reseller, handOver(id, source, mapping));
}

describe('S29: a subscription that ended when its account left goes on when the account is back', () => {
  const outAndBack = async (id: string, source: string) => {
    expect([await announce(world, gamma, id, `g-${source}`), await complete(world, id)]).toEqual([[], []]);
    on('2026-06-20');
    expect([await announce(world, setup.alpha, id, source), await complete(world, id)]).toEqual([[], []]);
  };

  test.each([
    ['with the version that was known', { sourceVersion: '3' }, '3'],
    ['without a version', {}, null],
  ])('also in the state that it had, sent again %s', async (what, version, known) => {
    const { id, sold } = await paid(what, state(version));
    await outAndBack(id, what);
    const subscription = { id: sold, endDate: null, quantity: 5, sourceVersion: known };
    expect(await sent(setup.alpha, what, state(version))).toEqual({ outcome: 'APPLIED', subscription });
    expect(await sent(setup.alpha, what, state(version))).toEqual({ outcome: 'UNCHANGED', subscription });
    expect(await periodsOf(id)).toEqual([]);
    on('2026-07-15');
    expect(await periodsOf(id)).toEqual([{ billTo: { id: setup.alpha.accountId }, lines: [{ period: '2026-07-15' }] }]);
  });

  test('not in an older state, and in no other of the version that was known', async () => {
    const { id } = await paid('older', state({ sourceVersion: '3' }));
    await outAndBack(id, 'older');
    expect(await sent(setup.alpha, 'older', state({ sourceVersion: '2' }))).toMatchObject({
      ...{ outcome: 'STALE', subscription: { endDate: '2026-03-14' } },
    });
    const other = await record(world, setup.alpha, aCustomer('older'), state({ sourceVersion: '3', quantity: 6 }));
    expect(other.userErrors).toMatchObject([{ code: 'SOURCE_VERSION_CONFLICT' }]);
  });

  test('and ends as it was cancelled at the source before it left', async () => {
    const { id } = await paid('cancelled');
    const cancelled = { sourceAccountId: 'cancelled', sourceSubscriptionId: 's-1', endDate: '2026-12-31' };
    await world.mutate(setup.alpha.sync, 'cancelPaidSubscription', cancelled);
    await outAndBack(id, 'cancelled');
    expect(await sent(setup.alpha, 'cancelled', state())).toMatchObject({
      ...{ outcome: 'APPLIED', subscription: { endDate: '2026-12-31' } },
    });
  });
});

describe('S24: a subscription that is mapped to another id at the source', () => {
  test('has none of the versions that its former source gave it', async () => {
    for (const [source, reseller, target] of [
      ['to-gamma', gamma, 'g-to-gamma'],
      ['to-alpha', setup.alpha, 'to-alpha-anew'],
    ] as const) {
      const { id, sold } = await paid(source, state({ sourceVersion: '9' }));
      expect(await release(world, id, [{ subscriptionId: sold, goesOn: true }])).toEqual([]);
      await handTo(reseller, id, target, { [sold]: 's-1' });
      expect(await sent(reseller, target, state({ sourceVersion: '1', quantity: 7 }))).toEqual({
        ...{ outcome: 'APPLIED', subscription: { id: sold, endDate: null, quantity: 7, sourceVersion: '1' } },
      });
    }
  });

  test('goes on from them under its own', async () => {
    const { id, sold } = await paid('own', state({ sourceVersion: '9' }));
    expect(await release(world, id, [{ subscriptionId: sold, goesOn: true }])).toEqual([]);
    await handTo(setup.alpha, id, 'own', { [sold]: 's-1' });
    expect(await sent(setup.alpha, 'own', state({ sourceVersion: '8', quantity: 7 }))).toMatchObject({
      ...{ outcome: 'STALE', subscription: { quantity: 5, sourceVersion: '9' } },
    });
    expect(await sent(setup.alpha, 'own', state({ sourceVersion: '10', quantity: 7 }))).toMatchObject({
      ...{ outcome: 'APPLIED', subscription: { quantity: 7, sourceVersion: '10' } },
    });
  });

  test('after it had ended with a release is due from the transfer, and never for the time between', async () => {
    for (const [source, reseller, target] of [
      ['ended', gamma, 'g-ended'],
      ['ended-too', setup.alpha, 'ended-anew'],
    ] as const) {
      on('2026-03-15');
      const { id, sold } = await paid(source);
      expect(await release(world, id, [{ subscriptionId: sold, goesOn: false }])).toEqual([]);
      on('2026-06-20');
      await handTo(reseller, id, target, { [sold]: 's-1' });
      expect(await sent(reseller, target, state({ sourceVersion: '1' }))).toMatchObject({
        ...{ outcome: 'APPLIED', subscription: { id: sold, endDate: null } },
      });
      expect(await periodsOf(id)).toEqual([]);
      on('2026-07-15');
      expect(await periodsOf(id)).toEqual([{ billTo: { id: reseller.accountId }, lines: [{ period: '2026-07-15' }] }]);
    }
  });
});
