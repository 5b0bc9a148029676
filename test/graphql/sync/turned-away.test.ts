import { DomainError, RequestError, refusal } from '../../../src/domain/errors';
import { say } from '../../../src/domain/message';
import type { SyncCall } from '../../../src/services/sync/inbox';
import { SyncActivity } from '../../../src/services/sync/sync-activity';
import { syncCustomers } from '../../../src/services/sync/sync-customers';
import { aCustomer, aPaidSubscription } from '../../support/resellers';
import { aSync } from '../../support/world';

const items = Array.from({ length: 50 }, (_, at) => ({
  customer: aCustomer(`c-${at}`),
  paidSubscriptions: [aPaidSubscription()],
}));

/** A call that is answered so by the guard. */
function aCall(run: () => Promise<never>, faults: unknown[] = []): SyncCall {
  const caller = aSync('00000000-0000-4000-8000-000000000001');
  const catalog = { query: async () => [] };
  return {
    guard: { caller, run, note: run },
    resources: { syncActivity: new SyncActivity(catalog, fail) },
    reportFault: (fault) => void faults.push(fault),
  };
}

const fail = (fault: unknown): never => {
  throw fault;
};

test('a bulk call that is turned away as a whole is so at once: no item is tried alone, and none is a fault', async () => {
  let runs = 0;
  const faults: unknown[] = [];
  const run = async (): Promise<never> => {
    runs += 1;
    throw new RequestError('TEMPORARILY_UNAVAILABLE', 'Nobody waits any more.');
  };
  await expect(syncCustomers(aCall(run, faults), items)).rejects.toBeInstanceOf(RequestError);
  expect([runs, faults]).toEqual([1, []]);
});

test('one that fails for what may be one item is tried item by item', async () => {
  let runs = 0;
  const run = async (): Promise<never> => {
    runs += 1;
    throw new DomainError(refusal('INVALID_INPUT', say('input.unreadable', { field: 'x' }), []));
  };
  const results = await syncCustomers(aCall(run), items);
  // And once to note what was refused, which fails nobody.
  expect([runs, results.length]).toEqual([52, 50]);
});
