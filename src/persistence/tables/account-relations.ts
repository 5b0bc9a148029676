import { RELATION_KINDS } from '../../domain/vocabulary';
import { instant, isOneOf, oneOf, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { ACCOUNTS } from './accounts';

/** A link from an account to one record of another kind (S19); its id is derived from what it links. */
export const ACCOUNT_RELATIONS = table(
  'account_relations',
  {
    accountId: uuid(),
    id: uuid(),
    kind: oneOf(RELATION_KINDS),
    targetId: text(),
    label: text().nullable(),
    createdAt: instant().default('clock_timestamp()'),
  },
  {
    primaryKey: ['pk_account_relations', 'accountId', 'id'],
    checks: { ck_account_relations_kind: isOneOf('kind', RELATION_KINDS) },
    indexes: {
      ix_account_relations_created: ['accountId', 'createdAt', 'id'],
      ix_account_relations_kind: ['accountId', 'kind', 'createdAt', 'id'],
    },
    foreignKeys: { fk_account_relations_account: [['accountId'], ACCOUNTS] },
  },
);
