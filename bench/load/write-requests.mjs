import { isLivingCopy, paidSubscription, RESELLERS, resellerOf, snapshotOf } from '../data/customers.mjs';
import { record, sync } from './operations.mjs';

export const PER_CALL = 500;
/** Calls of one wave, and the resellers that send them by turns. */
const CALLS = 8;
const SENDING = 4;

/** What one reseller after the other sends of customers of a round: new, changed and once more the same. */
export function syncWave(tokens, round, { version, outcome, customers = PER_CALL }, calls = CALLS) {
  return Array.from({ length: calls }, (_, call) => {
    const items = Array.from({ length: customers }, (__, at) => newCustomer(`${round}-${call}-${at}`, at, version));
    const sourceIds = items.map(({ customer }) => customer.sourceAccountId);
    return { token: turnOf(tokens, call % SENDING, round), body: sync(items), expected: { outcome, sourceIds } };
  });
}

function newCustomer(name, at, version) {
  const customer = {
    ...snapshotOf(at),
    sourceAccountId: `new-${name}`,
    name: `Newcomer ${name} v${version}`,
    email: `new-${name}@customers.example`,
    sourceVersion: String(version),
  };
  return { customer, paidSubscriptions: [paidSubscription(`first-${name}`)] };
}

/** Further subscriptions of seeded customers of all resellers; what is sent of the customer is what is here. */
export function recordWave(tokens, round, count, accounts) {
  const requests = [];
  for (let n = 1 + 2 * count * round; requests.length < count; n += 2) {
    const known = 1 + ((n - 1) % (accounts - RESELLERS - 1));
    if (!isLivingCopy(known)) continue;
    const sourceSubscriptionId = `more-${round}-${requests.length}`;
    const body = record(snapshotOf(known), paidSubscription(sourceSubscriptionId));
    const token = turnOf(tokens, resellerOf(known), requests.length);
    requests.push({ token, body, expected: { outcome: 'UNCHANGED', sourceSubscriptionId } });
  }
  return requests;
}

function turnOf(tokens, reseller, turn) {
  return tokens[reseller][turn % tokens[reseller].length];
}
