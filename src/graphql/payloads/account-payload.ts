import type { AccountView } from '../../domain/accounts/account-view';
import type { RequestContext } from '../request/context';

/** The account as the caller sees it after the change; null when the change hid it from the caller. */
export function accountAfter({ loaders }: RequestContext, accountId: string): Promise<AccountView | null> {
  return loaders.visibleAccount(accountId);
}
