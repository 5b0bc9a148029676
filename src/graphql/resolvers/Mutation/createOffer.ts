import type { MutationResolvers } from '../../generated/types';
import { salesDocumentMade } from '../../payloads/sales-payload';

export const createOffer: NonNullable<MutationResolvers['createOffer']> = (_parent, { input }, context) =>
  salesDocumentMade(context, 'OFFER', input);
