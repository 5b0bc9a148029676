import type { MutationResolvers } from '../../generated/types';
import { salesDocumentMade } from '../../payloads/sales-payload';

export const createOpportunity: NonNullable<MutationResolvers['createOpportunity']> = (_parent, { input }, context) =>
  salesDocumentMade(context, 'OPPORTUNITY', input);
