import fc from 'fast-check';
import { aMoment, type Moment, PRICES } from './source-states';

/** Some days pass, some states arrive, and the distributor does something about them. `of` is a subscription, as a number. */
export interface Turn {
  readonly days: number;
  readonly price: { readonly of: number; readonly amount: string } | null;
  readonly deliver: { readonly states: number; readonly senders: number; readonly seed: number };
  /** Of a customer, or its restoration if it is deleted. */
  readonly deletion: { readonly of: number; readonly daysAgo: number } | null;
  readonly credit: { readonly line: number; readonly thousandths: number } | null;
  readonly issue: Issue;
}

export interface Issue {
  readonly of: number;
  /** With all that the payer gathers, where invoices are joined. */
  readonly gathered: boolean;
  /** So many days ago. Or by a day among the periods, by that of one of the steps; or the day before it. */
  readonly by: number | { readonly day: Moment | number; readonly before: boolean };
  /** At once. */
  readonly calls: number;
  readonly everySecond: boolean;
}

const SENDERS = 8;

const seldom = <T>(arbitrary: fc.Arbitrary<T>, { in: times }: { in: number }): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

export const aTurn: fc.Arbitrary<Turn> = fc.record({
  days: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 60 })),
  price: seldom(fc.record({ of: fc.nat(), amount: fc.constantFrom(...Object.values(PRICES)) }), { in: 2 }),
  deliver: fc.record({
    states: fc.integer({ min: 0, max: 9 }),
    senders: fc.constantFrom(1, SENDERS),
    seed: fc.integer(),
  }),
  deletion: seldom(fc.record({ of: fc.nat(), daysAgo: fc.integer({ min: -40, max: 400 }) }), { in: 12 }),
  credit: seldom(
    fc.record({
      line: fc.nat(),
      thousandths: fc.oneof(fc.constant(1000), fc.integer({ min: 1, max: 999 })),
    }),
    { in: 2 },
  ),
  issue: fc.record({
    of: fc.nat(),
    gathered: fc.boolean(),
    by: fc.oneof(fc.constant(0), fc.nat(70), fc.record({ day: fc.oneof(aMoment, fc.nat()), before: fc.boolean() })),
    calls: fc.constantFrom(1, 1, 3),
    everySecond: fc.constantFrom(false, false, false, true),
  }),
});
