import { createHash } from 'node:crypto';
import { isLivingCopy, paidSubscription, RESELLERS, snapshotOf } from '../../data/customers.mjs';
import { sync } from '../../load/operations.mjs';

/** What one customer has beside itself. */
export const SUBSCRIPTIONS_OF_A_CUSTOMER = 2;

/** Customer `n` of a reseller as its service sends it: the same bytes for the same version, but for what `edit` changes. */
export function itemOf(reseller, n, { version, edit = 0, withSubscriptions = true }) {
  const name = `${reseller}-${n}`;
  const customer = {
    ...snapshotOf(2 * n + 1),
    sourceAccountId: `scale-${name}`,
    name: `${nameOf(name)} ${name}${edit === 0 ? '' : ` v${edit}`}`,
    email: `scale-${name}@customers.example`,
    sourceVersion: String(version),
  };
  const paidSubscriptions = Array.from({ length: withSubscriptions ? SUBSCRIPTIONS_OF_A_CUSTOMER : 0 }, (_, nth) =>
    paidSubscription(`sub-${name}-${nth}`),
  );
  return { customer, paidSubscriptions };
}

/** So many customers that the seed gave to a reseller, as they are there but for the version. */
export function seededItems(reseller, count, version) {
  const items = [];
  for (let h = reseller; items.length < count; h += RESELLERS) {
    const n = 2 * h + 1;
    if (!isLivingCopy(n)) continue;
    items.push({ customer: { ...snapshotOf(n), sourceVersion: String(version) }, paidSubscriptions: [] });
  }
  return items;
}

/** One call with these customers of a reseller, and what each of them is to be answered. */
export function callOf({ token, reseller, numbers, outcome, ...how }) {
  const items = numbers.map((n) => itemOf(reseller, n, how));
  const sourceIds = items.map(({ customer }) => customer.sourceAccountId);
  return { token, body: sync(items), expected: { outcome, sourceIds } };
}

/** Names of some length that are all different. */
function nameOf(text) {
  return `Customer ${createHash('md5').update(text).digest('hex').slice(0, 8)}`;
}
