import type { GraphQLResolveInfo } from 'graphql';
import { AccountView } from '../../domain/accounts/account-view';
import { canonicalId } from '../../domain/identifiers';
import { asksForIdAlone } from '../asked/asked-below';
import type { RequestContext } from '../request/context';

/**
 * The account as the caller sees it after a change that takes nobody's access away: it is there, so that whoever asks which
 * one it is, and no more, is told without another read.
 */
export async function accountAfter(
  context: RequestContext,
  info: GraphQLResolveInfo,
  accountId: string,
): Promise<AccountView | null> {
  return asksForIdAlone(info)
    ? AccountView.absent(canonicalId(accountId) ?? accountId)
    : accountRead(context, accountId);
}

/** The same after any change; null when the change hid it from the caller. */
export function accountRead({ loaders }: RequestContext, accountId: string): Promise<AccountView | null> {
  return loaders.visibleAccount(accountId);
}
