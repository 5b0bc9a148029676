import fc from 'fast-check';
import { BILLING_PERIODS, type Day, earlier } from './billing-calendar';
import { dueLines, type Issued, overbilled, pendingLines, type Subscription, sumByPeriod } from './billing-model';
import { aMoment, dayOf, FIRST_DAY, LAST_DAY, PRICES, sourceSubscriptions } from './source-states';

/** Whatever a source says, in whatever order, and whenever it is invoiced and credited in between. */
const histories = fc.record({
  source: sourceSubscriptions({ most: 1 }).map(([source]) => source as NonNullable<typeof source>),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  turns: fc.array(
    fc.record({
      state: fc.nat(4),
      price: fc.constantFrom(...Object.values(PRICES)),
      by: aMoment,
      period: fc.constantFrom(...BILLING_PERIODS),
      thousandths: fc.nat(1000),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});

test('S26: by period, issued and pending is the greater of due and issued; the rest of what is not credited is overbilled', () => {
  fc.assert(
    fc.property(histories, ({ source, currency, turns }) => {
      const ledger = new Map<Day, Issued>();
      for (const { state, price, by, period, thousandths } of turns) {
        const { version: _, ...said } = source.states[state % source.states.length] as (typeof source.states)[number];
        const subscription: Subscription = { ...said, billingPeriod: source.billingPeriod, currency, unitPrice: price };
        const asOf = earlier(dayOf(by, FIRST_DAY, period), LAST_DAY);
        const due = sumByPeriod(dueLines(subscription, ledger, asOf));
        const pending = pendingLines(subscription, ledger, asOf);
        const open = sumByPeriod(pending);
        for (const period of new Set([...due.keys(), ...ledger.keys()])) {
          const [owed, issued] = [due.get(period) ?? 0n, ledger.get(period)?.amount ?? 0n];
          expect(issued + (open.get(period) ?? 0n)).toBe(owed > issued ? owed : issued);
        }
        for (const { period, amount } of overbilled(subscription, ledger, asOf)) {
          const { amount: issued = 0n, credited = 0n } = ledger.get(period) ?? {};
          expect(amount).toBe(issued - credited - (due.get(period) ?? 0n));
          expect(amount).toBeGreaterThan(0n);
        }
        for (const { amount } of pending) expect(amount).toBeGreaterThanOrEqual(0n);

        for (const { period, unitPrice, amount } of pending) {
          const before = ledger.get(period) ?? { amount: 0n, credited: 0n, unitPrice };
          expect(before.unitPrice).toBe(unitPrice);
          ledger.set(period, { ...before, amount: before.amount + amount });
        }
        expect(pendingLines(subscription, ledger, asOf)).toEqual([]);
        for (const [period, issued] of ledger) {
          const left = issued.amount - issued.credited;
          ledger.set(period, { ...issued, credited: issued.credited + (left * BigInt(thousandths)) / 1000n });
        }
        expect(pendingLines(subscription, ledger, asOf)).toEqual([]);
      }
    }),
  );
});
