import type { AccountOrder } from '../domain/account-filter';
import { type AccountView, viewFor } from '../domain/account-view';
import { type ListedAccount, ORDER_COLUMNS } from '../persistence/account-list';
import { type Connection, type ListOrder, mapNodes, type PageArguments, readConnection } from './connection';
import type { RequestContext } from './context';

/** A page of accounts; how many there are in all is counted when it is asked for. */
export interface AccountList extends Connection<AccountView> {
  readonly count: () => Promise<number>;
}

/** A page of accounts as the caller sees them, which nothing of the request loads again. */
export async function accountList(
  { knownCaller, loaders, budget }: RequestContext,
  order: AccountOrder,
  page: PageArguments,
  read: (limit: number, after: string[] | null) => Promise<ListedAccount[]>,
  count: () => Promise<number>,
): Promise<AccountList> {
  const listed = await readConnection(budget, orderOf(order), page, read);
  const connection = mapNodes(listed, (account) => {
    const view = viewFor(knownCaller, account);
    loaders.accounts.prime(view.id, view);
    return view;
  });
  return { ...connection, count };
}

function orderOf({ field, direction }: AccountOrder): ListOrder<ListedAccount> {
  return {
    name: `account.${field}.${direction}`,
    types: [ORDER_COLUMNS[field].type, 'uuid'],
    valuesOf: ({ orderedBy, account }) => [orderedBy, account.id],
  };
}
