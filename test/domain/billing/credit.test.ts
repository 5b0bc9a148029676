import { type CreditLine, creditLine } from '../../../src/domain/billing/credit';
import type { IssuedLine } from '../../../src/domain/billing/invoice';
import { total } from '../../../src/domain/money';

const PATH = ['input', 'lines', '0', 'amount'];

function aLine(changes: Partial<IssuedLine> = {}): IssuedLine {
  return {
    invoiceId: '0197a000-0000-7000-8000-000000000701',
    position: 3,
    description: 'Mailbox, 2026-01-01 to 2026-01-31',
    quantity: '10',
    unitPrice: '10',
    amount: '100.00',
    credited: '0.00',
    accountId: '0197a000-0000-7000-8000-000000000001',
    subscriptionId: '0197a000-0000-7000-8000-000000000501',
    period: '2026-01-01',
    fromDay: '2026-01-01',
    ...changes,
  };
}

const taken = (line: IssuedLine, amount: string, currency = 'EUR'): string => {
  const result = creditLine(line, amount, currency, PATH);
  return 'code' in result ? `${result.code} ${result.path.join('.')}: ${result.message}` : result.amount;
};
const REFUSED = 'INVALID_INPUT input.lines.0.amount: Amount must be ';

describe('a line of a credit note (S26)', () => {
  test('takes back what it is told of the line that it names, and says what that charged', () => {
    expect(creditLine(aLine(), '30.5', 'EUR', PATH)).toEqual({
      description: 'Mailbox, 2026-01-01 to 2026-01-31',
      quantity: '10',
      unitPrice: '10',
      amount: '-30.50',
      accountId: '0197a000-0000-7000-8000-000000000001',
      subscriptionId: '0197a000-0000-7000-8000-000000000501',
      period: '2026-01-01',
      fromDay: '2026-01-01',
      correctsPosition: 3,
    } satisfies CreditLine);
  });

  test('of an invoice by hand is of no period', () => {
    const byHand = aLine({ subscriptionId: null, period: null, fromDay: null });
    expect(creditLine(byHand, '100', 'EUR', PATH)).toMatchObject({
      amount: '-100.00',
      subscriptionId: null,
      period: null,
      fromDay: null,
    });
  });

  test.each([
    ['EUR', '100.00', '0.00', '100.00', '-100.00'],
    ['EUR', '100.00', '99.99', '0.01', '-0.01'],
    ['JPY', '1000', '0', '1000', '-1000'],
    ['JPY', '1000', '999', '1', '-1'],
    ['KWD', '1.234', '0.000', '1.234', '-1.234'],
    ['KWD', '1.234', '1.233', '0.001', '-0.001'],
  ])('may take back all that is left: %s %s less %s', (currency, amount, credited, rest, expected) => {
    expect(taken(aLine({ amount, credited }), rest, currency)).toBe(expected);
  });

  test.each([
    ['EUR', '100.00', '0.00', '100.01', 'at most 100.00: no more is left of the line'],
    ['EUR', '100.00', '99.99', '0.02', 'at most 0.01: no more is left of the line'],
    ['EUR', '100.00', '100.00', '0.01', 'at most 0.00: no more is left of the line'],
    ['EUR', '0.00', '0.00', '0.01', 'at most 0.00: no more is left of the line'],
    ['JPY', '1000', '999', '2', 'at most 1: no more is left of the line'],
    ['KWD', '1.234', '1.233', '0.002', 'at most 0.001: no more is left of the line'],
    ['EUR', '999999999999.99', '0.00', '1000000000000', 'at most 999999999999.99: no more is left of the line'],
  ])('never takes back more than is left: %s %s less %s, not %s', (currency, amount, credited, more, fault) => {
    expect(taken(aLine({ amount, credited }), more, currency)).toBe(`${REFUSED}${fault}`);
  });

  test.each([
    ['EUR', '1.234', 2],
    ['EUR', '1.000', 2],
    ['JPY', '1.0', 0],
    ['JPY', '0.5', 0],
    ['KWD', '0.0001', 3],
  ])('has the digits of %s: not %s', (currency, amount, digits) => {
    expect(taken(aLine({ amount: '100', credited: '0' }), amount, currency)).toBe(
      `${REFUSED.slice(0, -3)}have at most ${digits} digits after the point in ${currency}`,
    );
  });

  test.each([
    ['EUR', '1.23', '-1.23'],
    ['EUR', '1', '-1.00'],
    ['JPY', '1', '-1'],
    ['KWD', '0.001', '-0.001'],
    ['KWD', '1.5', '-1.500'],
  ])('is written with the digits of %s: %s is %s', (currency, amount, written) => {
    expect(taken(aLine({ amount: '100', credited: '0' }), amount, currency)).toBe(written);
    expect(total([written, written], currency)).toBe((2 * Number(written)).toFixed(written.split('.')[1]?.length ?? 0));
  });
});
