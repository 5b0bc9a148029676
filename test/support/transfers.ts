import { admin, type TestReseller } from './resellers';
import type { World } from './world';

/** An account of the distributor's own that is billed to the reseller, by the mutation that makes one. */
export async function aBilledAccount(
  world: World,
  reseller: TestReseller,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const input = { name: 'Own customer', currency: 'EUR', billToId: reseller.accountId, ...changes };
  const { account, userErrors } = await world.mutate(admin, 'createAccount', input, 'account { id }');
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return account.id;
}

/** Sells the account a subscription, five mailboxes a month from 31 January unless told otherwise; gives its id. */
export async function sell(world: World, accountId: string, changes: Record<string, unknown> = {}): Promise<string> {
  const terms = { sku: 'MAIL', quantity: 5, billingPeriod: 'MONTHLY', startDate: '2026-01-31', ...changes };
  const selection = 'subscription { id }';
  const { subscription, userErrors } = await world.mutate(
    admin,
    'createSubscription',
    { accountId, ...terms },
    selection,
  );
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return subscription.id;
}

/** An account to be handed over: with these subscriptions under these source ids. */
export function handOver(accountId: string, sourceAccountId: string, mapping: Readonly<Record<string, string>> = {}) {
  const subscriptions = Object.entries(mapping).map(([subscriptionId, sourceSubscriptionId]) => ({
    subscriptionId,
    sourceSubscriptionId,
  }));
  return { accountId, sourceAccountId, subscriptions };
}

/** Hands accounts over to a reseller and gives the payload. */
export function transfer(world: World, reseller: { readonly id: string }, accounts: readonly object[]) {
  const selection = 'results { accountId account { id } userErrors { code message path retryable reasons } }';
  return world.mutate(admin, 'transferAccounts', { tenantResellerId: reseller.id, accounts }, selection);
}

/** Hands one account over, which must go well. */
export async function handAlone(world: World, reseller: TestReseller, account: ReturnType<typeof handOver>) {
  const { results, userErrors } = await transfer(world, reseller, [account]);
  const { accountId } = account;
  expect({ results, userErrors }).toEqual({
    results: [{ accountId, account: { id: accountId }, userErrors: [] }],
    userErrors: [],
  });
}

/** An account that was handed over with one subscription, which `sell` sold, under the id of aPaidSubscription. */
export async function aTransferredAccount(
  world: World,
  reseller: TestReseller,
  source: string,
  changes: Record<string, unknown> = {},
): Promise<{ id: string; sold: string }> {
  const id = await aBilledAccount(world, reseller, changes);
  const sold = await sell(world, id);
  await handAlone(world, reseller, handOver(id, source, { [sold]: 's-1' }));
  return { id, sold };
}
