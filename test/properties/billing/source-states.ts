import fc from 'fast-check';
import {
  BILLING_PERIODS,
  type BillingPeriod,
  type Day,
  daysAfter,
  daysBetween,
  MONTHS,
  monthsAfter,
} from './billing-calendar';
import type { State, Step } from './billing-model';

/** What a source's subscriptions have been through: a state for each version, the last of which is the truth. */
export interface SourceSubscription {
  readonly customer: SourceCustomer;
  readonly sourceSubscriptionId: string;
  readonly sku: string;
  readonly billingPeriod: BillingPeriod;
  /** In the order of versions. */
  readonly states: readonly Version[];
}

export interface SourceCustomer {
  /** Which of CURRENCIES' resellers it belongs to; of an account of the distributor's own, whose currency it has. */
  readonly reseller: number;
  readonly sourceAccountId: string;
  /** The distributor's own: what it is sold has no version of a source. */
  readonly own?: true;
}

export interface Version extends State {
  /** None is older than any: so a sender begins that knows no versions yet. */
  readonly version: bigint | null;
}

export const isNewer = (one: Version, other: Version): boolean => (one.version ?? -1n) > (other.version ?? -1n);

/** Everything begins about the first or later; no test looks beyond the last. */
export const FIRST_DAY = '2024-01-01';
export const LAST_DAY = '2026-06-30';

/** A reseller for each. */
export const CURRENCIES = ['EUR', 'JPY', 'KWD'] as const;
/** Of one unit for one period, whatever the currency and the period. */
export const PRICES: Readonly<Record<string, string>> = {
  TEN: '10',
  NOTHING: '0',
  'A-LITTLE': '0.01',
  THIRDS: '0.333333',
  ODD: '19.99',
  DEAR: '1234.567891',
};
/** What the reseller of KWD has on a price list, from which start on: another price each season. */
export const LISTED: Readonly<Record<string, readonly { validFrom: Day; amount: string }[]>> = {
  TEN: seasons('9.5', '8', '11', '0'),
  NOTHING: seasons('0', '0.001', '0', '3'),
  'A-LITTLE': seasons('0.02', '0.0105', '0.01', '0.011'),
  ODD: seasons('20.0005', '19.99', '15', '18.75'),
};

/** A day by its place among the periods that are counted from a start. */
export interface Moment {
  readonly period: number;
  readonly place: 'first' | 'last' | 'within';
  readonly offset: number;
}

type Change =
  | { readonly what: 'step'; readonly at: Moment; readonly quantity: number }
  /** Up and down within a few days. */
  | { readonly what: 'steps'; readonly at: Moment; readonly quantities: readonly number[]; readonly apart: number }
  | { readonly what: 'other quantity'; readonly at: number; readonly quantity: number }
  | { readonly what: 'no step'; readonly at: number }
  | { readonly what: 'end'; readonly at: Moment }
  | { readonly what: 'end off'; readonly years: number }
  | { readonly what: 'no end' | 'never begun' | 'nothing' }
  | { readonly what: 'start'; readonly days: number }
  /** Its periods are those of before, or some of them. */
  | { readonly what: 'start in another month'; readonly months: number }
  | { readonly what: 'start off'; readonly years: number };

export const aMoment: fc.Arbitrary<Moment> = fc.record({
  period: fc.oneof(fc.nat(3), fc.nat(14)),
  place: fc.constantFrom('first', 'last', 'within'),
  offset: fc.nat(1_000),
});

/** Of a purchase that is made once, the days are counted in months. */
export function dayOf({ period, place, offset }: Moment, start: Day, billingPeriod: BillingPeriod): Day {
  const months = MONTHS[billingPeriod] || 1;
  const first = monthsAfter(start, months * period);
  const next = monthsAfter(start, months * (period + 1));
  if (place === 'last') return daysAfter(next, -1);
  return place === 'first' ? first : daysAfter(first, offset % daysBetween(first, next));
}

