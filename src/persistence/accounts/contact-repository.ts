import type { Contact, StoredContact } from '../../domain/accounts/contact';
import type { Sql } from '../engine/database';
import type { Keyset } from '../engine/keyset';
import type { AccountPass, Writes } from '../pass/guard-pass';
import { write } from '../pass/writing';

interface ContactRow {
  readonly account_id: string;
  readonly id: string;
  readonly first_name: string | null;
  readonly last_name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly job_title: string | null;
  readonly created_at: Date;
  readonly created_exactly: string;
}

const COLUMNS = `c.account_id, c.id, c.first_name, c.last_name, c.email, c.phone, c.job_title, c.created_at,
  c.created_at::text AS created_exactly`;

function contactOf(row: ContactRow): StoredContact {
  return {
    id: row.id,
    accountId: row.account_id,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    phone: row.phone,
    jobTitle: row.job_title,
    createdAt: row.created_at,
    createdExactly: row.created_exactly,
  };
}

/** Pages of the contacts of several accounts, in the order in which they were added. */
export const CONTACT_KEYSET: Keyset<StoredContact, ContactRow> = {
  name: 'contact',
  columns: `SELECT ${COLUMNS}`,
  from: 'account_contacts c',
  account: 'c.account_id',
  order: [
    { expression: 'c.created_at', type: 'timestamptz', of: (contact) => contact.createdExactly },
    { expression: 'c.id', type: 'uuid', of: (contact) => contact.id },
  ],
  direction: 'ASC',
  toItem: contactOf,
};

/** One contact of the account; null when it has none of this id. */
export async function findContact(sql: Sql, accountId: string, id: string): Promise<StoredContact | null> {
  const [row] = await sql.query<ContactRow>(
    `SELECT ${COLUMNS} FROM account_contacts c WHERE c.account_id = $1 AND c.id = $2`,
    [accountId, id],
  );
  return row ? contactOf(row) : null;
}

/** Adds a contact to the account that the pass is for. */
export async function insertContact(pass: AccountPass, contact: Contact): Promise<void> {
  await write(
    pass,
    writesTo(pass),
    `INSERT INTO account_contacts (account_id, id, first_name, last_name, email, phone, job_title)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    valuesOf(pass, contact),
  );
}

/** Writes the details of a contact of the account that the pass is for. */
export async function saveContact(pass: AccountPass, contact: Contact): Promise<void> {
  await write(
    pass,
    writesTo(pass),
    `UPDATE account_contacts SET first_name = $3, last_name = $4, email = $5, phone = $6, job_title = $7
     WHERE account_id = $1 AND id = $2`,
    valuesOf(pass, contact),
  );
}

/** Removes a contact of the account that the pass is for and gives what it was; null when there is none of this id. */
export async function deleteContact(pass: AccountPass, id: string): Promise<StoredContact | null> {
  const [row] = await write<ContactRow>(
    pass,
    writesTo(pass),
    `DELETE FROM account_contacts c WHERE c.account_id = $1 AND c.id = $2 RETURNING ${COLUMNS}`,
    [pass.loaded.account.id, id],
  );
  return row ? contactOf(row) : null;
}

function valuesOf(pass: AccountPass, contact: Contact): unknown[] {
  const { id, firstName, lastName, email, phone, jobTitle } = contact;
  return [pass.loaded.account.id, id, firstName, lastName, email, phone, jobTitle];
}

const writesTo = (pass: AccountPass): Writes => ({ by: ['ADD_CONTACT'], accounts: [pass.loaded.account.id] });
