import { migrate } from '../../../src/persistence/set-up/migrate';
import { aCustomer, admin, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';
import {
  billingRows,
  FORMERS,
  liveAsBefore,
  makeAccounts,
  owedBefore,
  type Placed,
  startOf,
  takeBack,
} from './former-version';

/**
 * S26: what the version before recorded and issued keeps its meaning: the last version's tables are filled by hand, migrated,
 * and asked through the API.
 */
const TODAY = '2026-06-30';
let world: World;
let setup: Setup;
let placed: Placed[];

beforeEach(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  world.now = new Date(`${TODAY}T12:00:00Z`);
  placed = await makeAccounts(world, setup);
  await takeBack(world);
  await liveAsBefore(world, placed, setup);
});
afterEach(() => world.close());

// biome-ignore lint/suspicious/noExplicitAny: as World.ask
type Shown = any;
const asked = async ({ accountId, subscriptionId }: Placed, asOf = TODAY): Promise<Shown> => {
  const { account } = await world.ask(
    admin,
    `query ($id: ID!, $asOf: Date) { account(id: $id) {
      pendingInvoices(asOf: $asOf) { lines { period description quantity amount } }
      subscriptions { edges { node { id quantity quantities { from quantity } nextInvoiceDate
        overbilled { period amount } } } } } }`,
    { id: accountId, asOf },
  );
  const { node } = account.subscriptions.edges.find((edge: Shown) => edge.node.id === subscriptionId);
  return { ...node, pending: account.pendingInvoices.flatMap(({ lines }: Shown) => lines) };
};
const nextBefore = (one: Placed): string | null => {
  if (one.months === 0 && one.invoiced > 0) return null;
  const next = startOf(one, one.invoiced);
  return one.endDate === null || next <= one.endDate ? next : null;
};
/** By the source, or by the distributor where it sold it; gives the codes of what speaks against it. */
const correct = async (one: Placed, version: string, quantities: object[]): Promise<string[]> => {
  const { source, billingPeriod, startDate, endDate, accountId, subscriptionId } = one;
  if (one.whose === 'own') {
    const { userErrors } = await world.mutate(admin, 'changeSubscription', { accountId, subscriptionId, quantities });
    return userErrors.map(({ code }: Shown) => code);
  }
  const { sync } = one.whose === 'Beta’s' ? setup.beta : setup.alpha;
  const paid = { ...{ sourceSubscriptionId: 'former', sku: 'MAIL', billingPeriod }, startDate, endDate };
  const subscription = { ...paid, quantities, sourceVersion: version };
  const input = { customer: aCustomer(source), subscription };
  return (await world.mutate(sync, 'recordPaidSubscription', input)).userErrors.map(({ code }: Shown) => code);
};
const audited = () =>
  world.sql('SELECT count(*)::int AS entries FROM account_audit UNION ALL SELECT count(*)::int FROM setup_audit');
/** The lines of subscriptions, and the first day that stands on each in words. */
const linesInWords = () =>
  world.sql<{ period: string; from: string; words: string }>(
    `SELECT first_day::text AS period, from_day::text AS from, (regexp_match(description, '\\d{4}-\\d\\d-\\d\\d'))[1] AS words
     FROM invoice_lines WHERE subscription_id IS NOT NULL`,
  );

