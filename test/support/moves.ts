import { admin, type TestReseller } from './resellers';
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

export interface StepError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly retryable: boolean;
}

function answered({ results, userErrors }: { results: { userErrors: StepError[] }[]; userErrors: StepError[] }) {
  return [...userErrors, ...results.flatMap((result) => result.userErrors)];
}
