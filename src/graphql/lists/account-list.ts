import type { AccountOrder, Count } from '../../domain/accounts/account-filter';
import { type ListedAccount, ORDER_COLUMNS } from '../../persistence/accounts/account-list';
import type { RequestContext } from '../request/context';
import type { AccountList } from '../request/mappers';
import { type ListOrder, mapNodes, type PageArguments, readConnection } from './connection';

/** A page of accounts as the caller sees them, which nothing of the request loads again. */
export async function accountList(
  { loaders, budget }: RequestContext,
  order: AccountOrder,
  page: PageArguments,
  read: (limit: number, after: string[] | null) => Promise<readonly ListedAccount[]>,
  count: () => Promise<Count>,
): Promise<AccountList> {
  const listed = await readConnection(budget, orderOf(order), page, read);
  const connection = mapNodes(listed, (account) => loaders.accounts.taken(account));
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
    valuesOf: ({ orderedBy, id }) => [orderedBy, id],
  };
}
