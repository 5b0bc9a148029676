import { dayOf } from '../../../domain/calendar';
import { deleteManagedAccount as deleteIt } from '../../../services/sync/delete-managed-account';
import type { MutationResolvers } from '../../generated/types';
import { accountAfter } from '../../payloads/account-payload';

export const deleteManagedAccount: NonNullable<MutationResolvers['deleteManagedAccount']> = async (
  _parent,
  { input },
  context,
  info,
) => {
  const today = dayOf(context.resources.now());
  const { outcome, accountId } = await deleteIt(context, input, today);
  return {
    outcome,
    account: accountId === null ? null : await accountAfter(context, info, accountId),
    warnings: [],
    userErrors: [],
  };
};
