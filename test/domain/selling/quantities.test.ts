import { parse } from '../../../src/domain/input';
import { quantityOn, quantitySteps, sameSteps, startsOn } from '../../../src/domain/selling/quantities';

const step = (from: string, quantity: number) => ({ from, quantity });
const STEPS = [step('2026-01-01', 10), step('2026-01-16', 11), step('2026-01-20', 10), step('2026-01-25', 12)];

/** One step for each of so many days. */
const daily = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    step(new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10), 1 + (index % 7)),
  );

const faults = (steps: unknown): string[] =>
  (parse(quantitySteps, steps, ['quantities']).refusals ?? []).map(
    ({ code, path, message }) => `${code} ${path.join('.')}: ${message}`,
  );

describe('the steps of a quantity (S26)', () => {
  test.each([
    ['one', [step('2026-01-01', 1)]],
    ['one on the day after another', [step('2026-01-31', 1), step('2026-02-01', 2)]],
    ['a fall as a rise', STEPS],
    ['the same quantity again', [step('2026-01-01', 5), step('2026-02-01', 5)]],
    ['1000 of them', daily(1000)],
    ['a day of a former century', [step('1989-12-31', 1)]],
  ])('are taken: %s', (_what, steps) => {
    expect(parse(quantitySteps, steps, ['quantities'])).toEqual({ value: steps });
  });

  test.each([
    ['none', [], 'quantities: Quantities must have an entry'],
    ['1001 of them', daily(1001), 'quantities: Quantities must have at most 1000 entries'],
    [
      'two on one day',
      [step('2026-01-01', 1), step('2026-02-01', 2), step('2026-02-01', 3)],
      'quantities.2.from: From must be after 2026-02-01: the steps stand in the order of their days, one a day',
    ],
    [
      'an earlier day after a later one',
      [step('2026-01-02', 1), step('2026-01-01', 2)],
      'quantities.1.from: From must be after 2026-01-02: the steps stand in the order of their days, one a day',
    ],
    ['a quantity of 0', [step('2026-01-01', 0)], 'quantities.0.quantity: Quantity must be 1 or more'],
    [
      'one below zero',
      [step('2026-01-01', 2), step('2026-01-02', -1)],
      'quantities.1.quantity: Quantity must not be negative',
    ],
    [
      'a day that there is not',
      [step('2026-02-29', 1)],
      'quantities.0.from: From must be a day of the calendar, e.g. "2026-01-31"',
    ],
  ])('are refused at the place of the fault: %s', (_what, steps, fault) => {
    expect(faults(steps)).toEqual([`INVALID_INPUT ${fault}`]);
  });

  test.each([
    ['null', null],
    ['half a unit', [step('2026-01-01', 1.5)]],
    ['no day', [{ quantity: 1 }]],
  ])('are refused: %s', (_what, steps) => {
    expect(faults(steps)).toHaveLength(1);
  });

  test('have every fault told at once', () => {
    expect(
      faults([step('2026-02-01', 0), step('2026-01-01', 1), step('2025-01-01', 1)]).map((one) => one.split(':')[0]),
    ).toEqual([
      'INVALID_INPUT quantities.0.quantity',
      'INVALID_INPUT quantities.1.from',
      'INVALID_INPUT quantities.2.from',
    ]);
  });

  test('start on the start date, or do not', () => {
    expect(startsOn(STEPS, '2026-01-01')).toBe(true);
    expect(startsOn(STEPS, '2026-01-02')).toBe(false);
    expect(startsOn([], '2026-01-01')).toBe(false);
  });

  test('are the same when every day and every quantity is', () => {
    expect(
      sameSteps(
        STEPS,
        STEPS.map((one) => ({ ...one })),
      ),
    ).toBe(true);
    expect(sameSteps(STEPS, STEPS.slice(0, 3))).toBe(false);
    expect(sameSteps(STEPS.slice(0, 3), STEPS)).toBe(false);
    expect(sameSteps([step('2026-01-01', 1)], [step('2026-01-01', 2)])).toBe(false);
    expect(sameSteps([step('2026-01-01', 1)], [step('2026-01-02', 1)])).toBe(false);
  });
});

describe('the quantity of a day (S26)', () => {
  test.each([
    ['2025-12-31', 10, 'before the start the first'],
    ['2026-01-01', 10, 'on the first day'],
    ['2026-01-15', 10, 'the day before a step'],
    ['2026-01-16', 11, 'on the day of a step'],
    ['2026-01-20', 10, 'after a fall'],
    ['2031-01-01', 12, 'long after the last'],
  ])('on %s is %i: %s', (today, units) => {
    expect(quantityOn({ quantities: STEPS, endDate: null }, today)).toBe(units);
  });

  test.each([
    ['2026-01-16', 11, 'a step on the last day counts'],
    ['2026-01-24', 10, 'one after it does not'],
    ['2026-02-28', 12, 'with all of them before it, the last'],
    ['2025-12-31', 10, 'taken back before it began, the first'],
  ])('after an end on %s is %i: %s', (endDate, units) => {
    expect(quantityOn({ quantities: STEPS, endDate }, '2026-12-31')).toBe(units);
  });

  test('before the end is that of the day', () => {
    expect(quantityOn({ quantities: STEPS, endDate: '2026-12-31' }, '2026-01-18')).toBe(11);
  });
});
