import type { AccountOrder, Count } from '../../domain/accounts/account-filter';
import { viewFor } from '../../domain/accounts/account-view';
import { type ListedAccount, ORDER_COLUMNS } from '../../persistence/accounts/account-list';
import type { RequestContext } from '../request/context';
import type { AccountList } from '../request/mappers';
import { type ListOrder, mapNodes, type PageArguments, readConnection } from './connection';

/** A page of accounts as the caller sees them, which nothing of the request loads again. */
export async function accountList(
  { knownCaller, loaders, budget }: RequestContext,
  order: AccountOrder,
  page: PageArguments,
  read: (limit: number, after: string[] | null) => Promise<ListedAccount[]>,
  count: () => Promise<Count>,
): Promise<AccountList> {
  const listed = await readConnection(budget, orderOf(order), page, read);
  const connection = mapNodes(listed, (account) => {
    const view = viewFor(knownCaller, account);
    loaders.accounts.prime(view.id, view);
    return view;
  });
  let counted: Promise<Count> | undefined;
  return {
    ...connection,
    count: () => {
      counted ??= count();
      return counted;
    },
  };
}

function orderOf({ field, direction }: AccountOrder): ListOrder<ListedAccount> {
  return {
    name: `account.${field}.${direction}`,
    types: [ORDER_COLUMNS[field].type, 'uuid'],
    valuesOf: ({ orderedBy, account }) => [orderedBy, account.id],
  };
}
