import type { AccountView } from '../../domain/accounts/account-view';
import type { RequestContext } from '../request/context';

/** The account as the caller sees it after the change; null when the change hid it from the caller. */
export async function accountAfter(context: RequestContext, accountId: string): Promise<AccountView | null> {
  const view = await context.loaders.accounts.load(accountId);
  return view.standing ? view : null;
}
