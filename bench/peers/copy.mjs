// The limit of bulk writing: COPY of a call's customers and a merge of what was copied, in one transaction. No rule is
// asked and no trigger fires.

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { ADD_HISTORY, INCOMING, MERGE_ACCOUNTS, MERGE_IDENTITIES, MERGE_SUBSCRIPTIONS } from './copy-sql.mjs';
import { customerKey, subscriptionKey } from './identifiers.mjs';
import { openPool, serveByHand, told } from './process.mjs';
import { tokenVerifier } from './tokens.mjs';

const pool = openPool();
const prepared = new WeakSet();

serveByHand(await tokenVerifier(told.keys), async ({ tenantResellerId }, { variables }) => {
  const customers = variables.input.items.map((item) => customerOf(tenantResellerId, item));
  const outcomes = await merge(tenantResellerId, customers);
  const results = customers.map(({ id, sourceId }) => ({
    sourceAccountId: sourceId,
    outcome: outcomes.get(id),
    userErrors: [],
  }));
  return JSON.stringify({ data: { syncCustomers: { results, userErrors: [] } } });
});

async function merge(reseller, customers) {
  const client = await pool.connect();
  try {
    if (!prepared.has(client)) await client.query(INCOMING);
    prepared.add(client);
    await client.query('BEGIN');
    const lines = Readable.from([Buffer.from(customers.map(({ line }) => line).join(''))]);
    await pipeline(lines, client.query(copyFrom('COPY incoming FROM STDIN')));
    const ask = (name, text, more = []) => client.query({ name, text, values: [reseller, ...more] });
    const { rows } = await ask('accounts', MERGE_ACCOUNTS);
    await ask('identities', MERGE_IDENTITIES);
    await ask('subscriptions', MERGE_SUBSCRIPTIONS);
    const changed = rows.filter(({ outcome }) => outcome !== 'UNCHANGED');
    const [ids, outcomes] = [changed.map(({ id }) => id), changed.map(({ outcome }) => outcome)];
    if (changed.length > 0) await ask('history', ADD_HISTORY, [ids, outcomes]);
    await client.query('COMMIT');
    return new Map(rows.map(({ id, outcome }) => [id, outcome]));
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** One line of what is copied. */
function customerOf(reseller, { customer, paidSubscriptions: [paid] }) {
  const { sourceAccountId, name, accountingNo, email, billingAddress, status, sourceVersion } = customer;
  const id = customerKey(reseller, sourceAccountId);
  const words = `${name} ${accountingNo} ${email}`.toLowerCase().match(/[a-z0-9]+/g);
  const address = { line2: null, region: null, ...billingAddress };
  const values = [
    id,
    sourceAccountId,
    name,
    name.toLowerCase(),
    `{${[...new Set(words)].join(',')}}`,
    accountingNo,
    email,
    JSON.stringify(address),
    JSON.stringify(customer.synchronizationOptions),
    status,
    sourceVersion,
    subscriptionKey(id, paid.sourceSubscriptionId),
    paid.sourceSubscriptionId,
    paid.sku,
    paid.quantity,
    paid.startDate,
  ];
  return { id, sourceId: sourceAccountId, line: `${values.map(escaped).join('\t')}\n` };
}

function escaped(value) {
  return String(value).replace(
    /[\\\t\n\r]/g,
    (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign],
  );
}
