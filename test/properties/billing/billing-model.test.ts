import { amountOf, type BillingPeriod, DIGITS, unitsOf } from './billing-calendar';
import {
  dueLines,
  type Issued,
  type Line,
  nextPeriod,
  overbilled,
  pendingLines,
  periodsBy,
  quantityToday,
  type Subscription,
} from './billing-model';

/** The model judges the product, so it is judged here: by the case of S26 and by days that were counted by hand. */
type Steps = Readonly<Record<string, number>>;

function sold(unitPrice: string, steps: Steps, changes: Partial<Subscription> = {}): Subscription {
  return {
    billingPeriod: 'MONTHLY',
    currency: 'EUR',
    unitPrice,
    start: Object.keys(steps)[0] ?? '',
    steps: Object.entries(steps).map(([from, quantity]) => ({ from, quantity })),
    end: null,
    ...changes,
  };
}

const ledger = (issued: Record<string, { amount: string } & Partial<Omit<Issued, 'amount'>>> = {}, digits = 2) =>
  new Map<string, Issued>(
    Object.entries(issued).map(([period, { amount, ...rest }]) => [
      period,
      { amount: unitsOf(amount, digits), credited: 0n, unitPrice: '10.00', ...rest },
    ]),
  );
const amounts = (subscription: Subscription, lines: readonly { amount: bigint }[]) =>
  lines.map(({ amount }) => amountOf(amount, DIGITS[subscription.currency] ?? 2));
const pending = (subscription: Subscription, asOf: string, issued = ledger()) =>
  amounts(subscription, pendingLines(subscription, issued, asOf));
const tooMuch = (subscription: Subscription, issued: ReturnType<typeof ledger>, asOf: string) =>
  overbilled(subscription, issued, asOf).map(({ period, amount }) => [period, amountOf(amount, 2)]);

describe('the case of S26', () => {
  const TEN: Steps = { '2026-01-01': 10 };
  const ELEVEN: Steps = { ...TEN, '2026-01-16': 11 };
  const TEN_AGAIN: Steps = { ...ELEVEN, '2026-01-20': 10 };
  const TWELVE: Steps = { ...TEN_AGAIN, '2026-01-25': 12 };

  test.each<[string, Steps, string, string[]]>([
    ['10 seats', TEN, '2026-01-01', ['100.00']],
    ['an eleventh before it comes', ELEVEN, '2026-01-15', ['100.00']],
    ['an eleventh on its day', ELEVEN, '2026-01-16', ['100.00', '5.16']],
    ['an eleventh', ELEVEN, '2026-01-31', ['100.00', '5.16']],
    ['back to ten', TEN_AGAIN, '2026-01-31', ['100.00', '5.16']],
    ['twelve', TWELVE, '2026-01-31', ['100.00', '5.16', '2.26']],
    ['twelve in February', TWELVE, '2026-02-28', ['100.00', '5.16', '2.26', '120.00']],
  ])('%s', (_, steps, asOf, expected) => {
    expect(pending(sold('10.00', steps), asOf)).toEqual(expected);
  });

  test('what each line charges', () => {
    const [first, ...others] = dueLines(sold('10.00', TWELVE), new Map(), '2026-02-01');
    const line = (period: string, from: string, quantity: number, amount: bigint): Line => ({
      period,
      from,
      quantity,
      unitPrice: '10.00',
      amount,
    });
    expect(first).toEqual(line('2026-01-01', '2026-01-01', 10, 10_000n));
    expect(others).toEqual([
      line('2026-01-01', '2026-01-16', 1, 516n),
      line('2026-01-01', '2026-01-25', 1, 226n),
      line('2026-02-01', '2026-02-01', 12, 12_000n),
    ]);
  });

  test('up and down again is charged once a period, and a step belongs to its own period alone', () => {
    const steps = { ...TWELVE, '2026-01-28': 9, '2026-01-30': 12, '2026-02-15': 13 };
    const due = dueLines(sold('10.00', steps), new Map(), '2026-02-28');
    expect(due.map(({ from, quantity }) => [from, quantity])).toEqual([
      ['2026-01-01', 10],
      ['2026-01-16', 1],
      ['2026-01-25', 1],
      ['2026-02-01', 12],
      ['2026-02-15', 1],
    ]);
  });

  test('a year', () => {
    const steps: Steps = {
      '2026-01-01': 100,
      '2026-02-01': 101,
    };
    expect(pending(sold('120.00', steps, { billingPeriod: 'ANNUAL' }), '2026-12-31')).toEqual(['12000.00', '109.81']);
  });

  test('how many there are today', () => {
    const state = sold('10.00', TWELVE);
    expect(
      ['2025-12-31', '2026-01-16', '2026-01-24', '2026-01-25', '2027-01-01'].map((day) => quantityToday(state, day)),
    ).toEqual([10, 11, 10, 12, 12]);
    expect(quantityToday({ ...state, end: '2026-01-24' }, '2027-01-01')).toBe(10);
    expect(quantityToday({ ...state, end: '2025-12-31' }, '2027-01-01')).toBe(10);
  });
});

