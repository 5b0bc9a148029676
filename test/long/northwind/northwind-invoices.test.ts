import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/config/package-root';
import { admin, aReseller, type TestReseller } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

const AS_OF = '2026-06-30';
const FOLDER = join(packageRoot(), 'examples', 'northwind');
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

interface Event {
  readonly reseller: 'europe' | 'americas';
  readonly customer: { readonly sourceAccountId: string };
  readonly subscription: {
    readonly sourceSubscriptionId: string;
    readonly sku: string;
    readonly quantity: number;
    readonly billingPeriod: string;
    readonly startDate: string;
  };
}
interface Service {
  readonly sku: string;
  readonly name: string;
  readonly prices: readonly { readonly currency: string; readonly billingPeriod: string; readonly amount: string }[];
}

const events: Event[] = read('paid-subscriptions.ndjson')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const services: Service[] = JSON.parse(read('services.json'));
const CURRENCIES = { europe: 'EUR', americas: 'USD' } as const;

/** The bill as a clerk would write it from the files: every period that has begun, at the list's price, in cents. */
function owed({ reseller, subscription }: Event): { text: string; cents: number }[] {
  const { sku, quantity, billingPeriod, startDate, sourceSubscriptionId } = subscription;
  const currency = CURRENCIES[reseller];
  const service = services.find((one) => one.sku === sku);
  const price = service?.prices.find((one) => one.currency === currency && one.billingPeriod === billingPeriod)?.amount;
  if (!service || !price) throw new Error(`No price of ${sku}`);
  const cents = quantity * Number(price.replace('.', ''));
  const line = (days: string) => ({
    text: [sourceSubscriptionId, `${service.name}, ${days}`, quantity, price, money(cents)].join(' | '),
    cents,
  });
  if (billingPeriod === 'ONCE') return [line(startDate)];
  const months = { MONTHLY: 1, ANNUAL: 12 }[billingPeriod];
  if (!months) throw new Error(`The clerk knows no ${billingPeriod}`);
  const lines: { text: string; cents: number }[] = [];
  for (let start = startDate, nth = 1; start <= AS_OF; nth += 1) {
    const next = onSameDay(startDate, months * nth);
    lines.push(line(`${start} to ${new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10)}`));
    start = next;
  }
  return lines;
}

