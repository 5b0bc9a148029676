import assert from 'node:assert/strict';

/** What a test asks the server itself, beside the browser. */
export async function ask(url, token, query, variables = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data;
}

/** A customer of the reseller, copied as its BSS would do it. */
export async function copyCustomer({ url, sync, sku }) {
  const { results } = await sendCustomer({ url, sync }, 'ALFKI', sku);
  assert.deepEqual(results, [{ outcome: 'CREATED' }]);
}

/** A customer who bought what nobody offers: it is refused, and stands in the reseller's inbox. */
export async function sendRefusedCustomer({ url, sync }) {
  const { results } = await sendCustomer({ url, sync }, 'BLONP', 'nothing-of-the-kind');
  assert.deepEqual(results, [{ outcome: 'REJECTED' }]);
}

async function sendCustomer({ url, sync }, sourceAccountId, sku) {
  const item = {
    customer: {
      sourceAccountId,
      sourceVersion: '1',
      name: sourceAccountId === 'ALFKI' ? 'Alfreds Futterkiste' : sourceAccountId,
      email: 'orders@futter.example',
      status: 'ACTIVE',
    },
    paidSubscriptions: [
      { sourceSubscriptionId: 'seats', sku, quantity: 1, billingPeriod: 'MONTHLY', startDate: '2026-01-31' },
    ],
  };
  const query = 'mutation ($input: SyncCustomersInput!) { syncCustomers(input: $input) { results { outcome } } }';
  return (await ask(url, sync, query, { input: { items: [item] } })).syncCustomers;
}
