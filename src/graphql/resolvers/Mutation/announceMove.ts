import { announceMove as announce } from '../../../services/moving/move-accounts';
import type { MutationResolvers } from '../../generated/types';
import { stepTaken } from '../../payloads/step-payload';

export const announceMove: NonNullable<MutationResolvers['announceMove']> = (_parent, { input }, context) =>
  stepTaken(context, (run, today) => announce(run, input, today, context.reportFault));