describe('data of the version before', () => {
  test('is due and issued as it was: lines say their days, nothing invoiced is pending again, the rest is', async () => {
    const [entries, before] = [
      await audited(),
      await world.sql('SELECT * FROM account_history ORDER BY account_id, at'),
    ];
    await migrate(world.ownerUrl);
    expect(await audited()).toEqual(entries);
    expect(await world.sql('SELECT * FROM account_history ORDER BY account_id, at')).toEqual(before);
    const lines = await linesInWords();
    expect(lines).toHaveLength(FORMERS.reduce((sum, { invoiced }) => sum + invoiced, 0));
    for (const line of lines) expect(line).toEqual({ period: line.words, from: line.words, words: line.words });
    for (const one of placed) {
      expect([one.what, await asked(one)]).toEqual([
        one.what,
        {
          ...{ id: one.subscriptionId, quantity: one.quantity, nextInvoiceDate: nextBefore(one), overbilled: [] },
          quantities: [{ from: one.startDate, quantity: one.quantity }],
          pending: owedBefore(one, TODAY),
        },
      ]);
      expect([one.what, (await asked(one, '2027-03-01')).pending]).toEqual([one.what, owedBefore(one, '2027-03-01')]);
    }
  });

  test.each([
    ['more', 9],
    ['fewer', 1],
  ])('corrected to %s is due as issued where it was invoiced, and anew where it was not', async (_what, quantity) => {
    await migrate(world.ownerUrl);
    for (const one of placed) {
      expect([one.what, await correct(one, '1', [{ from: one.startDate, quantity }])]).toEqual([one.what, []]);
      const { pending, overbilled, nextInvoiceDate } = await asked(one);
      expect([one.what, pending, overbilled]).toEqual([one.what, owedBefore(one, TODAY, quantity), []]);
      expect([one.what, nextInvoiceDate]).toEqual([one.what, nextBefore(one)]);
    }
  });

  test('that grows within a period that was invoiced owes nothing for it, and the next one whole', async () => {
    await migrate(world.ownerUrl);
    for (const one of placed.filter(({ months, invoiced }) => months === 1 && invoiced > 0)) {
      const inside = new Date(`${startOf(one, one.invoiced - 1)}T00:00:00Z`);
      inside.setUTCDate(inside.getUTCDate() + 5);
      const step = { from: inside.toISOString().slice(0, 10), quantity: 8 };
      await correct(one, '1', [{ from: one.startDate, quantity: one.quantity }, step]);
      const { pending, overbilled } = await asked(one, '2026-08-31');
      expect([one.what, pending, overbilled]).toEqual([one.what, owedBefore(one, '2026-08-31', 8), []]);
    }
  });

  test('is invoiced on from where it was, each period once, with the next number', async () => {
    await migrate(world.ownerUrl);
    const [{ issued } = { issued: 0 }] = await world.sql<{ issued: number }>(
      'SELECT count(*)::int AS issued FROM invoices',
    );
    const generated: string[] = [];
    for (const { accountId } of placed) {
      const { invoices } = await world.mutate(admin, 'generateInvoices', { accountId }, 'invoices { number }');
      generated.push(...invoices.map(({ number }: Shown) => number));
    }
    expect(generated).toEqual(generated.map((_, index) => `2026-${String(issued + index + 1).padStart(6, '0')}`));
    for (const one of placed) {
      const { pending, overbilled } = await asked(one);
      expect([one.what, pending, overbilled]).toEqual([one.what, [], []]);
    }
    const periods = await world.sql(
      'SELECT charged_account_id, subscription_id, first_day::text AS day FROM invoice_lines',
    );
    expect(new Set(periods.map((row) => JSON.stringify(row))).size).toBe(periods.length);
    expect(periods).toHaveLength(placed.reduce((sum, one) => sum + one.invoiced + owedBefore(one, TODAY).length, 0));
    // What is issued now follows its state: of a lower quantity too much is shown, of the periods since alone.
    for (const one of placed) await correct(one, '1', [{ from: one.startDate, quantity: 1 }]);
    for (const one of placed) {
      const since = owedBefore(one, TODAY).filter(({ amount }) => Number(amount) > 0);
      const { overbilled } = await asked(one);
      expect([one.what, overbilled.map(({ period }: Shown) => period)]).toEqual([
        one.what,
        since.map(({ period }) => period),
      ]);
    }
  });

  test('can be credited: what was issued stays due as issued, and is not billed again', async () => {
    await migrate(world.ownerUrl);
    for (const one of placed.filter(({ invoiced, unitPrice }) => invoiced > 0 && unitPrice !== '0')) {
      const [line] = await world.sql<{ on: string; invoice: string; position: number; amount: string }>(
        `SELECT account_id AS on, invoice_id AS invoice, position, amount::text FROM invoice_lines WHERE charged_account_id = $1 LIMIT 1`,
        [one.accountId],
      );
      const { account } = await world.ask(
        admin,
        'query ($id: ID!) { account(id: $id) { invoices { edges { node { id lines { id credited } } } } } }',
        { id: line?.on },
      );
      const invoice = account.invoices.edges.find(({ node }: Shown) => node.id === line?.invoice).node;
      const lines = [{ invoiceLineId: invoice.lines[(line?.position ?? 0) - 1].id, amount: line?.amount }];
      const input = { accountId: line?.on, invoiceId: invoice.id, lines, reason: 'A favour' };
      expect((await world.mutate(admin, 'createCreditNote', input)).userErrors).toEqual([]);
      const { pending, overbilled } = await asked(one);
      expect([one.what, pending, overbilled]).toEqual([one.what, owedBefore(one, TODAY), []]);
    }
  });
});

