import { v7 } from 'uuid';
import { type Contact, parseContact, planContactChange, type StoredContact } from '../../domain/accounts/contact';
import { contactAdded, contactChanged, contactRemoved } from '../../domain/accounts/wording';
import { assertNothingAgainst, DomainError, refusal } from '../../domain/errors';
import { canonicalId } from '../../domain/identifiers';
import { accepted } from '../../domain/input';
import { say } from '../../domain/message';
import { addLine } from '../../persistence/accounts/add-line';
import { deleteContact, findContact, insertContact, saveContact } from '../../persistence/accounts/contact-repository';
import { atOnce } from '../../persistence/pass/at-once';
import type { AccountPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';

/** Adds a contact to an account, managed or not (S18). Gives its id. */
export function addContact(
  pass: AccountPass,
  input: { readonly idempotencyKey?: string | null },
): Promise<{ id: string }> {
  return createOnce(pass, 'addContact', input, async () => {
    const sent = accepted(parseContact(input));
    const contact: Contact = { id: v7(), accountId: pass.accountId, ...sent };
    await atOnce([insertContact(pass, contact), addLine(pass, 'CONTACT_CHANGED', contactAdded(contact))]);
    return { id: contact.id };
  });
}

/** Changes what is sent of a contact and leaves the rest. What is there already is no change. Gives its id. */
export async function updateContact(
  pass: AccountPass,
  input: Readonly<Record<string, unknown>> & { readonly contactId: string },
): Promise<{ id: string }> {
  const id = canonicalId(input.contactId);
  const contact = id && (await findContact(pass.transaction, pass.accountId, id));
  if (!contact) throw unknownContact();
  const change = planContactChange(contact, input);
  assertNothingAgainst(change.refusals);
  if (change.labels.length === 0) return { id: contact.id };
  await atOnce([
    saveContact(pass, { ...contact, ...change.details }),
    addLine(pass, 'CONTACT_CHANGED', contactChanged(contact, change.details, change.labels)),
  ]);
  return { id: contact.id };
}

/** Removes a contact for good; its history stays. Gives what was removed. */
export async function removeContact(pass: AccountPass, input: { readonly contactId: string }): Promise<StoredContact> {
  const id = canonicalId(input.contactId);
  const contact = id && (await deleteContact(pass, id));
  if (!contact) throw unknownContact();
  await addLine(pass, 'CONTACT_CHANGED', contactRemoved(contact));
  return contact;
}

function unknownContact(): DomainError {
  return new DomainError(refusal('NOT_FOUND', say('notFound.contact'), ['input', 'contactId']));
}
