import type { RelationKind } from '../vocabulary';
import type { ContactDetails } from './contact';
import type { RelationTarget } from './relation';

/** The note to show on a managed account, word for word (docs/rules.md, "The ribbon"). */
export function ribbon(resellerName: string): string {
  return `This account is managed by ${resellerName} Tenant Reseller`;
}

export function statusChangedByPerson(status: 'ACTIVE' | 'SUSPENDED'): string {
  return `Account's Status Changed to ${STATUS_WORDS[status]}`;
}

/** A status as the history spells it. */
export const STATUS_WORDS = { ACTIVE: 'Active', SUSPENDED: 'Suspended' } as const;

export function accountCreated(): string {
  return 'Created';
}

export function edited(fields: readonly string[]): string {
  return `Changed: ${fields.join(', ')}`;
}

export function deletedByPerson(day: string): string {
  return `Deleted; subscriptions end on ${day}`;
}

export function synchronizationRequested(systemCode: string): string {
  return `Synchronization with ${systemCode} requested`;
}

/** A line about a contact tells no address or number (test/graphql/accounts/contacts.test.ts): it is kept for good. */
export function contactAdded(contact: ContactDetails): string {
  return `Contact ${fullName(contact)} added`;
}

export function contactChanged(before: ContactDetails, after: ContactDetails, details: readonly string[]): string {
  const [name, formerName] = [fullName(after), fullName(before)];
  return `Contact ${name}${name === formerName ? '' : ` (formerly ${formerName})`} changed: ${details.join(', ')}`;
}

export function contactRemoved(contact: ContactDetails): string {
  return `Contact ${fullName(contact)} removed`;
}

function fullName({ firstName, lastName }: ContactDetails): string {
  return firstName === null ? lastName : `${firstName} ${lastName}`;
}

export function related(relation: RelationTarget): string {
  return `Related to ${targetOf(relation)}`;
}

export function relationLabelled({ kind, targetId }: RelationTarget, label: string): string {
  return `Relation to ${RELATION_WORDS[kind]} ${targetId} labelled "${label}"`;
}

export function unrelated(relation: RelationTarget): string {
  return `No longer related to ${targetOf(relation)}`;
}

function targetOf({ kind, targetId, label }: RelationTarget): string {
  return `${RELATION_WORDS[kind]} ${targetId}${label === null ? '' : ` ("${label}")`}`;
}

const RELATION_WORDS: Readonly<Record<RelationKind, string>> = {
  EMAIL: 'e-mail',
  TASK: 'task',
  EVENT: 'event',
  DOCUMENT: 'document',
  CONTACT: 'contact',
  CASE: 'case',
};
