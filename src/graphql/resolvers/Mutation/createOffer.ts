import type { MutationResolvers } from '../../generated/types';
import { salesDocumentMade } from '../../payloads/sales-payload';

export const createOffer: NonNullable<MutationResolvers['createOffer']> = (_parent, { input }, context, info) =>
  salesDocumentMade(context, info, 'OFFER', input);
