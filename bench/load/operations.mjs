// The operations that are measured, the same bytes to every server.

const STANDING = 'id name status managedByReseller { ribbon } lockedFields allowedActions';
const SUBSCRIPTION = `id service { sku name } quantity unitPrice currency billingPeriod startDate endDate status
  sourceSubscriptionId`;

const ENTITIES = `query Entities($keys: [_Any!]!) { _entities(representations: $keys) { ... on Account { ${STANDING} } } }`;
const ACCOUNTS = `query Accounts($first: Int!) {
  accounts(first: $first) { edges { node { ${STANDING} } } pageInfo { hasNextPage } }
}`;
const AFTER = `query Accounts($first: Int!, $after: String) {
  accounts(first: $first, after: $after) { edges { node { ${STANDING} } } pageInfo { hasNextPage endCursor } }
}`;
const FOUND = `query Accounts($first: Int!, $search: String) {
  accounts(first: $first, filter: { search: $search }) { edges { node { ${STANDING} } } pageInfo { hasNextPage } }
}`;
const ACCOUNT = `query Account($id: ID!) {
  account(id: $id) {
    id name accountingNo email billingAddress { line1 line2 city region postalCode country } status currency
    enableOrdering separateInvoices parent { id name } billTo { id name } responsibleUser { id } permissionRule { id name }
    synchronizationOptions { systemCode key value readOnly } createdAt updatedAt revision
    managedByReseller { reseller { id name } ribbon sourceAccountId sourceVersion origin managedSince lastSyncedAt }
    lockedFields allowedActions
    subscriptions { edges { node { ${SUBSCRIPTION} } } pageInfo { hasNextPage } }
    history { edges { node { id at kind text actor } } pageInfo { hasNextPage } }
  }
}`;
const SYNC = `mutation Sync($input: SyncCustomersInput!) {
  syncCustomers(input: $input) { results { sourceAccountId outcome userErrors { code } } userErrors { code } }
}`;
const RECORD = `mutation Record($input: RecordPaidSubscriptionInput!) {
  recordPaidSubscription(input: $input) {
    outcome account { id } subscription { id sourceSubscriptionId } userErrors { code }
  }
}`;

const body = (operationName, query, variables) => JSON.stringify({ operationName, query, variables });

export const entities = (ids) => body('Entities', ENTITIES, { keys: ids.map((id) => ({ __typename: 'Account', id })) });
export const account = (id) => body('Account', ACCOUNT, { id });
export const accounts = (first) => body('Accounts', ACCOUNTS, { first });
export const accountsAfter = (first, after) => body('Accounts', AFTER, { first, after });
export const accountsFound = (first, search) => body('Accounts', FOUND, { first, search });
export const sync = (items) => body('Sync', SYNC, { input: { items } });
export const record = (customer, subscription) => body('Record', RECORD, { input: { customer, subscription } });
