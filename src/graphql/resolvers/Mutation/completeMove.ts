import { completeMove as complete } from '../../../services/moving/move-accounts';
import type { MutationResolvers } from '../../generated/types';
import { stepTaken } from '../../payloads/step-payload';

export const completeMove: NonNullable<MutationResolvers['completeMove']> = (_parent, { input }, context) =>
  stepTaken(context, (run, today) => complete(run, input, today, context.reportFault));
