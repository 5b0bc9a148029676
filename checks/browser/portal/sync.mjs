import assert from 'node:assert/strict';

const CUSTOMERS = `mutation Sync($input: SyncCustomersInput!) { syncCustomers(input: $input) {
  results { outcome account { id name } userErrors { code message } subscriptionResults { outcome userErrors { code message } } }
  userErrors { code message } } }`;
const DELETE = `mutation SyncDelete($input: DeleteManagedAccountInput!) { deleteManagedAccount(input: $input) {
  outcome account { id } userErrors { code message } } }`;

/**
 * What resellers send. `sync(reseller, changes, paidSubscriptions)` sends the next state of a customer: that of
 * `changes.sourceAccountId` (alpha's copied one, if it is left out) as it was sent last, with the changes; the one result is
 * given, whose outcome is for the caller to look at. `sync.delete(reseller, sourceAccountId)` says that the customer is gone.
 */
export function syncOf(world) {
  const last = new Map();
  let version = 0;
  const sync = async (reseller, changes = {}, paidSubscriptions = []) => {
    const { sourceAccountId = 'ALFKI' } = changes;
    const key = `${reseller.id} ${sourceAccountId}`;
    version += 1;
    const customer = {
      status: 'ACTIVE',
      ...last.get(key),
      sourceAccountId,
      ...changes,
      sourceVersion: String(version),
    };
    last.set(key, customer);
    const input = { items: [{ customer, paidSubscriptions }] };
    const { syncCustomers } = await world.ask(`sync-${reseller.id}`, CUSTOMERS, { input });
    assert.deepEqual(syncCustomers.userErrors, []);
    return syncCustomers.results[0];
  };
  sync.delete = async (reseller, sourceAccountId) => {
    version += 1;
    const input = { sourceAccountId, sourceVersion: String(version) };
    const { deleteManagedAccount } = await world.ask(`sync-${reseller.id}`, DELETE, { input });
    assert.deepEqual(deleteManagedAccount.userErrors, []);
  };
  return sync;
}
