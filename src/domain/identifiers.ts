import { v5 } from 'uuid';

/** The namespace of every id that this subgraph derives; never to change, or copies would get second ids. */
const NAMESPACE = '5b1ecb4e-4a3f-4d5c-9f0e-1d6f6f0f9b6a';

/**
 * The key of a customer of a tenant reseller, and the id of its copied account (S1): the same two always give the same
 * id, so that two copies of one customer cannot exist even by a race (test/races/copy.test.ts).
 */
export function sourceIdentityKey(tenantResellerId: string, sourceAccountId: string): string {
  return v5(`customer:${tenantResellerId}:${sourceAccountId}`, NAMESPACE);
}

/**
 * The key of a paid subscription of a customer, whose own key this takes, and its id when it is recorded: recorded twice, it
 * is the same one, and whatever account the customer is (S26).
 */
export function sourceSubscriptionKey(customerKey: string, sourceSubscriptionId: string): string {
  return v5(`subscription:${customerKey}:${sourceSubscriptionId}`, NAMESPACE);
}

/** The id of a service of the price list, which is known by its sku. */
export function serviceId(sku: string): string {
  return v5(`service:${sku}`, NAMESPACE);
}

/** The id of a line of an invoice, by which a credit note names it. */
export function invoiceLineId(invoiceId: string, position: number): string {
  return v5(`invoice-line:${invoiceId}:${position}`, NAMESPACE);
}

/** The id of a price list, which is known by its code. */
export function priceListId(code: string): string {
  return v5(`price-list:${code}`, NAMESPACE);
}

/** The id of a relation, which is known by what it links: related twice, it is the same one (S19). */
export function relationId(accountId: string, kind: string, targetId: string): string {
  return v5(`relation:${JSON.stringify([accountId, kind, targetId])}`, NAMESPACE);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id as it is stored, or null when it cannot be the id of anything here. */
export function canonicalId(id: unknown): string | null {
  return typeof id === 'string' && UUID.test(id) ? id.toLowerCase() : null;
}

/** The key of a creation that is not to happen twice: the caller's, for one mutation. */
export function idempotencyId(caller: { kind: string; id: string }, mutation: string, key: string): string {
  return v5(`idempotency:${JSON.stringify([caller.kind, caller.id, mutation, key])}`, NAMESPACE);
}
