import { updateAccount as changeIt } from '../../../services/accounts/update-account';
import type { MutationResolvers } from '../../generated/types';
import { accountRead } from '../../payloads/account-payload';

export const updateAccount: NonNullable<MutationResolvers['updateAccount']> = async (_parent, { input }, context) => {
  const changes = await context.guard.run((pass) => changeIt(pass, input));
  return { account: await accountRead(context, input.accountId), changes, userErrors: [] };
};
