import fc from 'fast-check';
import { type Refusal, refusal } from '../../../src/domain/errors';
import { sourceIdentityKey, sourceSubscriptionKey } from '../../../src/domain/identifiers';
import { say } from '../../../src/domain/message';
import { type EventOutcome, inboxNotes, mayReadInbox } from '../../../src/domain/sync/inbox';

const ALPHA = '00000000-0000-4000-8000-00000000000a';
const customer = (id: string) => sourceIdentityKey(ALPHA, id);
const subscription = (id: string, of: string) => sourceSubscriptionKey(customer(id), of);

const no = (path: readonly string[], more: Partial<Refusal> = {}) => ({
  ...refusal('INVALID_INPUT', say('input.nul', { field: 'x' }), path),
  ...more,
});
const PATH = ['input', 'items', '0'];

function anEvent(sourceAccountId: string, more: Partial<EventOutcome> = {}, subscriptions: readonly string[] = []) {
  const named = subscriptions.map((sourceSubscriptionId, at) => ({
    sourceSubscriptionId,
    path: [...PATH, 'paidSubscriptions', String(at)],
  }));
  const event = { sourceAccountId, subscriptions: named };
  return { event, refusals: [], outcome: 'APPLIED' as const, recorded: [], ...more };
}
const refused = (
  id: string,
  path: readonly string[],
  subscriptions: readonly string[] = [],
  more: Partial<Refusal> = {},
) => anEvent(id, { refusals: [no(path, more)], outcome: 'REJECTED' }, subscriptions);

/** The subjects that are open, all of the customer `c`. */
const notes = (events: readonly EventOutcome[], ...open: string[]) =>
  inboxNotes(ALPHA, events, new Map(open.length === 0 ? [] : [[customer('c'), new Set(open)]]));

describe('a refusal is noted', () => {
  test.each<[string, readonly string[], string | null]>([
    ['of the customer', [...PATH, 'customer', 'name'], null],
    ['of the list of subscriptions', [...PATH, 'paidSubscriptions'], null],
    ['of the first subscription', [...PATH, 'paidSubscriptions', '0', 'sku'], 'one'],
    ['of the second subscription itself', [...PATH, 'paidSubscriptions', '1'], 'two'],
    ['of the eleventh, which is none of these', [...PATH, 'paidSubscriptions', '10', 'sku'], null],
  ])('under whose path it stands: %s', (_whose, path, sourceSubscriptionId) => {
    const { refused: noted, taken } = notes([refused('c', path, ['one', 'two'])]);
    expect(taken).toEqual([]);
    expect(noted).toEqual([
      {
        subjectKey: sourceSubscriptionId === null ? customer('c') : subscription('c', sourceSubscriptionId),
        customerKey: customer('c'),
        sourceAccountId: 'c',
        sourceSubscriptionId,
        code: 'INVALID_INPUT',
        message: expect.stringContaining('NUL'),
        path,
        count: 1,
        isTaken: false,
      },
    ]);
  });

  test('by its first error alone', () => {
    const both = [no([...PATH, 'paidSubscriptions', '0']), no([...PATH, 'customer'])];
    const { refused: noted } = notes([anEvent('c', { refusals: both, outcome: 'REJECTED' }, ['one'])]);
    expect(noted.map(({ sourceSubscriptionId }) => sourceSubscriptionId)).toEqual(['one']);
  });

  test('as the last of several of the same, which are counted', () => {
    const { refused: noted } = notes([refused('c', ['first']), refused('c', ['last']), refused('d', ['first'])]);
    expect(noted).toMatchObject([
      { sourceAccountId: 'c', path: ['last'], count: 2 },
      { sourceAccountId: 'd', path: ['first'], count: 1 },
    ]);
  });

  test('under the id as it is stored', () => {
    const { refused: noted } = notes([refused('e\u0301', ['x'])]);
    expect(noted).toMatchObject([{ sourceAccountId: 'é', subjectKey: customer('é') }]);
  });

  test.each([' ', '', 'a\0', '\ud800', 'x'.repeat(1001)])('but under no id that is none: %j', (id) => {
    expect(notes([refused(id, ['x'])]).refused).toEqual([]);
    expect(notes([refused('c', [...PATH, 'paidSubscriptions', '0'], [id])]).refused).toEqual([]);
    expect(notes([refused('c', [...PATH, 'customer'], [id])]).refused).toHaveLength(1);
  });

  test('but not one that is to be sent again', () => {
    expect(notes([refused('c', ['x'], [], { retryable: true })])).toEqual({ refused: [], taken: [] });
    expect(notes([refused('c', ['x'], [], { retryable: false })]).refused).toHaveLength(1);
  });
});

