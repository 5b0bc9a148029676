import type { Caller } from './caller';
import type { ContactDetails } from './contact';
import type { RelationTarget } from './relation';
import type { RelationKind, SalesDocumentKind } from './vocabulary';

/** The note to show on a managed account, word for word (product.md, "Ribbon"). */
export function ribbon(resellerName: string): string {
  return `This account is managed by ${resellerName} Tenant Reseller`;
}

/** S13's history line, word for word. Written with the reseller's name of that moment and never rewritten. */
export function statusChangedByReseller(status: 'ACTIVE' | 'SUSPENDED', resellerName: string): string {
  return `Account's Status Changed to ${STATUS_WORDS[status]} due to changes on ${resellerName}`;
}

export function statusChangedByPerson(status: 'ACTIVE' | 'SUSPENDED'): string {
  return `Account's Status Changed to ${STATUS_WORDS[status]}`;
}

const STATUS_WORDS = { ACTIVE: 'Active', SUSPENDED: 'Suspended' } as const;

export function copiedFrom(resellerName: string): string {
  return `Copied from ${resellerName} with the first paid subscription`;
}

export function refreshedFrom(resellerName: string, fields: readonly string[]): string {
  return `${capitalized(fields.join(', '))} updated from ${resellerName}`;
}

export function deletedByReseller(resellerName: string, day: string): string {
  return `Deleted due to a deletion on ${resellerName}; subscriptions end on ${day}`;
}

export function deletedByPerson(day: string): string {
  return `Deleted; subscriptions end on ${day}`;
}

export function synchronizationRequested(systemCode: string): string {
  return `Synchronization with ${systemCode} requested`;
}

export function sold(kind: SalesDocumentKind, title: string, total: string, currency: string): string {
  return `${capitalized(kind.toLowerCase())} "${title}" of ${total} ${currency}`;
}

export function resellerAccountMade(resellerName: string): string {
  return `Is the account of the tenant reseller ${resellerName}`;
}

/** The line about an issued invoice, for Postgres's format(): number, amount and currency. */
export const INVOICE_ISSUED = 'Invoice %s: %s %s';

export function invoiceIssued(number: string, total: string, currency: string): string {
  return `Invoice ${number}: ${total} ${currency}`;
}

export function transferredTo(resellerName: string): string {
  return `Transferred to ${resellerName}, which manages it from now on`;
}

export function accountCreated(): string {
  return 'Created';
}

export function edited(fields: readonly string[]): string {
  return `Changed: ${fields.join(', ')}`;
}

export function subscriptionSold(quantity: number, serviceName: string, startDate: string): string {
  return `Subscription to ${quantity} × ${serviceName} from ${startDate}`;
}

export function subscriptionEnded(quantity: number, serviceName: string, endDate: string): string {
  return `Subscription to ${quantity} × ${serviceName} ends on ${endDate}`;
}

/** A line about a contact names the person and never an address or a number: the history is kept for good. */
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

/** Who did it, as the history shows it. */
export function actorName(caller: Caller, resellerName: string | null): string {
  return caller.kind === 'RESELLER_SYNC' ? `${resellerName ?? caller.tenantResellerId} Tenant Reseller` : caller.id;
}

/** Several things as a person lists them: "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
