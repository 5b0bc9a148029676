import { parseAccountFilter } from '../../../domain/accounts/account-filter';
import { countAccounts, listAccounts } from '../../../persistence/accounts/account-list';
import { isCounted } from '../../asked/asked-below';
import type { QueryResolvers } from '../../generated/types';
import { accountList } from '../../lists/account-list';

export const accounts: NonNullable<QueryResolvers['accounts']> = (
  _parent,
  { filter, orderBy, ...page },
  context,
  info,
) => {
  const { sql, knownCaller, loaders } = context;
  const wanted = parseAccountFilter(knownCaller, filter, orderBy);
  return accountList(
    context,
    orderBy,
    page,
    (limit, after) => listAccounts(sql, knownCaller, wanted, orderBy, { limit, after }, loaders.look()),
    () => countAccounts(sql, knownCaller, wanted, loaders.look()),
    isCounted(info),
  );
};
