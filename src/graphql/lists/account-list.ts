import type { AccountOrder, Count } from '../../domain/accounts/account-filter';
import { type ListedAccount, ORDER_COLUMNS } from '../../persistence/accounts/account-list';
import type { RequestContext } from '../request/context';
import type { AccountList } from '../request/mappers';
import { type ListOrder, mapNodes, type PageArguments, readConnection } from './connection';

/**
 * A page of accounts as the caller sees them, which nothing of the request loads again. How many there are in all is counted
 * when it is asked for; `isCounted`: it will be, so it is counted while the page is read.
 */
export async function accountList(
  { loaders, budget }: RequestContext,
  order: AccountOrder,
  page: PageArguments,
  read: (limit: number, after: string[] | null) => Promise<readonly ListedAccount[]>,
  count: () => Promise<Count>,
  isCounted: boolean,
): Promise<AccountList> {
  let counted: Promise<Count> | undefined;
  const countOnce = () => {
    counted ??= count();
    return counted;
  };
  const listed = await readConnection(budget, orderOf(order), page, (limit, after) => {
    // Whoever answers the number meets what failed of it.
    if (isCounted) countOnce().catch(() => undefined);
    return read(limit, after);
  });
  return { ...mapNodes(listed, (account) => loaders.accounts.taken(account)), count: countOnce };
}

function orderOf({ field, direction }: AccountOrder): ListOrder<ListedAccount> {
  return {
    name: `account.${field}.${direction}`,
    types: [ORDER_COLUMNS[field].type, 'uuid'],
    valuesOf: ({ orderedBy, id }) => [orderedBy, id],
  };
}