describe('what was open is taken', () => {
  test.each(['CREATED', 'APPLIED', 'UNCHANGED'] as const)('of a customer by an event that is %s', (outcome) => {
    expect(notes([anEvent('c', { outcome })], customer('c')).taken).toEqual([customer('c')]);
  });

  test.each(['STALE', null] as const)('but not of a customer by one that is %s', (outcome) => {
    expect(notes([anEvent('c', { outcome })], customer('c')).taken).toEqual([]);
  });

  test('of the subscriptions that are recorded, whatever the snapshot is', () => {
    const open = ['one', 'two'].map((id) => subscription('c', id));
    const recorded = anEvent('c', { outcome: 'STALE', recorded: ['one'] });
    expect(notes([recorded], ...open, customer('c')).taken).toEqual([subscription('c', 'one')]);
  });

  test('and nothing that was not open', () => {
    const recorded = anEvent('c', { outcome: 'CREATED', recorded: ['one'] });
    expect(notes([recorded])).toEqual({ refused: [], taken: [] });
    expect(notes([recorded], subscription('c', 'two'))).toEqual({ refused: [], taken: [] });
  });

  test('under the id as it is stored', () => {
    const recorded = anEvent('e\u0301', { recorded: ['a\u030a'] });
    const open = new Map([[customer('é'), new Set([subscription('é', 'å')])]]);
    expect(inboxNotes(ALPHA, [recorded], open).taken).toEqual([subscription('é', 'å')]);
  });

  test('which is not looked for among the subscriptions of a customer of whom nothing is open', () => {
    const asked: string[] = [];
    const event = (id: string): EventOutcome => ({
      ...anEvent(id),
      get recorded() {
        asked.push(id);
        return ['s'];
      },
    });
    notes([event('a'), refused('b', ['x']), event('b'), event('c'), event('d')], subscription('c', 's'));
    expect(asked).toEqual(['b', 'c']);
  });

  test('unless the same is refused later in the call', () => {
    expect(notes([anEvent('c'), refused('c', ['x'])], customer('c'))).toMatchObject({
      refused: [{ isTaken: false }],
      taken: [],
    });
  });

  test('also what was refused earlier in the call', () => {
    expect(notes([refused('c', ['x']), anEvent('c')])).toMatchObject({
      refused: [{ isTaken: true, count: 1 }],
      taken: [],
    });
    expect(notes([refused('c', ['x']), anEvent('c'), refused('c', ['y'])])).toMatchObject({
      refused: [{ isTaken: false, count: 2, path: ['y'] }],
    });
  });
});

test('whatever comes in whatever order: a subject is open in the end as its last event that says something of it was', () => {
  const event = fc.record({
    id: fc.constantFrom('a', 'b'),
    of: fc.constantFrom(null, 's', 't'),
    isRefused: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), fc.boolean(), (sent, wasOpen) => {
      const keys = ['a', 'b'].flatMap((id) => [customer(id), ...['s', 't'].map((of) => subscription(id, of))]);
      const before = new Set(wasOpen ? keys : []);
      const open = new Map(
        ['a', 'b'].map((id) => [
          customer(id),
          new Set([customer(id), ...['s', 't'].map((of) => subscription(id, of))]),
        ]),
      );
      const model = new Set(before);
      const events = sent.map(({ id, of, isRefused }) => {
        const key = of === null ? customer(id) : subscription(id, of);
        if (isRefused) model.add(key);
        else model.delete(key);
        if (isRefused)
          return refused(id, of === null ? ['x'] : [...PATH, 'paidSubscriptions', '0'], of === null ? [] : [of]);
        return anEvent(id, { outcome: of === null ? 'APPLIED' : 'STALE', recorded: of === null ? [] : [of] });
      });
      const { refused: noted, taken } = inboxNotes(ALPHA, events, wasOpen ? open : new Map());
      const after = new Set(before);
      for (const key of taken) after.delete(key);
      for (const { subjectKey, isTaken } of noted) {
        if (isTaken) after.delete(subjectKey);
        else after.add(subjectKey);
      }
      expect([...after].sort()).toEqual([...model].sort());
    }),
  );
});

test.each([
  ['an administrator', { kind: 'ADMINISTRATOR', id: 'r', groups: [] }, true],
  ['a user', { kind: 'DISTRIBUTOR_USER', id: 'r', groups: [] }, false],
  ['its sync', { kind: 'RESELLER_SYNC', id: 'r', tenantResellerId: ALPHA }, true],
  ['another one’s sync', { kind: 'RESELLER_SYNC', id: 'r', tenantResellerId: ALPHA.replace(/a$/, 'b') }, false],
] as const)('the inbox is read by %s: %j', (_who, caller, may) => {
  expect(mayReadInbox(caller, ALPHA)).toBe(may);
});
