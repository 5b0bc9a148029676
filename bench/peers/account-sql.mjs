// The statements of the peers that write SQL. $1 is what is asked for, $2 to $4 the caller: id, groups, administrator.

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function knownIds(ids) {
  return [...new Set(ids.filter((id) => UUID.test(id)))];
}

const GRANTS_OF_CALLER = `(g.principal = 'USER' AND g.principal_id = $2 OR g.principal = 'GROUP' AND g.principal_id = ANY ($3::text[]))`;

/** 1 to 3; null: the account does not exist for the caller. */
export const accessTo = (account) => `CASE WHEN $4::boolean OR ${account}.responsible_user_id = $2 THEN 3 ELSE (
  SELECT max(CASE g.access WHEN 'FULL' THEN 3 WHEN 'EDIT' THEN 2 ELSE 1 END) FROM permission_grants g
  WHERE g.permission_rule_id = ${account}.permission_rule_id AND ${GRANTS_OF_CALLER}) END`;

/** What the policy asks about. */
const STANDING = `a.id, a.name, a.status, m.name AS manager_name, ${accessTo('a')} AS access, o.id IS NOT NULL AS "isResellersOwn",
  o.id IS NOT NULL AND EXISTS (SELECT FROM accounts b WHERE b.bill_to_id = a.id AND b.id <> a.id) AS "paysForOthers"`;

const REST = `a.accounting_no AS "accountingNo", a.email, a.billing_address AS "billingAddress", a.currency,
  a.synchronization_options AS "synchronizationOptions", a.enable_ordering AS "enableOrdering", a.revision,
  a.separate_invoices AS "separateInvoices", a.parent_id AS "parentId", a.bill_to_id AS "billToId",
  a.responsible_user_id AS "responsibleUserId", a.permission_rule_id AS "permissionRuleId", m.id AS "managerId",
  a.source_account_id AS "sourceAccountId", a.source_version AS "sourceVersion", a.origin,
  a.managed_since AS "managedSince", a.last_synced_at AS "lastSyncedAt", a.created_at AS "createdAt",
  a.updated_at AS "updatedAt"`;

const FROM = `accounts a LEFT JOIN tenant_resellers m ON m.id = a.tenant_reseller_id LEFT JOIN tenant_resellers o ON o.account_id = a.id`;

const VISIBLE = `a.status <> 'DELETED' AND ($4::boolean OR a.responsible_user_id = $2 OR a.permission_rule_id IN (
  SELECT g.permission_rule_id FROM permission_grants g WHERE ${GRANTS_OF_CALLER}))`;

const byIds = (columns, more = '') => `SELECT ${columns} FROM ${FROM} ${more} WHERE a.id = ANY ($1::uuid[])`;
const page = (columns) => `SELECT ${columns} FROM ${FROM} WHERE ${VISIBLE} ORDER BY a.sort_name, a.id LIMIT $1`;

export const STANDING_BY_IDS = byIds(STANDING);
export const STANDING_PAGE = page(STANDING);
export const WHOLE_BY_IDS = byIds(`${STANDING}, ${REST}`);
export const WHOLE_PAGE = page(`${STANDING}, ${REST}`);

const ISO = (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An account with its lists in one statement: Postgres writes their JSON. */
export const ALL_OF_ONE = byIds(
  `${STANDING}, ${REST}, r.name AS "ruleName", p.name AS "parentName", ${accessTo('p')} AS "parentAccess",
  b.name AS "billToName", ${accessTo('b')} AS "billToAccess",
  (SELECT json_agg(json_build_object('node', json_build_object('id', s.id, 'service', json_build_object('sku', v.sku, 'name', v.name),
      'quantity', s.quantity, 'unitPrice', s.unit_price::text, 'currency', s.currency, 'billingPeriod', s.billing_period,
      'startDate', s.start_date, 'endDate', s.end_date, 'status', CASE WHEN s.end_date IS NULL THEN 'ACTIVE' ELSE 'CANCELLED' END,
      'sourceSubscriptionId', s.source_subscription_id)))::text
    FROM (SELECT * FROM subscriptions WHERE account_id = a.id ORDER BY start_date, id LIMIT 51) s JOIN services v ON v.id = s.service_id
  ) AS subscriptions,
  (SELECT json_agg(json_build_object('node', json_build_object('id', h.id, 'at', ${ISO('h.at')}, 'kind', h.kind, 'text', h.text,
      'actor', h.actor)))::text
    FROM (SELECT * FROM account_history WHERE account_id = a.id ORDER BY at DESC, id DESC LIMIT 51) h) AS history`,
  `LEFT JOIN permission_rules r ON r.id = a.permission_rule_id LEFT JOIN accounts p ON p.id = a.parent_id
   LEFT JOIN accounts b ON b.id = a.bill_to_id`,
);
