import fc from 'fast-check';
import { z } from 'zod';
import { country } from '../../src/domain/accounts/account-input';
import { DomainError, RequestError } from '../../src/domain/errors';
import {
  accepted,
  amount,
  billingPeriod,
  currency,
  day,
  filledText,
  invalidInput,
  LIMITS,
  optionalText,
  parse,
  positiveAmount,
  positiveTotal,
  quantity,
  readArgument,
  readId,
  read as readOrRefuse,
  text,
  version,
} from '../../src/domain/input';

const MAX_VERSION = 2n ** 63n - 1n;

/** What is read, or the codes of the refusals. Each says of what was sent what it must be. */
function read(schema: z.ZodType<unknown>, sent: unknown): unknown {
  const { value, refusals } = parse(schema, sent, ['input', 'field']);
  for (const { message } of refusals ?? []) expect(message).toMatch(/^Field must (not )?(be|have|contain) ./);
  return refusals ? refusals.map(({ code, path }) => `${code} ${path.join('.')}`) : value;
}
const REFUSED = ['INVALID_INPUT input.field'];

describe('text', () => {
  test.each(['', ' ', 'a', 'Ärger & Söhne <b>', "Robert'); DROP TABLE accounts;--", '\u202eabc', '\t\n', '😀'])(
    'is read as it is: %j',
    (sent) => {
      expect(read(text(), sent)).toBe(sent.normalize('NFC'));
    },
  );

  test.each([
    ['a NUL', 'a\0b'],
    ['the first half of a surrogate pair', 'a\ud83d'],
    ['the second half of a surrogate pair', '\ude00a'],
    ['a surrogate pair the wrong way round', '\ude00\ud83d'],
    ['a number', 7],
    ['a list', ['a']],
    ['null', null],
  ])('is refused: %s', (_what, sent) => {
    expect(read(text(), sent)).toEqual(REFUSED);
  });

  test('leaves composed (NFC), whichever way it was sent', () => {
    expect(read(text(), 'Cafe\u0301')).toBe('Caf\u00e9');
    expect(read(text(), 'Caf\u00e9')).toBe('Caf\u00e9');
  });

  test('is measured in characters, not in UTF-16 units', () => {
    expect(read(text(255), '😀'.repeat(255))).toBe('😀'.repeat(255));
    expect(read(text(255), '😀'.repeat(256))).toEqual(REFUSED);
    expect(read(text(255), 'x'.repeat(255))).toBe('x'.repeat(255));
    expect(read(text(255), 'x'.repeat(256))).toEqual(REFUSED);
    expect(read(text(), 'x'.repeat(1000))).toBe('x'.repeat(1000));
    expect(read(text(), 'x'.repeat(1001))).toEqual(REFUSED);
    expect(read(text(), 'x'.repeat(1_000_000))).toEqual(REFUSED);
  });

  test('is measured as it is stored: composed, whatever its length as it was sent', () => {
    expect(read(text(4), 'Cafe\u0301')).toBe('Caf\u00e9');
    expect(read(text(3), 'Cafe\u0301')).toEqual(REFUSED);
    const fourInOne = '\u03b1\u0314\u0300\u0345';
    expect(read(text(2), fourInOne.repeat(2))).toBe('\u1f83\u1f83');
    expect(read(text(1), fourInOne.repeat(2))).toEqual(REFUSED);
  });

  test('is stored with at most the characters that its limit says', () => {
    // U+0958 is one character as it is sent and two as it is stored.
    const stored = read(text(255), '\u0958'.repeat(255));
    if (typeof stored === 'string') expect([...stored].length).toBeLessThanOrEqual(255);
    expect(read(text(510), '\u0958'.repeat(255))).toBe('\u0915\u093c'.repeat(255));
  });

  test('that was accepted once is accepted again as it is stored, for a form that posts everything back (A11)', () => {
    const doubled = fc
      .array(fc.constantFrom('\u0958', 'e\u0301', '😀', 'a'), { maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(doubled, (sent) => {
        const stored = read(text(8), sent);
        if (typeof stored === 'string') expect(read(text(8), stored)).toBe(stored);
      }),
    );
  });
});

test.each(['', ' ', '\t\n', '\u00a0', '\u2003', '\u3000', '\ufeff'])(
  'text that must say something refuses %j',
  (blank) => {
    expect(read(filledText(), blank)).toEqual(REFUSED);
    expect(read(filledText(), `${blank}a`)).toBe(`${blank}a`);
  },
);

test.each(['', null, undefined])('text that may be empty reads %j as null', (empty) => {
  expect(read(optionalText(), empty)).toBeNull();
});

describe('a day', () => {
  test.each(['2026-01-31', '2024-02-29', '2000-02-29', '1900-01-01', '9999-12-31'])('%s is one', (sent) => {
    expect(read(day, sent)).toBe(sent);
  });

  test.each([
    ...['2026-02-29', '1900-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'],
    ...['1899-12-31', '10000-01-01', '26-01-31', '2026-1-31', '2026/01/31', '31.01.2026', '2026-01-31 '],
    ...['2026-01-31T00:00:00Z', '２０２６-01-31', '+002026-01-31', '', 'tomorrow', 20260131, null],
  ])('%j is none', (sent) => {
    expect(read(day, sent)).toEqual(REFUSED);
  });
});

describe('a version', () => {
  test.each([
    ['0', 0n],
    ['1', 1n],
    ['007', 7n],
    ['9223372036854775807', MAX_VERSION],
  ])('%s is a whole number of 63 bits', (sent, value) => {
    expect(read(version, sent)).toBe(value);
  });

  test.each([
    ...['9223372036854775808', '18446744073709551616', '99999999999999999999', '-1', '-0', '+1', '1.0', '1e3'],
    ...['0x10', ' 1', '1 ', '1\n', '', '１', 'one', 1, null, '9'.repeat(100_000)],
  ])('%.30j is none', (sent) => {
    expect(read(version, sent)).toEqual(REFUSED);
  });
});

describe('a currency', () => {
  test.each(['EUR', 'USD', 'JPY', 'KWD', 'CHF', 'CLF', 'XCG'])('%s is one', (sent) => {
    expect(read(currency, sent)).toBe(sent);
  });
  test.each(['eur', 'Eur', 'EURO', 'XYZ', 'HRK', 'CNH', '978', '', ' EUR', 'EUR\n', null, 978])(
    '%j is none',
    (sent) => {
      expect(read(currency, sent)).toEqual(REFUSED);
    },
  );
});

describe('a country', () => {
  test.each(['DE', 'US', 'GB', 'JP', 'XK', 'de', 'De', 'xk'])('%s is one, kept in capitals', (sent) => {
    expect(read(country(), sent)).toBe(sent.toUpperCase());
  });
  test.each(['DEU', 'ZZ', 'UK', 'QQ', 'ß', '', '276', 'DE ', null])('%j is none', (sent) => {
    expect(read(country(), sent)).toEqual(REFUSED);
  });
  test.each(['UK', 'uk'])('%s is one where it is stored', (sent) => {
    expect(read(country('UK'), sent)).toBe('UK');
    expect(read(country('UK'), 'QQ')).toEqual(REFUSED);
  });
});

describe('an amount that must be more than nothing', () => {
  test.each(['0', '0.00', '0.000000', '000'])('is not %s', (sent) => {
    expect(read(positiveAmount, sent)).toEqual(REFUSED);
    expect(read(positiveTotal, sent)).toEqual(REFUSED);
  });

  test.each(['1', '0.01', '0.000001', '10', '9'.repeat(12)])('may be %s', (sent) => {
    expect(read(positiveAmount, sent)).toBe(sent);
    expect(read(positiveTotal, sent)).toBe(sent);
  });
});

describe('an amount', () => {
  test.each(['0', '12.50', '0.000001', '999999999999.999999', '007'])('%s is one', (sent) => {
    expect(read(amount, sent)).toBe(sent);
  });
  test.each(['-1', '+1', '1.', '.5', '1,5', '1e3', '1.0000001', '1234567890123', 'NaN', '', ' 1', '1\n', 12.5, null])(
    '%j is none',
    (sent) => {
      expect(read(amount, sent)).toEqual(REFUSED);
    },
  );
});

describe('a quantity', () => {
  test.each([1, 5, 2_147_483_647])('%d is one', (sent) => {
    expect(read(quantity, sent)).toBe(sent);
  });
  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '1', null])('%j is none', (sent) => {
    expect(read(quantity, sent)).toEqual(REFUSED);
  });
});