describe('days counted by hand', () => {
  test.each<[BillingPeriod, string, string[]]>([
    ['MONTHLY', '2026-01-31', ['2026-01-31 to 2026-02-27', '2026-02-28 to 2026-03-30', '2026-03-31 to 2026-04-29']],
    ['MONTHLY', '2024-01-30', ['2024-01-30 to 2024-02-28', '2024-02-29 to 2024-03-29', '2024-03-30 to 2024-04-29']],
    ['MONTHLY', '2023-01-29', ['2023-01-29 to 2023-02-27', '2023-02-28 to 2023-03-28', '2023-03-29 to 2023-04-28']],
    ['QUARTERLY', '2025-11-30', ['2025-11-30 to 2026-02-27', '2026-02-28 to 2026-05-29', '2026-05-30 to 2026-08-29']],
    ['SEMI_ANNUAL', '2025-08-31', ['2025-08-31 to 2026-02-27', '2026-02-28 to 2026-08-30', '2026-08-31 to 2027-02-27']],
    ['ANNUAL', '2024-02-29', ['2024-02-29 to 2025-02-27', '2025-02-28 to 2026-02-27', '2026-02-28 to 2027-02-27']],
    ['TRIENNIAL', '2024-02-29', ['2024-02-29 to 2027-02-27', '2027-02-28 to 2030-02-27', '2030-02-28 to 2033-02-27']],
  ])('%s from %s', (billingPeriod, start, expected) => {
    const periods = periodsBy(sold('1', { [start]: 1 }, { billingPeriod }), '2040-01-01');
    expect(periods.slice(0, 3).map(({ first, last }) => `${first} to ${last}`)).toEqual(expected);
  });

  // The price is the number of days of the period, so that the amount is the number of days that are charged.
  test.each<[BillingPeriod, string, string, string, string]>([
    ['MONTHLY', '28', '2026-01-31', '2026-02-14', '14.00'],
    ['MONTHLY', '28', '2026-01-31', '2026-02-27', '1.00'],
    ['MONTHLY', '28', '2026-01-31', '2026-02-01', '27.00'],
    ['MONTHLY', '29', '2024-01-31', '2024-02-28', '1.00'],
    ['QUARTERLY', '90', '2025-11-30', '2026-01-01', '58.00'],
    ['SEMI_ANNUAL', '181', '2025-08-31', '2026-02-01', '27.00'],
    ['ANNUAL', '365', '2024-02-29', '2025-02-27', '1.00'],
    ['ANNUAL', '366', '2023-03-01', '2024-02-29', '1.00'],
    ['TRIENNIAL', '1096', '2023-02-28', '2024-02-29', '730.00'],
  ])('%s of %s days from %s, one more from %s: %s', (billingPeriod, price, start, step, expected) => {
    const state = sold(price, { [start]: 1, [step]: 2 }, { billingPeriod });
    const [first, more] = pending(state, step);
    expect([first, more]).toEqual([`${price}.00`, expected]);
  });

  test('a step on the first day of a period is that period, not a line beside it', () => {
    const steps: Steps = {
      '2026-01-31': 1,
      '2026-02-28': 3,
    };
    expect(pending(sold('10', steps), '2026-03-31')).toEqual(['10.00', '30.00', '30.00']);
  });
});