describe('taken back to the version before', () => {
  test('it is as it was, row for row, and comes up again to the same', async () => {
    const before = await billingRows(world);
    await migrate(world.ownerUrl);
    await takeBack(world);
    expect(await billingRows(world)).toEqual(before);
    await migrate(world.ownerUrl);
    for (const one of placed)
      expect([one.what, (await asked(one)).pending]).toEqual([one.what, owedBefore(one, TODAY)]);
  });

  test('with steps that were issued it numbers the periods of the state, and leaves the next numbers free', async () => {
    await migrate(world.ownerUrl);
    for (const one of placed) {
      const steps = [0, 1].map((more) => ({ from: startOf(one, more), quantity: one.quantity + more }));
      await correct(one, '1', one.months === 0 ? steps.slice(0, 1) : [...steps, { from: '2040-01-01', quantity: 99 }]);
      await world.mutate(admin, 'generateInvoices', { accountId: one.accountId });
      // A step within what is issued by now, which is charged on a line of its own.
      const last = one.invoiced + owedBefore(one, TODAY).length - 1;
      if (one.months === 0 || last < one.invoiced) continue;
      const inside = new Date(`${startOf(one, last)}T00:00:00Z`);
      inside.setUTCDate(inside.getUTCDate() + 1);
      await correct(
        one,
        '2',
        [...steps, { from: inside.toISOString().slice(0, 10), quantity: one.quantity + 9 }].filter(
          ({ from }, index) => index !== 1 || from < inside.toISOString().slice(0, 10),
        ),
      );
      await world.mutate(admin, 'generateInvoices', { accountId: one.accountId });
    }
    const stepped = await world.sql('SELECT FROM invoice_lines WHERE from_day <> first_day');
    expect(stepped.length).toBeGreaterThan(5);
    await takeBack(world);
    const numbered = await world.sql<{ charged: string; nths: number[]; next: number }>(
      `SELECT l.charged_account_id AS charged, array_agg(l.period ORDER BY l.period) FILTER (WHERE l.period >= 0) AS nths,
         s.invoiced_periods AS next
       FROM invoice_lines l JOIN subscriptions s ON s.account_id = l.charged_account_id AND s.id = l.subscription_id
       GROUP BY 1, 3`,
    );
    expect(numbered.length).toBeGreaterThan(10);
    for (const { nths, next } of numbered) expect(nths).toEqual(Array.from({ length: next }, (_, nth) => nth));
    await migrate(world.ownerUrl);
    for (const one of placed) expect([one.what, (await asked(one)).pending]).toEqual([one.what, []]);
  });

  test('it refuses while there is a credit note, which that version cannot hold', async () => {
    await migrate(world.ownerUrl);
    const lines = [{ description: 'Work', quantity: '1', unitPrice: '10' }];
    const accountId = placed[0]?.accountId;
    const { invoice } = await world.mutate(admin, 'createInvoice', { accountId, lines }, 'invoice { id lines { id } }');
    const credited = [{ invoiceLineId: invoice.lines[0].id, amount: '1' }];
    const input = { accountId, invoiceId: invoice.id, lines: credited, reason: 'Wrong' };
    expect((await world.mutate(admin, 'createCreditNote', input)).userErrors).toEqual([]);
    await expect(takeBack(world)).rejects.toThrow('There are credit notes, which the version before this cannot hold.');
  });
});
