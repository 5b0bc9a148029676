import { createHash } from 'node:crypto';

const NAMESPACE = Buffer.from('5b1ecb4e4a3f4d5c9f0e1d6f6f0f9b6a', 'hex');

/** The UUID of version 5 that the product gives what a reseller names. */
export function uuidOf(name) {
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash[6] = (hash[6] & 15) | 80;
  hash[8] = (hash[8] & 63) | 128;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function customerKey(tenantResellerId, sourceAccountId) {
  return uuidOf(`customer:${tenantResellerId}:${sourceAccountId}`);
}

export function subscriptionKey(key, sourceSubscriptionId) {
  return uuidOf(`subscription:${key}:${sourceSubscriptionId}`);
}
