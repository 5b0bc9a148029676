import { bigint, uuid } from '../engine/column';
import { table } from '../engine/table';
import { ACCOUNTS } from './accounts';

/**
 * What had been applied of a customer, by its key, when the account that it was left its reseller; it goes on from there if it
 * comes back (S24, S29). A trigger keeps and reads it.
 */
export const HANDED_OVER_VERSIONS = table(
  'handed_over_versions',
  {
    accountId: uuid(),
    key: uuid(),
    sourceVersion: bigint().nullable(),
    snapshotVersion: bigint().nullable(),
  },
  {
    primaryKey: ['pk_handed_over_versions', 'accountId', 'key'],
    foreignKeys: { fk_handed_over_versions_account: [['accountId'], ACCOUNTS] },
  },
);
