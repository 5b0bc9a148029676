import type { QueryResolvers } from '../../generated/types';
import { localeOfTag } from '../../request/locale';

export const accountPolicy: NonNullable<QueryResolvers['accountPolicy']> = (_parent, { locale }, { resources }) =>
  resources.accountPolicy[localeOfTag(locale)];