describe('ONCE is one period', () => {
  const steps: Steps = {
    '2026-02-01': 2,
    '2026-05-31': 3,
    '2026-06-01': 1,
    '2026-07-01': 3,
    '2030-01-01': 5,
  };
  const bought = sold('120', steps, { billingPeriod: 'ONCE' });

  test('an increase above the highest is charged whole, a decrease is nothing', () => {
    expect(pending(bought, '2026-01-31')).toEqual([]);
    expect(pending(bought, '2026-05-30')).toEqual(['240.00']);
    expect(pending(bought, '2029-12-31')).toEqual(['240.00', '120.00']);
    expect(pending(bought, '2030-01-01')).toEqual(['240.00', '120.00', '240.00']);
  });

  test('what is added after its end counts for nothing', () => {
    expect(pending({ ...bought, end: '2026-05-30' }, '2031-01-01')).toEqual(['240.00']);
    expect(pending({ ...bought, end: '2026-05-31' }, '2031-01-01')).toEqual(['240.00', '120.00']);
    expect(pending({ ...bought, end: '2026-01-31' }, '2031-01-01')).toEqual([]);
  });
});

describe('a line of nothing', () => {
  const free = sold('0', { '2026-01-01': 1, '2026-01-10': 9 });

  test('is pending as the first of a period of which nothing is issued', () => {
    expect(pending(free, '2026-02-01')).toEqual(['0.00', '0.00']);
    expect(pending(free, '2026-02-01', ledger({ '2026-01-01': { amount: '0.00', unitPrice: '0' } }))).toEqual(['0.00']);
  });

  test('is not pending as a later one', () => {
    const cheap = sold('0.01', { '2026-02-01': 1, '2026-02-16': 2 });
    expect(amounts(cheap, dueLines(cheap, new Map(), '2026-02-28'))).toEqual(['0.01', '0.00']);
    expect(pending(cheap, '2026-02-28')).toEqual(['0.01']);
  });
});

