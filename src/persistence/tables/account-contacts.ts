import { instant, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { ACCOUNTS } from './accounts';

/** A person to reach about an account (S18). */
export const ACCOUNT_CONTACTS = table(
  'account_contacts',
  {
    accountId: uuid(),
    id: uuid(),
    firstName: text().nullable(),
    lastName: text(),
    email: text().nullable(),
    phone: text().nullable(),
    jobTitle: text().nullable(),
    createdAt: instant().default('clock_timestamp()'),
  },
  {
    primaryKey: ['pk_account_contacts', 'accountId', 'id'],
    indexes: { ix_account_contacts_created: ['accountId', 'createdAt', 'id'] },
    foreignKeys: { fk_account_contacts_account: [['accountId'], ACCOUNTS] },
  },
);
