import type { MutationResolvers } from '../../generated/types';
import { salesDocumentMade } from '../../payloads/sales-payload';

export const createOrder: NonNullable<MutationResolvers['createOrder']> = (_parent, { input }, context, info) =>
  salesDocumentMade(context, info, 'ORDER', input);
