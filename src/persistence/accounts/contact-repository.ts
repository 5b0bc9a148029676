import type { Contact, ListedContact, StoredContact } from '../../domain/accounts/contact';
import { assignments, columnsOf, valuesOf } from '../engine/changes';
import { text } from '../engine/column';
import type { Reader } from '../engine/database';
import type { Keyset } from '../engine/keyset';
import { both, select, value } from '../engine/select';
import { join, sql } from '../engine/sql';
import { fieldsBut } from '../engine/table';
import type { AccountPass, Writes } from '../pass/guard-pass';
import { write } from '../pass/writing';
import { ACCOUNT_CONTACTS } from '../tables/account-contacts';

const c = ACCOUNT_CONTACTS.as('c');
const DETAILS = fieldsBut(ACCOUNT_CONTACTS, ['accountId', 'id', 'createdAt']);
const STORED = select(c, ['accountId', 'id', ...DETAILS, 'createdAt']);

/** Pages of the contacts of several accounts, in the order in which they were added. */
export const CONTACT_KEYSET: Keyset<ListedContact> = {
  name: 'contact',
  selection: both(STORED, value('createdExactly', text(), sql`${c.createdAt}::text`)),
  from: c.$,
  account: c.accountId,
  order: [
    { column: c.createdAt, type: 'timestamptz', of: (contact) => contact.createdExactly },
    { column: c.id, type: 'uuid', of: (contact) => contact.id },
  ],
  direction: 'ASC',
};

/** One contact of the account; null when it has none of this id. */
export async function findContact(reader: Reader, accountId: string, id: string): Promise<StoredContact | null> {
  const [contact] = await reader.query(
    sql`SELECT ${STORED} FROM ${c.$} WHERE ${c.accountId} = ${accountId} AND ${c.id} = ${id}`,
  );
  return contact ?? null;
}

/** Adds a contact to the account that the pass is for. */
export async function insertContact(pass: AccountPass, contact: Contact): Promise<void> {
  const fields = ['accountId', 'id', ...DETAILS] as const;
  const added = { ...contact, accountId: pass.accountId };
  await write(
    pass,
    writesTo(pass),
    sql`INSERT INTO public.account_contacts (${columnsOf(ACCOUNT_CONTACTS, fields)})
      VALUES (${valuesOf(ACCOUNT_CONTACTS, fields, added)})`,
  );
}

/** Writes the details of a contact of the account that the pass is for. */
export async function saveContact(pass: AccountPass, contact: Contact): Promise<void> {
  await write(
    pass,
    writesTo(pass),
    sql`UPDATE ${c.$} SET ${join(assignments(ACCOUNT_CONTACTS, DETAILS, contact), ', ')}
      WHERE ${c.accountId} = ${pass.accountId} AND ${c.id} = ${contact.id}`,
  );
}

/** Removes a contact of the account that the pass is for and gives what it was; null when there is none of this id. */
export async function deleteContact(pass: AccountPass, id: string): Promise<StoredContact | null> {
  const [contact] = await write(
    pass,
    writesTo(pass),
    sql`DELETE FROM ${c.$} WHERE ${c.accountId} = ${pass.accountId} AND ${c.id} = ${id} RETURNING ${STORED}`,
  );
  return contact ?? null;
}

const writesTo = (pass: AccountPass): Writes => ({ by: ['ADD_CONTACT'], accounts: [pass.accountId] });