test('the billing periods are those of the contract', () => {
  for (const sent of ['MONTHLY', 'QUARTERLY', 'SEMI_ANNUAL', 'ANNUAL', 'TRIENNIAL', 'ONCE']) {
    expect(read(billingPeriod, sent)).toBe(sent);
  }
  for (const sent of ['monthly', 'WEEKLY', '', null]) expect(read(billingPeriod, sent)).toEqual(REFUSED);
});

test.each<[string, z.ZodType<unknown>, unknown]>([
  ['must not contain the NUL character', text(), 'a\0'],
  ['must be well-formed Unicode; it holds half of a surrogate pair', text(), '\ud800'],
  ['must have at most 3 characters', text(3), 'abcd'],
  ['must have at most 1000 characters', text(), 'x'.repeat(1001)],
  ['must be of type string and not empty', text(), 7],
  ['must not be blank', filledText(), ' '],
  ['must be an ISO 4217 currency code in capitals, e.g. "EUR"', currency, 'EURO'],
  ['must be an ISO 3166-1 alpha-2 country code, e.g. "DE"', country(), 'DEU'],
  ['must be a day of the calendar, e.g. "2026-01-31"', day, 'today'],
  ['must be a whole number from 0 to 9223372036854775807, written as a string', version, '1.5'],
  ['must not be negative', version, '-1'],
  ['must not be negative', quantity, -1],
  ['must not be negative', amount, '-12.50'],
  ['must be a decimal of at most 12 digits before and 6 after the point, e.g. "12.50"', amount, '--1'],
  ['must be one of MONTHLY, QUARTERLY, SEMI_ANNUAL, ANNUAL, TRIENNIAL, ONCE', billingPeriod, 'WEEKLY'],
  ['must be 1 or more', quantity, 0],
  ['must be a decimal of at most 12 digits before and 6 after the point, e.g. "12.50"', amount, '1,5'],
])('what is wrong is told for people: %s', (sentence, schema, sent) => {
  expect(parse(schema, sent, ['input', 'field']).refusals).toMatchObject([
    { code: 'INVALID_INPUT', message: `Field ${sentence}`, path: ['input', 'field'] },
  ]);
});

