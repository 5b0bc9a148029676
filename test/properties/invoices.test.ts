import fc from 'fast-check';
import { timeLimit } from '../support/connections';
import { admin, anOwnAccount, setUpResellers, type TestReseller } from '../support/resellers';
import { createWorld, type World } from '../support/world';

jest.setTimeout(timeLimit(60_000));

/** PROPERTY_SEED replays a run; PROPERTY_RUNS asks for more than the few of every day. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 25);
const replayed = { seed: SEED, numRuns: RUNS, endOnFailure: true };

let world: World;
let beta: TestReseller;
beforeAll(async () => {
  console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
  world = await createWorld();
  ({ beta } = await setUpResellers(world));
  world.now = new Date('2027-12-31T12:00:00Z');
});
afterAll(() => world.close());

/** What a test knows of currencies and periods by itself. */
const DIGITS: Readonly<Record<string, number>> = { EUR: 2, USD: 2, JPY: 0, KWD: 3, CLF: 4 };
const MONTHS: Readonly<Record<string, number>> = {
  MONTHLY: 1,
  QUARTERLY: 3,
  SEMI_ANNUAL: 6,
  ANNUAL: 12,
  TRIENNIAL: 36,
  ONCE: 0,
};

interface Sold {
  readonly period: string;
  readonly start: string;
  readonly end: string | null;
  readonly quantity: number;
  readonly price: string;
}

interface Line {
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
}

const two = (number: number) => String(number).padStart(2, '0');
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lastDay = (year: number, month: number) =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
const partsOf = (day: string) => day.split('-').map(Number) as [number, number, number];

function monthsAfter(start: string, months: number): string {
  const [year, month, day] = partsOf(start);
  const count = year * 12 + month - 1 + months;
  const [thatYear, thatMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return `${thatYear}-${two(thatMonth)}-${two(Math.min(day, lastDay(thatYear, thatMonth)))}`;
}

function dayBefore(date: string): string {
  const [year, month, day] = partsOf(date);
  if (day > 1) return `${year}-${two(month)}-${two(day - 1)}`;
  return month > 1 ? `${year}-${two(month - 1)}-${two(lastDay(year, month - 1))}` : `${year - 1}-12-31`;
}

/** The starts of the periods that have begun by a day, before the end; days as text compare as days. */
function startsBy({ period, start, end }: Sold, asOf: string): string[] {
  const months = MONTHS[period] ?? 0;
  const until = end !== null && end < asOf ? end : asOf;
  const starts: string[] = [];
  for (let nth = 0; monthsAfter(start, months * nth) <= until; nth += 1) {
    starts.push(monthsAfter(start, months * nth));
    if (months === 0) break;
  }
  return starts;
}

const MILLIONTHS = 1_000_000n;
const millionths = (price: string) => {
  const [whole = '0', fraction = ''] = price.split('.');
  return BigInt(whole) * MILLIONTHS + BigInt(fraction.padEnd(6, '0'));
};
const written = (units: bigint, digits: number) => {
  const text = units.toString().padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
};
const unitsOf = (amount: string) => BigInt(amount.replace('.', ''));

/** Rounded half up. */
function amountOf({ quantity, price }: Sold, digits: number): string {
  const unit = 10n ** BigInt(6 - digits);
  return written((BigInt(quantity) * millionths(price) + unit / 2n) / unit, digits);
}

const totalOf = (lines: readonly Line[], digits: number) =>
  written(
    lines.reduce((sum, line) => sum + unitsOf(line.amount), 0n),
    digits,
  );

function linesOf(sold: Sold, asOf: string, digits: number): Line[] {
  const months = MONTHS[sold.period] ?? 0;
  return startsBy(sold, asOf).map((start, nth) => ({
    description:
      months === 0
        ? `Mailbox, ${start}`
        : `Mailbox, ${start} to ${dayBefore(monthsAfter(sold.start, months * (nth + 1)))}`,
    quantity: String(sold.quantity),
    unitPrice: sold.price,
    amount: amountOf(sold, digits),
  }));
}

const nextOf = (sold: Sold, asOf: string) => {
  const issued = startsBy(sold, asOf).length;
  if (sold.period === 'ONCE' && issued > 0) return null;
  const next = monthsAfter(sold.start, (MONTHS[sold.period] ?? 0) * issued);
  return sold.end !== null && next > sold.end ? null : next;
};

const aDay = (from: number, to: number) =>
  fc
    .tuple(
      fc.integer({ min: from, max: to }),
      fc.integer({ min: 1, max: 12 }),
      fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 28, max: 31 })),
    )
    .map(([year, month, day]) => `${year}-${two(month)}-${two(Math.min(day, lastDay(year, month)))}`);
