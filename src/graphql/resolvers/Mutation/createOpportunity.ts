import type { MutationResolvers } from '../../generated/types';
import { salesDocumentMade } from '../../payloads/sales-payload';

export const createOpportunity: NonNullable<MutationResolvers['createOpportunity']> = (
  _parent,
  { input },
  context,
  info,
) => salesDocumentMade(context, info, 'OPPORTUNITY', input);
