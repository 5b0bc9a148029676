import { createHash } from 'node:crypto';

/** The namespace of every id that this subgraph derives; never to change, or copies would get second ids. */
const NAMESPACE = Buffer.from('5b1ecb4e4a3f4d5c9f0e1d6f6f0f9b6a', 'hex');
const VARIANTS = '89ab';

/** The UUID of version 5 of a name (RFC 9562). A bulk call asks for thousands: the package takes four times as long for one. */
function uuidOf(name: string): string {
  // Written down, half a character would be another name's.
  if (!name.isWellFormed()) throw new Error('A name with half a character has no id');
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest('hex');
  const variant = VARIANTS[Number.parseInt(hash.charAt(16), 16) & 3];
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/**
 * The key of a customer of a tenant reseller, and the id of its copied account (S1): the same two always give the same
 * id, so that two copies of one customer cannot exist even by a race (test/races/copy.test.ts).
 */
export function sourceIdentityKey(tenantResellerId: string, sourceAccountId: string): string {
  return uuidOf(`customer:${tenantResellerId}:${sourceAccountId}`);
}

/**
 * The key of a paid subscription of a customer, whose own key this takes, and its id when it is recorded: recorded twice, it
 * is the same one, and whatever account the customer is (S26).
 */
export function sourceSubscriptionKey(customerKey: string, sourceSubscriptionId: string): string {
  return uuidOf(`subscription:${customerKey}:${sourceSubscriptionId}`);
}

/** The id of a service of the price list, which is known by its sku. */
export function serviceId(sku: string): string {
  return uuidOf(`service:${sku}`);
}

/** The id of a line of an invoice, by which a credit note names it. */
export function invoiceLineId(invoiceId: string, position: number): string {
  return uuidOf(`invoice-line:${invoiceId}:${position}`);
}

/** The id of a price list, which is known by its code. */
export function priceListId(code: string): string {
  return uuidOf(`price-list:${code}`);
}

/** The id of a relation, which is known by what it links: related twice, it is the same one (S19). */
export function relationId(accountId: string, kind: string, targetId: string): string {
  return uuidOf(`relation:${JSON.stringify([accountId, kind, targetId])}`);
}

/** A UUID in either case, of whatever version. */
export const UUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

/** The id as it is stored, or null when it cannot be the id of anything here. */
export function canonicalId(id: unknown): string | null {
  return typeof id === 'string' && UUID.test(id) ? id.toLowerCase() : null;
}

/** The key of a creation that is not to happen twice: the caller's, for one mutation. */
export function idempotencyId(caller: { kind: string; id: string }, mutation: string, key: string): string {
  return uuidOf(`idempotency:${JSON.stringify([caller.kind, caller.id, mutation, key])}`);
}
