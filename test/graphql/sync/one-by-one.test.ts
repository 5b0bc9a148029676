import type { Caller } from '../../../src/domain/caller';
import { DomainError, type Refusal, RefusedCall, RequestError, refusal } from '../../../src/domain/errors';
import { say } from '../../../src/domain/message';
import type { GuardPass } from '../../../src/persistence/pass/guard-pass';
import { eachForItself } from '../../../src/services/bulk/each-for-itself';

/** What an item comes to when the set of all has failed: done, or this. */
type Fate = 'done' | Error;

const RETRYABLE = say('unavailable.nothingChanged');
const suspended = new RefusedCall(refusal('RESELLER_SUSPENDED', RETRYABLE, ['input'], { retryable: true }));
const unknown = new DomainError(refusal('OUTCOME_UNKNOWN', RETRYABLE, []));
const away = new DomainError(refusal('TEMPORARILY_UNAVAILABLE', RETRYABLE, [], { retryable: true }));
const turnedAway = new RequestError('FORBIDDEN', 'not known here');
const rejected = new DomainError(refusal('FIELD_LOCKED', RETRYABLE, ['input']));

async function outcomesOf(fates: readonly Fate[]): Promise<{ outcomes: readonly string[]; faults: unknown[] }> {
  const faults: unknown[] = [];
  const pass = { isDryRun: false, transaction: { query: async () => [] } } as unknown as GuardPass<Caller>;
  const outcomes = await eachForItself(
    {
      run: (work) => work(pass),
      together: async (_pass, items: readonly Fate[]) => {
        if (items.length > 1) throw new Error('one of them fails all');
        return items.map((fate) => {
          if (fate !== 'done') throw fate;
          return fate;
        });
      },
      refused: (refusals: readonly Refusal[]) => refusals.map(({ code }) => code).join(),
      onFault: (fault) => void faults.push(fault),
    },
    fates,
  );
  return { outcomes, faults };
}

const LATER = 'TEMPORARILY_UNAVAILABLE';
const fault = new Error('ours');

test.each<[string, Fate[], string[], unknown[]]>([
  ['done', ['done', 'done'], ['done', 'done'], []],
  ['refused for itself', ['done', rejected, 'done'], ['done', 'FIELD_LOCKED', 'done'], []],
  ['at fault of ours for itself', ['done', fault, 'done'], ['done', LATER, 'done'], [fault]],
  ['not known', [unknown, 'done'], ['OUTCOME_UNKNOWN', LATER], []],
  ['without a database', ['done', away, 'done'], ['done', LATER, LATER], []],
  [
    'refused with the call, once some of it is done',
    ['done', suspended, 'done', 'done'],
    ['done', 'RESELLER_SUSPENDED', 'RESELLER_SUSPENDED', 'RESELLER_SUSPENDED'],
    [],
  ],
  ['turned away with the call, once some of it is done', ['done', turnedAway, 'done'], ['done', LATER, LATER], []],
])('one by one, an item may be %s', async (_what, fates, outcomes, faults) => {
  expect(await outcomesOf(fates)).toEqual({ outcomes, faults });
});

test.each([
  ['refused', suspended],
  ['turned away', turnedAway],
])('a call that is %s before any of it was done is so as a whole', async (_what, error) => {
  await expect(outcomesOf([error, 'done'])).rejects.toBe(error);
});