/** The same day so many months on, or the last one of that month when it has no such day. */
function onSameDay(day: string, months: number): string {
  const month = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() + months);
  const sameMonth = month.toISOString().slice(0, 7);
  for (let dayOfMonth = Number(day.slice(8)); ; dayOfMonth -= 1) {
    const candidate = `${sameMonth}-${String(dayOfMonth).padStart(2, '0')}`;
    const date = new Date(`${candidate}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(candidate)) return candidate;
  }
}

const money = (cents: number) => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

interface Bill {
  readonly total: string;
  readonly lines: readonly string[];
}

const billOf = (of: readonly Event[]): Bill => {
  const lines = of.flatMap(owed);
  return {
    total: money(lines.reduce((sum, { cents }) => sum + cents, 0)),
    lines: lines.map(({ text }) => text).sort(),
  };
};

const customersOf = (reseller: Event['reseller']) => {
  const byCustomer = new Map<string, Event[]>();
  for (const event of events.filter((one) => one.reseller === reseller)) {
    const { sourceAccountId } = event.customer;
    byCustomer.set(sourceAccountId, [...(byCustomer.get(sourceAccountId) ?? []), event]);
  }
  return byCustomer;
};

let world: World;
let europe: TestReseller;
let americas: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  for (const service of services) await world.mutate(admin, 'saveService', service);
  europe = await aReseller(world, { name: 'Northwind Europe', currency: 'EUR', separateInvoices: true });
  americas = await aReseller(world, { name: 'Northwind Americas', currency: 'USD', separateInvoices: false });
  await sync(europe, customersOf('europe'));
  await sync(americas, customersOf('americas'));
  world.now = new Date(`${AS_OF}T12:00:00Z`);
}, 60_000);
afterAll(() => world.close());

/** A customer has more subscriptions than an item may hold: they go in several. */
async function sync(reseller: TestReseller, customers: ReadonlyMap<string, readonly Event[]>) {
  const items = [...customers.values()].flatMap((own) => {
    const parts = Array.from({ length: Math.ceil(own.length / 100) }, (_, nth) =>
      own.slice(nth * 100, nth * 100 + 100),
    );
    return parts.map((part) => ({
      customer: own[0]?.customer,
      paidSubscriptions: part.map(({ subscription }) => subscription),
    }));
  });
  const { results } = await world.mutate(
    reseller.sync,
    'syncCustomers',
    { items },
    'results { userErrors { message } }',
  );
  expect(results.filter((one: { userErrors: unknown[] }) => one.userErrors.length > 0)).toEqual([]);
}

const LINES = `total currency billTo { id }
  lines { description quantity unitPrice amount account { id } subscription { sourceSubscriptionId } }`;

interface ShownLine {
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
  readonly account: { readonly id: string };
  readonly subscription: { readonly sourceSubscriptionId: string };
}
const textOf = ({ description, quantity, unitPrice, amount, subscription }: ShownLine) =>
  [subscription.sourceSubscriptionId, description, quantity, unitPrice, amount].join(' | ');
const shownBill = ({ total, lines }: { total: string; lines: ShownLine[] }): Bill => ({
  total,
  lines: lines.map(textOf).sort(),
});

const accountsOf = async (reseller: TestReseller) => {
  const rows = await world.sql<{ id: string; source: string }>(
    'SELECT id, source_account_id AS source FROM accounts WHERE tenant_reseller_id = $1 ORDER BY source_account_id',
    [reseller.id],
  );
  return new Map(rows.map(({ id, source }) => [source, id]));
};
const pending = async (id: string) =>
  (await world.ask(admin, `query ($id: ID!) { account(id: $id) { pendingInvoices { ${LINES} } } }`, { id })).account
    .pendingInvoices;
const generate = (accountId: string) =>
  world.mutate(admin, 'generateInvoices', { accountId }, `invoices { number account { id } ${LINES} }`);

test('the files have what the clerk counts: 2,155 subscriptions of 52 and 37 customers', () => {
  expect(events).toHaveLength(2155);
  expect([customersOf('europe').size, customersOf('americas').size]).toEqual([52, 37]);
});

test('S16, S17: each of the 52 customers of Northwind Europe gets an invoice of its own, as the files say, to the cent', async () => {
  const accounts = await accountsOf(europe);
  const expected = customersOf('europe');
  expect([...accounts.keys()].sort()).toEqual([...expected.keys()].sort());
  let [lines, cents] = [0, 0];
  for (const [source, id] of accounts) {
    const bill = billOf(expected.get(source) ?? []);
    const shown = await pending(id);
    expect(shown).toMatchObject([{ currency: 'EUR', billTo: { id: europe.accountId } }]);
    expect({ source, ...shownBill(shown[0]) }).toEqual({ source, ...bill });
    const { invoices, userErrors } = await generate(id);
    expect(userErrors).toEqual([]);
    expect(invoices).toEqual([{ ...shown[0], number: expect.stringMatching(/^2026-\d{6}$/), account: { id } }]);
    lines += bill.lines.length;
    cents += Number(bill.total.replace('.', ''));
  }
  expect([lines, money(cents)]).toEqual([9727, '6690913.99']);
  expect(await generate(europe.accountId)).toMatchObject({ userErrors: [{ code: 'NOTHING_TO_INVOICE' }] });
}, 60_000);

test('S16, S17: Northwind Americas gets one invoice with the lines of its 37 customers, as the files say, to the cent', async () => {
  const accounts = await accountsOf(americas);
  const expected = customersOf('americas');
  for (const [source, id] of accounts) {
    const [shown] = await pending(id);
    expect({ source, ...shownBill(shown) }).toEqual({ source, ...billOf(expected.get(source) ?? []) });
  }
  const shown = await pending(americas.accountId);
  const { invoices, userErrors } = await generate(americas.accountId);
  expect(userErrors).toEqual([]);
  expect(invoices).toEqual([{ ...shown[0], number: expect.any(String), account: { id: americas.accountId } }]);
  const [invoice] = invoices;
  expect(invoice).toMatchObject({ currency: 'USD', billTo: { id: americas.accountId } });
  const all = billOf([...expected.values()].flat());
  expect(shownBill(invoice)).toEqual(all);
  for (const [source, id] of accounts) {
    const mine = invoice.lines.filter((line: ShownLine) => line.account.id === id).map(textOf);
    expect({ source, lines: mine.sort() }).toEqual({ source, lines: billOf(expected.get(source) ?? []).lines });
    expect(await pending(id)).toEqual([]);
  }
  expect([all.lines.length, all.total]).toEqual([6355, '4438944.56']);
}, 60_000);

test('S16: the 53 invoices have the first 53 numbers of the year', async () => {
  const rows = await world.sql<{ number: string }>('SELECT number FROM invoices ORDER BY number');
  expect(rows.map(({ number }) => number)).toEqual(
    Array.from({ length: 53 }, (_, index) => `2026-${String(index + 1).padStart(6, '0')}`),
  );
});
