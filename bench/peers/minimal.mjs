// The limit of one write: a subscription and its line of history in a transaction, and nothing is asked first.
import { customerKey, subscriptionKey, uuidOf } from './identifiers.mjs';
import { openPool, serveByHand, told } from './process.mjs';
import { tokenVerifier } from './tokens.mjs';

const pool = openPool();

const ADD_SUBSCRIPTION = `INSERT INTO subscriptions (account_id, id, service_id, quantities, quantity, unit_price, currency,
    billing_period, start_date, tenant_reseller_id, source_subscription_id, source_key)
  VALUES ($1, $2, $3, $4, $5, 12.50, 'EUR', $6, $7, $8, $9, $2)`;
const ADD_HISTORY = `INSERT INTO account_history (account_id, kind, text, actor) VALUES ($1, 'SOLD', $2, $3)`;

serveByHand(await tokenVerifier(told.keys), async (caller, { variables }) => {
  const { customer, subscription } = variables.input;
  const accountId = customerKey(caller.tenantResellerId, customer.sourceAccountId);
  const id = subscriptionKey(accountId, subscription.sourceSubscriptionId);
  const { sku, quantity, billingPeriod, startDate, sourceSubscriptionId } = subscription;
  await inTransaction(async (ask) => {
    const steps = JSON.stringify([{ from: startDate, quantity }]);
    const sold = [steps, quantity, billingPeriod, startDate, caller.tenantResellerId, sourceSubscriptionId];
    await ask('subscription', ADD_SUBSCRIPTION, [accountId, id, uuidOf(`service:${sku}`), ...sold]);
    const text = `Subscription to ${quantity} × ${sku} from ${startDate}`;
    await ask('history', ADD_HISTORY, [accountId, text, caller.id]);
  });
  const answer = {
    outcome: 'UNCHANGED',
    account: { id: accountId },
    subscription: { id, sourceSubscriptionId },
    userErrors: [],
  };
  return JSON.stringify({ data: { recordPaidSubscription: answer } });
});

async function inTransaction(work) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work((name, text, values) => client.query({ name, text, values }));
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
