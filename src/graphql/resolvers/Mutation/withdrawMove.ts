import { withdrawMove as withdraw } from '../../../services/moving/move-accounts';
import type { MutationResolvers } from '../../generated/types';
import { stepTaken } from '../../payloads/step-payload';

export const withdrawMove: NonNullable<MutationResolvers['withdrawMove']> = (_parent, { input }, context) =>
  stepTaken(context, (run, today) => withdraw(run, input, today, context.reportFault));