const aQuantity = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 100_000 }) },
);
const otherTerms: fc.WeightedArbitrary<Change>[] = [
  { weight: 8, arbitrary: fc.record({ what: fc.constant('step'), at: aMoment, quantity: aQuantity }) },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('steps'),
      at: aMoment,
      quantities: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 5 }),
      apart: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('other quantity'), at: fc.nat(4), quantity: aQuantity }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('no step'), at: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('end'), at: aMoment }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('end off'), years: fc.constantFrom(-10, 10, 10) }) },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constantFrom('no end', 'no end', 'no end', 'never begun', 'nothing') }),
  },
];
const otherStart: fc.WeightedArbitrary<Change>[] = [
  { weight: 3, arbitrary: fc.record({ what: fc.constant('start'), days: fc.integer({ min: -40, max: 40 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('start in another month'),
      months: fc.constantFrom(-12, -3, -2, -1, 1, 2, 3, 12),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('start off'), years: fc.constantFrom(-10, 1) }) },
];
const CHANGES = {
  corrected: fc.oneof(...otherTerms, ...otherStart),
  /** What the distributor may change of what it sold itself. */
  'left alone': fc.oneof(...otherTerms),
};

/** Some have many periods, some have many days. */
const aBillingPeriod = fc.constantFrom<BillingPeriod>('MONTHLY', 'MONTHLY', 'MONTHLY', 'QUARTERLY', ...BILLING_PERIODS);

const aStart = fc
  .tuple(fc.nat(9), fc.oneof(fc.constantFrom(0, 27, 28, 29, 30), fc.nat(30)))
  .map(([months, day]) => daysAfter(monthsAfter(FIRST_DAY, months), day));

export interface Histories {
  readonly least?: number;
  readonly most: number;
  /** So many of each reseller. */
  readonly customers?: number;
  readonly start?: keyof typeof CHANGES;
}

/** Subscriptions of a few customers of the three resellers, each with its versions. */
export const sourceSubscriptions = ({ least = 1, most, customers = 2, start = 'corrected' }: Histories) =>
  fc
    .array(
      fc.record({
        reseller: fc.nat(CURRENCIES.length - 1),
        customer: fc.nat(customers - 1),
        sku: fc.constantFrom(...Object.keys(PRICES)),
        billingPeriod: aBillingPeriod,
        start: aStart,
        quantity: aQuantity,
        changes: fc.array(fc.array(CHANGES[start], { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        oldest: fc.constantFrom(null, 0n, 1n, 2n ** 63n - 100n),
        gaps: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
      }),
      { minLength: least, maxLength: most },
    )
    .map((list) =>
      list.map(({ reseller, customer, sku, billingPeriod, ...life }, index): SourceSubscription => {
        const before = list.slice(0, index).filter((one) => one.reseller === reseller && one.customer === customer);
        return {
          customer: { reseller, sourceAccountId: `customer-${customer}` },
          // Unique within the customer: those of different customers have the same.
          sourceSubscriptionId: `subscription-${before.length}`,
          sku,
          billingPeriod,
          states: lived(life, billingPeriod),
        };
      }),
    );

interface Life {
  readonly start: Day;
  readonly quantity: number;
  /** What each version changes of the one before it. */
  readonly changes: readonly (readonly Change[])[];
  readonly oldest: bigint | null;
  /** Between the numbers of versions. */
  readonly gaps: readonly number[];
}

function lived({ start, quantity, changes, oldest, gaps }: Life, billingPeriod: BillingPeriod): Version[] {
  const states: Version[] = [{ version: oldest, start, steps: [{ from: start, quantity }], end: null }];
  changes.forEach((several, nth) => {
    const { version, ...before } = states[nth] as Version;
    const after = several.reduce<State>((state, change) => changed(state, change, billingPeriod), before);
    states.push({ ...after, version: (version ?? -1n) + BigInt(gaps[nth] ?? 1) });
  });
  return states;
}

/** What the source says after a change: a step, an end, or the correction of what was wrong. */
function changed(state: State, change: Change, billingPeriod: BillingPeriod): State {
  const { start, steps, end } = state;
  switch (change.what) {
    case 'step':
      return stepped(state, [{ from: dayOf(change.at, start, billingPeriod), quantity: change.quantity }]);
    case 'steps': {
      const first = dayOf(change.at, start, billingPeriod);
      const more = change.quantities.map((quantity, nth) => ({ from: daysAfter(first, nth * change.apart), quantity }));
      return stepped(state, more);
    }
    case 'other quantity':
      return {
        ...state,
        steps: steps.map((step, nth) =>
          nth === change.at % steps.length ? { ...step, quantity: change.quantity } : step,
        ),
      };
    case 'no step':
      return { ...state, steps: steps.filter((_, nth) => nth === 0 || nth !== change.at) };
    case 'end':
      return { ...state, end: dayOf(change.at, start, billingPeriod) };
    case 'end off':
      return { ...state, end: notBefore(start, monthsAfter(end ?? start, 12 * change.years)) };
    case 'no end':
      return { ...state, end: null };
    case 'never begun':
      return { ...state, end: daysAfter(start, -1) };
    case 'start':
      return begun(state, daysAfter(start, change.days));
    case 'start in another month':
      return begun(state, monthsAfter(start, change.months));
    case 'start off':
      return begun(state, monthsAfter(start, 12 * change.years));
    case 'nothing':
      return state;
  }
}

/** Of a day that has a step already, the new one counts. */
function stepped(state: State, more: readonly Step[]): State {
  const others = state.steps.filter(({ from }) => more.every((step) => step.from !== from));
  return { ...state, steps: [...others, ...more].sort((one, other) => (one.from < other.from ? -1 : 1)) };
}

/** The first step is from the new start; those that would lie before it are gone. */
function begun({ steps, end }: State, start: Day): State {
  const [first, ...others] = steps;
  const quantity = first?.quantity ?? 1;
  return {
    start,
    steps: [{ from: start, quantity }, ...others.filter(({ from }) => from > start)],
    end: end === null ? null : notBefore(start, end),
  };
}

/** An end is taken on or after the day before the start. */
function notBefore(start: Day, end: Day): Day {
  const earliest = daysAfter(start, -1);
  return end < earliest ? earliest : end;
}

function seasons(...amounts: readonly string[]): { validFrom: Day; amount: string }[] {
  return amounts.map((amount, nth) => ({ validFrom: monthsAfter(FIRST_DAY, 2 * nth + 1), amount }));
}
