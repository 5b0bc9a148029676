import { admin, aReseller, setUpResellers, type TestReseller } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let alpha: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  ({ alpha } = await setUpResellers(world));
  world.now = new Date('2026-06-30T12:00:00Z');
});
afterAll(() => world.close());

/** An own account that is billed to Alpha, with a subscription that ends on this day. */
async function anAccountEnding(endDate: string): Promise<{ accountId: string; subscriptionId: string }> {
  const { account } = await world.mutate(
    admin,
    'createAccount',
    { name: `Ends ${endDate}`, currency: 'EUR', billToId: alpha.accountId },
    'account { id }',
  );
  const { subscription } = await world.mutate(
    admin,
    'createSubscription',
    { accountId: account.id, sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY', startDate: '2026-01-31' },
    'subscription { id }',
  );
  await world.mutate(admin, 'cancelSubscription', {
    accountId: account.id,
    subscriptionId: subscription.id,
    endDate,
  });
  return { accountId: account.id, subscriptionId: subscription.id };
}

async function transfer(account: Record<string, unknown>, reseller = alpha) {
  const answer = await world.mutate(
    admin,
    'transferAccounts',
    { tenantResellerId: reseller.id, accounts: [account] },
    'results { account { managedByReseller { sourceAccountId } } userErrors { code path message } }',
  );
  return answer.results[0] ?? answer;
}

describe('S24: a subscription that is cancelled', () => {
  test('for today or later still runs: unmapped, it would be billed twice', async () => {
    for (const endDate of ['2026-06-30', '2026-12-31']) {
      const { accountId, subscriptionId } = await anAccountEnding(endDate);
      const sourceAccountId = `ends-${endDate}`;
      const refused = await transfer({ accountId, sourceAccountId });
      expect(refused.userErrors).toMatchObject([
        { code: 'INVALID_INPUT', path: ['input', 'accounts', '0', 'subscriptions'] },
      ]);
      expect(refused.userErrors[0].message).toContain(subscriptionId);
      const subscriptions = [{ subscriptionId, sourceSubscriptionId: 's-1' }];
      expect(await transfer({ accountId, sourceAccountId, subscriptions })).toMatchObject({
        account: { managedByReseller: { sourceAccountId } },
        userErrors: [],
      });
    }
  });

  test('for a day that is over may be mapped and need not be', async () => {
    const { accountId } = await anAccountEnding('2026-06-29');
    expect(await transfer({ accountId, sourceAccountId: 'over-1' })).toMatchObject({ userErrors: [] });
    const other = await anAccountEnding('2026-06-29');
    const subscriptions = [{ subscriptionId: other.subscriptionId, sourceSubscriptionId: 's-1' }];
    const mapped = { accountId: other.accountId, sourceAccountId: 'over-2', subscriptions };
    expect(await transfer(mapped)).toMatchObject({ userErrors: [] });
  });
});

test('nothing is handed to a reseller whose own account is deleted', async () => {
  const gone = await aReseller(world, { name: 'Gone', currency: 'EUR', separateInvoices: true });
  const { account } = await world.mutate(
    admin,
    'createAccount',
    { name: 'Left', currency: 'EUR', billToId: gone.accountId },
    'account { id }',
  );
  await world.sql(`UPDATE accounts SET status = 'DELETED', deletion_date = current_date WHERE id = $1`, [
    gone.accountId,
  ]);
  expect(await transfer({ accountId: account.id, sourceAccountId: 'x' }, gone)).toMatchObject({
    results: [],
    userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'tenantResellerId'] }],
  });
});

test('what is pending may be viewed for ten years ahead', async () => {
  const query = 'query ($id: ID!, $asOf: Date) { account(id: $id) { pendingInvoices(asOf: $asOf) { total } } }';
  const id = alpha.accountId;
  expect((await world.run(admin, query, { id, asOf: '2036-06-30' })).errors).toBeUndefined();
  expect((await world.run(admin, query, { id, asOf: '2036-07-01' })).errors).toMatchObject([
    { extensions: { code: 'INVALID_INPUT', path: ['asOf'] } },
  ]);
});
