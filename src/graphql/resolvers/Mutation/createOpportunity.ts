import type { MutationResolvers } from '../../generated/types';
import { salesDocumentMade } from '../sales-payload';

export const createOpportunity: NonNullable<MutationResolvers['createOpportunity']> = (_parent, { input }, context) =>
  salesDocumentMade(context, 'OPPORTUNITY', input);
