import { DomainError, RequestError, refusal } from '../../../src/domain/errors';
import { say } from '../../../src/domain/message';
import { syncCustomers } from '../../../src/services/sync/sync-customers';
import { aCustomer, aPaidSubscription } from '../../support/resellers';

const items = Array.from({ length: 50 }, (_, at) => ({
  customer: aCustomer(`c-${at}`),
  paidSubscriptions: [aPaidSubscription()],
}));

test('a bulk call that is turned away as a whole is so at once: no item is tried alone, and none is a fault', async () => {
  let runs = 0;
  const faults: unknown[] = [];
  const run = async (): Promise<never> => {
    runs += 1;
    throw new RequestError('TEMPORARILY_UNAVAILABLE', 'Nobody waits any more.');
  };
  await expect(syncCustomers(run, items, (fault) => faults.push(fault))).rejects.toBeInstanceOf(RequestError);
  expect([runs, faults]).toEqual([1, []]);
});

test('one that fails for what may be one item is tried item by item', async () => {
  let runs = 0;
  const run = async (): Promise<never> => {
    runs += 1;
    throw new DomainError(refusal('INVALID_INPUT', say('input.unreadable', { field: 'x' }), []));
  };
  const results = await syncCustomers(run, items, () => undefined);
  expect([runs, results.length]).toEqual([51, 50]);
});