describe('what is issued is set against what is due, in its order', () => {
  const steps: Steps = {
    '2026-01-01': 12,
    '2026-01-16': 14,
  };

  test.each([
    ['0.00', ['120.00', '10.32']],
    ['100.00', ['20.00', '10.32']],
    ['120.00', ['10.32']],
    ['125.16', ['5.16']],
    ['130.32', []],
    ['500.00', []],
  ])('%s of January', (amount, expected) => {
    expect(pending(sold('10', steps), '2026-01-31', ledger({ '2026-01-01': { amount } }))).toEqual(expected);
  });

  test('what is too much of one period pays for no other', () => {
    const issued = ledger({ '2026-01-01': { amount: '500.00' } });
    expect(pending(sold('10', steps), '2026-02-01', issued)).toEqual(['140.00']);
  });

  test('what is credited is not billed again, and is not billed too much any more', () => {
    const issued = ledger({ '2026-01-01': { amount: '130.32', credited: 12_000n } });
    expect(pending(sold('10', steps), '2026-01-31', issued)).toEqual([]);
    expect(tooMuch(sold('10', steps), issued, '2026-01-31')).toEqual([]);
    const lower = sold('10', { '2026-01-01': 1 });
    expect(tooMuch(lower, issued, '2026-01-31')).toEqual([['2026-01-01', '0.32']]);
  });

  test('what began later, ended earlier or never was is billed too much', () => {
    const issued = ledger({ '2026-01-01': { amount: '100.00' }, '2026-02-01': { amount: '100.00' } });
    const ten = (start: string, end: string | null = null) => sold('10.00', { [start]: 10 }, { end });
    expect(tooMuch(ten('2026-01-01'), issued, '2026-02-28')).toEqual([]);
    const both = [
      ['2026-01-01', '100.00'],
      ['2026-02-01', '100.00'],
    ];
    expect(tooMuch(ten('2026-01-01', '2026-01-31'), issued, '2026-02-28')).toEqual(both.slice(1));
    expect(tooMuch(ten('2026-01-01', '2025-12-31'), issued, '2026-02-28')).toEqual(both);
    expect(tooMuch(ten('2026-01-02'), issued, '2026-02-28')).toEqual(both);
    expect(pending(ten('2026-01-02'), '2026-02-28', issued)).toEqual(['100.00', '100.00']);
    expect(tooMuch(ten('2026-02-01'), issued, '2026-02-28')).toEqual(both.slice(0, 1));
    expect(tooMuch(ten('2026-02-01'), issued, '2026-01-31')).toEqual(both);
  });

  test('a price taken anew holds for periods of which nothing is issued', () => {
    const dearer = sold('11', { '2026-01-01': 10, '2026-01-16': 11 });
    const issued = ledger({ '2026-01-01': { amount: '100.00' } });
    expect(pending(dearer, '2026-02-01', issued)).toEqual(['5.16', '121.00']);
  });

  test('a period that is due as issued is neither pending nor billed too much', () => {
    const issued = ledger({ '2026-01-01': { amount: '50.00', dueAsIssued: true } });
    expect(pending(sold('10', steps), '2026-01-31', issued)).toEqual([]);
    expect(tooMuch(sold('10', { '2026-01-01': 1 }), issued, '2026-01-31')).toEqual([]);
    expect(tooMuch(sold('10', steps, { end: '2025-12-31' }), issued, '2026-01-31')).toEqual([]);
  });
});

describe('a decrease and an end', () => {
  test('within a period count from the next one', () => {
    const fewer = sold('10', { '2026-01-01': 10, '2026-01-10': 2 });
    expect(pending(fewer, '2026-02-01')).toEqual(['100.00', '20.00']);
    expect(pending({ ...fewer, end: '2026-01-15' }, '2026-06-30')).toEqual(['100.00']);
  });

  test('a period that begins on the day of the end is due, whole', () => {
    expect(pending(sold('10', { '2026-01-01': 1 }, { end: '2026-02-01' }), '2026-06-30')).toEqual(['10.00', '10.00']);
  });

  test('an increase on the day of the end is charged to the end of the period, one after it is nothing', () => {
    const more = sold('31', { '2026-01-01': 1, '2026-01-20': 2, '2026-01-21': 3 }, { end: '2026-01-20' });
    expect(pending(more, '2026-06-30')).toEqual(['31.00', '12.00']);
  });
});

test('the next period is the first of which nothing is issued, past or future, and none after the end', () => {
  const ten = sold('10', { '2026-01-31': 10 });
  const issued = ledger({ '2026-01-31': { amount: '100.00' }, '2026-03-31': { amount: '100.00' } });
  expect(nextPeriod(ten, ledger())).toBe('2026-01-31');
  expect(nextPeriod(ten, issued)).toBe('2026-02-28');
  expect(nextPeriod({ ...ten, start: '2026-03-31' }, issued)).toBe('2026-04-30');
  expect(nextPeriod({ ...ten, end: '2026-02-28' }, issued)).toBe('2026-02-28');
  expect(nextPeriod({ ...ten, end: '2026-02-27' }, issued)).toBeNull();
  expect(nextPeriod({ ...ten, billingPeriod: 'ONCE' }, issued)).toBeNull();
  expect(nextPeriod({ ...ten, billingPeriod: 'ONCE' }, ledger())).toBe('2026-01-31');
});
