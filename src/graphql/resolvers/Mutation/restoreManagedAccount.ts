import { restoreManagedAccount as restore } from '../../../services/sync/restore-managed-account';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const restoreManagedAccount: NonNullable<MutationResolvers['restoreManagedAccount']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const { accountId, ...restored } = await restore(context, input);
  return {
    ...restored,
    account: accountId === null ? null : await accountAfter(context, info, accountId),
    userErrors: [],
  };
};
