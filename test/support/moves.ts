import type { Caller } from '../../src/domain/caller';
import { admin, see, type TestReseller } from './resellers';
import type { World } from './world';

const RESULTS =
  'results { accountId account { id managedByReseller { ribbon } } userErrors { code message path retryable } }';

/** Releases an account with these decisions about its subscriptions; gives the refusals. */
export async function release(world: World, accountId: string, subscriptions: readonly object[] = []) {
  return answered(await world.mutate(admin, 'releaseAccounts', { accounts: [{ accountId, subscriptions }] }, RESULTS));
}

/** Announces a move; gives the refusals, of the call or of the account. */
export async function announce(world: World, to: TestReseller, accountId: string, sourceAccountId: string) {
  const input = { toTenantResellerId: to.id, accounts: [{ accountId, sourceAccountId }] };
  return answered(await world.mutate(admin, 'announceMove', input, RESULTS));
}

export async function complete(world: World, accountId: string) {
  return answered(await world.mutate(admin, 'completeMove', { accountIds: [accountId] }, RESULTS));
}

export async function withdraw(world: World, accountId: string) {
  return answered(await world.mutate(admin, 'withdrawMove', { accountIds: [accountId] }, RESULTS));
}

/** Issues everything that is pending for an account. */
export function invoice(world: World, accountId: string) {
  return world.mutate(admin, 'generateInvoices', { accountId }, 'invoices { number total billTo { id } }');
}

/** A subscription as its caller sees it. */
export interface SeenSubscription {
  readonly id: string;
  readonly sourceSubscriptionId: string | null;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly unitPrice: string;
  readonly priceSource: string;
}

/** What a caller sees of the account's subscriptions, by their ids at the source. */
export async function subscriptionsOf(world: World, caller: Caller, id: string): Promise<SeenSubscription[]> {
  const selection = 'id sourceSubscriptionId startDate endDate unitPrice priceSource';
  const account = await see(world, caller, id, `subscriptions(first: 200) { edges { node { ${selection} } } }`);
  const seen: SeenSubscription[] = (account?.subscriptions.edges ?? []).map(
    ({ node }: { node: SeenSubscription }) => node,
  );
  return seen.sort((one, other) => ((one.sourceSubscriptionId ?? '') < (other.sourceSubscriptionId ?? '') ? -1 : 1));
}

/** The lines of the account's history, the newest first. */
export async function historyOf(
  world: World,
  caller: Caller,
  id: string,
): Promise<{ readonly kind: string; readonly text: string }[]> {
  const { history } = await see(world, caller, id, 'history(first: 200) { edges { node { kind text } } }');
  return history.edges.map(({ node }: { node: { kind: string; text: string } }) => node);
}

export interface StepError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly retryable: boolean;
}

function answered({ results, userErrors }: { results: { userErrors: StepError[] }[]; userErrors: StepError[] }) {
  return [...userErrors, ...results.flatMap((result) => result.userErrors)];
}
