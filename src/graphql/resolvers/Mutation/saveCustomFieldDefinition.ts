import { saveCustomFieldDefinition as save } from '../../../services/accounts/save-custom-field-definition';
import type { MutationResolvers } from '../../generated/types';

export const saveCustomFieldDefinition: NonNullable<MutationResolvers['saveCustomFieldDefinition']> = async (
  _parent,
  { input },
  context,
) => ({ definition: await context.guard.run((pass) => save(pass, input)), userErrors: [] });