const aPrice = fc.oneof(
  fc.constantFrom('0', '0.5', '1.5', '0.005', '0.0005', '0.00005', '0.000001', '0.333333', '2.675', '99999.999999'),
  fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 999_999 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}`),
);
/** Any day; or the first day of a period of a sale, or the day before it, where a day more or less is a line. */
type Moment = string | { readonly period: number; readonly before: boolean };
const aMoment: fc.Arbitrary<Moment> = fc.oneof(
  aDay(2023, 2027),
  fc.record({ period: fc.nat(20), before: fc.boolean() }),
);
const LAST_DAY = '2027-12-31';
function dayOf(moment: Moment, { start, period }: Pick<Sold, 'start' | 'period'>): string {
  if (typeof moment === 'string') return moment;
  const first = monthsAfter(start, (MONTHS[period] ?? 0) * moment.period);
  const day = moment.before ? dayBefore(first) : first;
  return day < LAST_DAY ? day : LAST_DAY;
}
const aSale: fc.Arbitrary<Sold> = fc
  .record({
    period: fc.constantFrom(...Object.keys(MONTHS)),
    start: aDay(2023, 2027),
    end: fc.option(aMoment),
    quantity: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 1_000_000 })),
    price: aPrice,
  })
  .map((sale) => ({ ...sale, end: sale.end === null ? null : dayOf(sale.end, sale) }));
const aCurrency = fc.constantFrom(...Object.keys(DIGITS));
const sales = fc.array(aSale, { minLength: 1, maxLength: 4 });

/** An account with these subscriptions, as any of the ways to one would have left it. */
async function anAccount(currency: string, sold: readonly Sold[], columns: Record<string, unknown> = {}) {
  const id = await anOwnAccount(world, { currency, ...columns });
  await world.sql(
    `INSERT INTO subscriptions (account_id, id, service_id, quantities, unit_price, currency, billing_period, start_date, end_date)
     SELECT $1, ('00000000-0000-4000-8000-' || lpad(nth::text, 12, '0'))::uuid, v.id, jsonb_build_array(jsonb_build_object('from', start, 'quantity', quantity)), price, $2, period, start, "end"
     FROM services v, ROWS FROM (json_to_recordset($3::json) AS
       (quantity int, price numeric, period text, start date, "end" date)) WITH ORDINALITY AS s(quantity, price, period, start, "end", nth)
     WHERE v.sku = 'MAIL'`,
    [id, currency, JSON.stringify(sold)],
  );
  return id;
}

const LINES = 'total currency lines { description quantity unitPrice amount }';
const pending = async (id: string, asOf: string) =>
  (
    await world.ask(
      admin,
      `query ($id: ID!, $asOf: Date) { account(id: $id) { pendingInvoices(asOf: $asOf) { ${LINES} } } }`,
      { id, asOf },
    )
  ).account.pendingInvoices;
const issue = async (accountId: string, asOf: string) => {
  const { invoices, userErrors } = await world.mutate(
    admin,
    'generateInvoices',
    { accountId, asOf },
    `invoices { ${LINES} }`,
  );
  expect(userErrors.map((error: { code: string }) => error.code)).toEqual(
    invoices.length > 0 ? [] : ['NOTHING_TO_INVOICE'],
  );
  return invoices;
};
const nextDates = async (id: string) =>
  (
    await world.ask(
      admin,
      'query ($id: ID!) { account(id: $id) { subscriptions { edges { node { id nextInvoiceDate } } } } }',
      { id },
    )
  ).account.subscriptions.edges
    .map(({ node }: { node: { id: string; nextInvoiceDate: string | null } }) => node)
    .sort((one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1))
    .map((node: { nextInvoiceDate: string | null }) => node.nextInvoiceDate);

/** One invoice of these subscriptions, in the order of their starts; none when nothing is due. */
function invoiceOf(sold: readonly Sold[], asOf: string, currency: string) {
  const digits = DIGITS[currency] ?? 2;
  const inOrder = sold
    .map((one, nth) => ({ one, nth }))
    .sort((a, b) => (a.one.start < b.one.start ? -1 : Number(a.one.start > b.one.start)) || a.nth - b.nth);
  const lines = inOrder.flatMap(({ one }) => linesOf(one, asOf, digits));
  return lines.length > 0 ? [{ total: totalOf(lines, digits), currency, lines }] : [];
}

test('S16, S17: what is pending is what is owed, what is issued is what was pending, and then nothing is pending', async () => {
  await fc.assert(
    fc.asyncProperty(aCurrency, sales, aMoment, async (currency, sold, moment) => {
      const asOf = dayOf(moment, sold[0] as Sold);
      const id = await anAccount(currency, sold);
      const shown = await pending(id, asOf);
      expect(shown).toEqual(invoiceOf(sold, asOf, currency));
      expect(await issue(id, asOf)).toEqual(shown);
      expect(await pending(id, asOf)).toEqual([]);
      expect(await issue(id, asOf)).toEqual([]);
      expect(await nextDates(id)).toEqual(sold.map((one) => nextOf(one, asOf)));
    }),
    replayed,
  );
});

test('S16: issuing in two steps is issuing in one, line by line and to the cent', async () => {
  await fc.assert(
    fc.asyncProperty(aCurrency, sales, aMoment, aMoment, async (currency, sold, one, other) => {
      const [first = '', last = ''] = [one, other].map((moment) => dayOf(moment, sold[0] as Sold)).sort();
      const id = await anAccount(currency, sold);
      const steps = [...(await issue(id, first)), ...(await issue(id, last))];
      const lines = steps.flatMap((invoice) => invoice.lines as Line[]);
      const [whole] = invoiceOf(sold, last, currency);
      const sorted = (list: readonly Line[]) => list.map((line) => JSON.stringify(line)).sort();
      expect(sorted(lines)).toEqual(sorted(whole?.lines ?? []));
      const digits = DIGITS[currency] ?? 2;
      const sum = steps.reduce((total, invoice) => total + unitsOf(invoice.total), 0n);
      expect(written(sum, digits)).toBe(whole?.total ?? totalOf([], digits));
      expect(await nextDates(id)).toEqual(sold.map((one) => nextOf(one, last)));
    }),
    replayed,
  );
});

test("S16: joined on the reseller's account is one invoice a currency with the lines of all that owe, and no others'", async () => {
  const customers = fc.array(fc.record({ currency: aCurrency, sold: sales, separate: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(customers, aMoment, async (list, moment) => {
      const asOf = dayOf(moment, list[0]?.sold[0] as Sold);
      for (const { currency, sold, separate } of list) {
        await anAccount(currency, sold, { bill_to_id: beta.accountId, separate_invoices: separate });
      }
      const expected = Object.keys(DIGITS)
        .sort()
        .flatMap((currency) => {
          const mine = list.filter((one) => one.currency === currency && !one.separate);
          const lines = mine.flatMap(({ sold }) => invoiceOf(sold, asOf, currency).flatMap((one) => one.lines));
          const sorted = lines.map((line) => JSON.stringify(line)).sort();
          return lines.length > 0 ? [{ currency, total: totalOf(lines, DIGITS[currency] ?? 2), lines: sorted }] : [];
        });
      const shown = await pending(beta.accountId, asOf);
      const issued = await issue(beta.accountId, asOf);
      expect(issued).toEqual(shown);
      const sorted = issued.map((one: { lines: Line[] }) => ({
        ...one,
        lines: one.lines.map((line) => JSON.stringify(line)).sort(),
      }));
      expect(sorted).toEqual(expected);
      // The next run has customers of its own.
      await world.sql('UPDATE accounts SET bill_to_id = NULL WHERE bill_to_id = $1', [beta.accountId]);
    }),
    replayed,
  );
});
