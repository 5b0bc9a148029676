import { parse } from '../../../src/domain/input';
import { idsOfNone, mappingInput, planMapping } from '../../../src/domain/resellers/transfer-mapping';

const ONE = '0197a000-0000-7000-8000-000000000a01';
const TWO = '0197a000-0000-7000-8000-000000000a02';
const NOBODY = '0197a000-0000-7000-8000-0000000000ff';
const TODAY = '2026-03-31';
const PATH = ['input', 'accounts', '0', 'subscriptions'];

type Mapping = readonly (readonly [subscriptionId: string, sourceSubscriptionId: string])[];

/** The mapping of an account with two subscriptions, which run unless told otherwise. */
function plan(mapping: Mapping, endDates: readonly [string | null, string | null] = [null, null]) {
  const known = [
    { id: ONE, endDate: endDates[0] },
    { id: TWO, endDate: endDates[1] },
  ];
  const sent = mapping.map(([subscriptionId, sourceSubscriptionId]) => ({ subscriptionId, sourceSubscriptionId }));
  const read = parse(mappingInput, sent, PATH);
  return read.refusals ? { mapped: [], refusals: read.refusals } : planMapping(known, read.value, TODAY, PATH);
}

const mappedTo = (mapping: Mapping) =>
  mapping.map(([subscriptionId, sourceSubscriptionId]) => ({ subscriptionId, sourceSubscriptionId }));

describe('S24: a mapping is taken', () => {
  test.each<[string, Mapping, [string | null, string | null]]>([
    [
      'of all that run',
      [
        [ONE, 's-1'],
        [TWO, 's-2'],
      ],
      [null, null],
    ],
    ['without those that have ended', [[ONE, 's-1']], [null, '2026-03-30']],
    [
      'with those that have ended',
      [
        [ONE, 's-1'],
        [TWO, 's-2'],
      ],
      [null, '2026-03-30'],
    ],
    ['of nothing, when nothing runs', [], ['2026-03-30', '2020-01-01']],
  ])('%s', (_what, mapping, endDates) => {
    expect(plan(mapping, endDates)).toMatchObject({ mapped: mappedTo(mapping), refusals: [] });
  });

  test('with an id in any case, stored as it is here, and a source id as it is stored', () => {
    const sent = [
      [ONE.toUpperCase(), 's-1'],
      [TWO, 'e\u0301'],
    ] as const;
    expect(plan(sent)).toMatchObject({
      mapped: mappedTo([
        [ONE, 's-1'],
        [TWO, '\u00e9'],
      ]),
      refusals: [],
    });
  });
});

describe('S24: a mapping is refused', () => {
  const missing = (...ids: string[]) => ({
    code: 'INVALID_INPUT',
    message: `Subscriptions must name every active subscription; missing: ${ids.join(', ')}`,
    path: PATH,
  });
  const unknown = (at: string) => ({
    code: 'NOT_FOUND',
    message: 'The account has no subscription of this id.',
    path: [...PATH, at, 'subscriptionId'],
  });
  const twice = (at: string) => ({
    code: 'INVALID_INPUT',
    message: 'Subscriptions must be named once',
    path: [...PATH, at],
  });
  const blank = (at: string) => ({
    code: 'INVALID_INPUT',
    message: 'Source subscription id must not be blank',
    path: [...PATH, at, 'sourceSubscriptionId'],
  });

  test.each<[string, Mapping, object[]]>([
    ['that leaves one out', [[TWO, 's-2']], [missing(ONE)]],
    ['that leaves all out', [], [missing(ONE, TWO)]],
    [
      'of a subscription that the account has not',
      [
        [ONE, 's-1'],
        [TWO, 's-2'],
        [NOBODY, 's-3'],
      ],
      [unknown('2')],
    ],
    ['of an id that is none, whatever else is missing', [['subscription-7', 's-1']], [unknown('0')]],
    [
      'that names a subscription twice',
      [
        [ONE, 's-1'],
        [TWO, 's-2'],
        [ONE, 's-3'],
      ],
      [twice('2')],
    ],
    [
      'that names a source id twice',
      [
        [ONE, 's-1'],
        [TWO, 's-1'],
      ],
      [twice('1')],
    ],
    [
      'with blank source ids, before anything is looked up',
      [
        [ONE, ' '],
        [NOBODY, 's-2'],
        [TWO, ''],
      ],
      [blank('0'), blank('2')],
    ],
  ])('%s', (_what, mapping, refusals) => {
    expect(plan(mapping).refusals).toMatchObject(refusals);
  });

  test.each([
    ['runs on', null],
    ['ends today', TODAY],
    ['ends later', '2026-04-01'],
  ])('without one that %s', (_what, endDate) => {
    expect(plan([[ONE, 's-1']], [null, endDate]).refusals).toMatchObject([missing(TWO)]);
  });
});

test('S24: ids that no subscription can have are told by their places, whatever the account has', () => {
  const sent = [ONE, 'subscription-7', NOBODY, ''].map((subscriptionId) => ({ subscriptionId }));
  expect(idsOfNone(sent, PATH)).toMatchObject(
    ['1', '3'].map((at) => ({ code: 'NOT_FOUND', path: [...PATH, at, 'subscriptionId'] })),
  );
});