describe('an id that is sent', () => {
  const ID = '0197a000-0000-7000-8000-0000000000a1';

  test('is read as it is stored', () => {
    expect(readId(ID.toUpperCase(), ['input', 'id'])).toBe(ID);
  });

  test('is refused with its place when it can be the id of nothing here', () => {
    expect(() => readId('c-1', ['input', 'id'])).toThrow(
      expect.objectContaining({
        refusals: [
          expect.objectContaining({ code: 'INVALID_INPUT', message: 'Id must be a UUID', path: ['input', 'id'] }),
        ],
      }),
    );
  });
});

test('what is wrong as a whole is called input', () => {
  expect(invalidInput([], 'input.blank')).toMatchObject({
    code: 'INVALID_INPUT',
    message: 'Input must not be blank',
    path: [],
  });
});

test('the limits are those of the design', () => {
  expect(LIMITS).toMatchObject({
    ...{ name: 255, text: 1000, options: 100 },
    ...{ subscriptionsPerItem: 100, itemsPerCall: 500, pageSize: 200 },
  });
});

test('every fault of what was sent is refused with its place, counted from 0', () => {
  const schema = z.object({ lines: z.array(z.object({ sku: filledText(), quantity })) });
  const { refusals } = parse(
    schema,
    {
      lines: [
        { sku: 'A', quantity: 1 },
        { sku: ' ', quantity: 0 },
      ],
    },
    ['input'],
  );
  expect(refusals?.map(({ path }) => path)).toEqual([
    ['input', 'lines', '1', 'sku'],
    ['input', 'lines', '1', 'quantity'],
  ]);
});

describe('what a call sends', () => {
  const pair = z.object({ sku: filledText(), quantity });
  const GOOD = { sku: 'A', quantity: 1 };
  const BAD = { sku: ' ', quantity: 0 };
  const thrownBy = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };

  test('of a mutation is read, or refused with all that speaks against it', () => {
    expect(readOrRefuse(pair, GOOD, ['input'])).toEqual(GOOD);
    expect(accepted(parse(pair, GOOD, ['input']))).toEqual(GOOD);
    for (const work of [() => readOrRefuse(pair, BAD, ['input']), () => accepted(parse(pair, BAD, ['input']))]) {
      const refused = thrownBy(work);
      expect(refused).toBeInstanceOf(DomainError);
      expect(refused).toMatchObject({ refusals: [{ path: ['input', 'sku'] }, { path: ['input', 'quantity'] }] });
    }
  });

  test('of a query is read, or turned away for the first that speaks against it', () => {
    expect(readArgument(pair, GOOD, ['filter'])).toEqual(GOOD);
    const refused = thrownBy(() => readArgument(pair, BAD, ['filter']));
    expect(refused).toBeInstanceOf(RequestError);
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', argumentPath: ['filter', 'sku'] });
  });
});
