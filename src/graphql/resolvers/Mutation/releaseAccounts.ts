import { releaseAccounts as release } from '../../../services/moving/release-accounts';
import type { MutationResolvers } from '../../generated/types';
import { stepTaken } from '../../payloads/step-payload';

export const releaseAccounts: NonNullable<MutationResolvers['releaseAccounts']> = (_parent, { input }, context) =>
  stepTaken(context, (run, today) => release(run, input, today, context.reportFault));
