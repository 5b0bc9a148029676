// How the peers with pg read: a statement for all that is asked for at once, each prepared.
import { knownIds, WHOLE_BY_IDS, WHOLE_PAGE } from './account-sql.mjs';
import { openPool } from './process.mjs';

const pool = openPool();

async function named(name, text, values) {
  return (await pool.query({ name, text, values })).rows;
}

const ofCaller = ({ id, groups, isAdministrator }) => [id, groups, isAdministrator];

function accountsOf(rows) {
  const accounts = rows.filter(({ access }) => access !== null);
  for (const one of accounts) {
    one.manager = one.manager_name === null ? null : { id: one.managerId, name: one.manager_name };
  }
  return accounts;
}

/** In the order of the ids; what is unknown or hidden has its id alone. */
export async function readAccounts(caller, ids) {
  const rows = await named('accounts', WHOLE_BY_IDS, [knownIds(ids), ...ofCaller(caller)]);
  const byId = new Map(accountsOf(rows).map((one) => [one.id, one]));
  return ids.map((id) => byId.get(id) ?? { id });
}

export async function readPage(caller, limit) {
  return accountsOf(await named('page', WHOLE_PAGE, [limit, ...ofCaller(caller)]));
}

export async function readRules(ids) {
  const rows = await named('rules', 'SELECT id, name FROM permission_rules WHERE id = ANY ($1::uuid[])', [ids]);
  const byId = new Map(rows.map((one) => [one.id, one]));
  return ids.map((id) => byId.get(id) ?? null);
}

export async function readSubscriptions(accountIds) {
  const rows = await named(
    'subscriptions',
    `SELECT s.account_id, s.id, json_build_object('sku', v.sku, 'name', v.name) AS service, s.quantity,
       s.unit_price AS "unitPrice", s.currency, s.billing_period AS "billingPeriod", s.start_date::text AS "startDate",
       s.end_date::text AS "endDate", s.source_subscription_id AS "sourceSubscriptionId"
     FROM subscriptions s JOIN services v ON v.id = s.service_id
     WHERE s.account_id = ANY ($1::uuid[]) ORDER BY s.start_date, s.id`,
    [accountIds],
  );
  return byAccount(accountIds, rows);
}

export async function readHistory(accountIds) {
  const rows = await named(
    'history',
    `SELECT account_id, id, at, kind, text, actor FROM account_history
     WHERE account_id = ANY ($1::uuid[]) ORDER BY at DESC, id DESC`,
    [accountIds],
  );
  return byAccount(accountIds, rows);
}

function byAccount(ids, rows) {
  const lists = new Map(ids.map((id) => [id, []]));
  for (const row of rows) lists.get(row.account_id).push(row);
  return ids.map((id) => lists.get(id));
}
