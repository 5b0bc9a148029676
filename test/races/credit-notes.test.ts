import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  copy,
  type Setup,
  see,
  type TestReseller,
} from '../support/resellers';
import type { World } from '../support/world';
import { aRaceWorld } from './race-world';
import { aRacetrack, type Race, type Racetrack, raceAll } from './schedules';
import type { Operation, Payload } from './side';
import { codesOf } from './writes';

/**
 * S26: what two calls at once issue, take back or correct is right to the cent whichever way they come between each other: a
 * line is never credited beyond what is left of it, and no period is invoiced twice.
 */
let world: World;
let setup: Setup;
let track: Racetrack;

beforeAll(async () => {
  ({ world, setup } = await aRaceWorld());
  track = await aRacetrack(world);
});
afterAll(async () => {
  await track.close();
  await world.close();
});

let sources = 0;
const aSource = () => {
  sources += 1;
  return `followed-${sources}`;
};

/** Months of five mailboxes from 31 January, all begun by 30 June. */
const MONTHS = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'];

const generate = (accountId: string): Operation => ({
  caller: admin,
  mutation: 'generateInvoices',
  input: { accountId },
  selection: 'invoices { id lines { id amount } }',
});
const generated = async (accountId: string): Promise<Payload> => {
  const { mutation, input, selection } = generate(accountId);
  return world.mutate(admin, mutation, input, selection);
};
const credit = (accountId: string, invoice: Payload, amounts: readonly string[]): Operation => ({
  caller: admin,
  mutation: 'createCreditNote',
  input: {
    ...{ accountId, invoiceId: invoice.id, reason: 'Raced' },
    lines: amounts.map((amount, index) => ({ invoiceLineId: invoice.lines[index].id, amount })),
  },
  selection: 'invoice { number total }',
});

/** Numbers without gaps in each series, totals that are the sums of their lines, lines that are not credited too far. */
const assertBooksAreRight = async () => {
  const [wrong] = await world.sql<{ numbers: unknown; totals: unknown; credited: unknown }>(
    `WITH i AS MATERIALIZED (SELECT id, kind, number, total, corrects_id FROM invoices),
       l AS MATERIALIZED (SELECT invoice_id, position, corrects_position, amount FROM invoice_lines)
     SELECT (SELECT json_agg(number) FROM (
         SELECT number, kind, row_number() OVER (PARTITION BY kind ORDER BY number) AS nth FROM i) i
       WHERE number <> CASE kind WHEN 'CREDIT_NOTE' THEN 'CN-' ELSE '' END || '2026-' || lpad(nth::text, 6, '0')) AS numbers,
       (SELECT json_agg(i.number) FROM i WHERE total <> (SELECT sum(amount) FROM l WHERE l.invoice_id = i.id)) AS totals,
       (SELECT json_agg(l.invoice_id) FROM l WHERE l.amount < (
          SELECT -sum(c.amount) FROM i n JOIN l c ON c.invoice_id = n.id
          WHERE n.corrects_id = l.invoice_id AND c.corrects_position = l.position)) AS credited`,
  );
  expect(wrong).toEqual({ numbers: null, totals: null, credited: null });
};

/** What stands on invoices for each period of an account, and what was taken back of it. */
const billed = async (accountId: string) =>
  world.sql<{ period: string; issued: string; credited: string }>(
    `SELECT l.first_day::text AS period, sum(l.amount) FILTER (WHERE l.amount > 0)::text AS issued,
       coalesce(-sum(l.amount) FILTER (WHERE l.amount < 0), 0)::text AS credited
     FROM invoice_lines l WHERE l.charged_account_id = $1 GROUP BY 1 ORDER BY 1`,
    [accountId],
  );
const moneyOf = async (id: string) => {
  const { pendingInvoices, subscriptions } = await see(
    world,
    admin,
    id,
    'pendingInvoices { total } subscriptions { edges { node { overbilled { period amount } } } }',
  );
  return {
    pending: pendingInvoices.map(({ total }: Payload) => total),
    overbilled: subscriptions.edges.flatMap(({ node }: Payload) => node.overbilled),
  };
};

describe('two credit notes at the same instant', () => {
  test.each([
    ['of more than there is together: one is made', ['7.50'], ['7.50'], ['7.50']],
    ['of one line each: both are made', ['12.50'], ['0.01', '12.50'], ['12.50', '12.50']],
    ['of what there is together: both are made', ['7.50'], ['5.00'], ['12.50']],
  ])('never credit more than what is left: %s', async (what, one, other, expected) => {
    const bothFit = what.endsWith('both are made');
    const tally = await raceAll(`createCreditNote × createCreditNote, ${what}`, track, async () => {
      const id = await copy(world, setup.alpha, aCustomer(aSource()));
      const [invoice] = (await generated(id)).invoices;
      // The second one of one line each begins with the second line.
      const first = what.includes('one line each') ? { ...invoice, lines: invoice.lines.slice(1) } : invoice;
      const others = what.includes('one line each') ? ['12.50'] : other;
      return {
        operations: [credit(id, invoice, one), credit(id, first, others)],
        check: async (payloads) => {
          await assertBooksAreRight();
          const codes = payloads.map((payload) => codesOf(payload).join());
          expect([...codes].sort()).toEqual(bothFit ? ['', ''] : ['', 'INVALID_INPUT']);
          const taken = (await billed(id)).map(({ credited }) => credited).filter((amount) => Number(amount) > 0);
          expect(taken).toEqual(expected);
          return codes.map((code) => (code === '' ? 'made' : 'refused')).join(' and ');
        },
      };
    });
    const some = expect.any(Number);
    expect(tally).toEqual(bothFit ? { 'made and made': some } : { 'made and refused': some, 'refused and made': some });
  });

  test('on two accounts take a number each', async () => {
    await raceAll('createCreditNote × createCreditNote, two accounts', track, async () => {
      const ids = [
        await copy(world, setup.alpha, aCustomer(aSource())),
        await copy(world, setup.alpha, aCustomer(aSource())),
      ];
      const notes: Operation[] = [];
      for (const id of ids) notes.push(credit(id, (await generated(id)).invoices[0], ['1.00']));
      return {
        operations: [notes[0], notes[1]] as [Operation, Operation],
        check: async (payloads) => {
          await assertBooksAreRight();
          const numbers = payloads.map(({ invoice }) => invoice.number);
          expect(new Set(numbers).size).toBe(2);
          return 'both';
        },
      };
    });
  });
});

/** Two customers of a reseller of the test's own, whose invoices are joined on its account. */
const joined = async (): Promise<{ reseller: TestReseller; id: string; source: string }> => {
  const reseller = await aReseller(world, { name: aSource(), currency: 'USD', separateInvoices: false });
  const source = aSource();
  return { reseller, source, id: await copy(world, reseller, aCustomer(source)) };
};

test('a credit note at the instant of an invoice takes back what it names, and the invoice bills what is pending', async () => {
  const tally = await raceAll('createCreditNote × generateInvoices', track, async () => {
    const { reseller, source, id } = await joined();
    const [invoice] = (await generated(id)).invoices;
    const paid = aPaidSubscription('s-1', { sourceVersion: '2', quantity: 6 });
    await world.mutate(reseller.sync, 'recordPaidSubscription', { customer: aCustomer(source), subscription: paid });
    return {
      operations: [credit(reseller.accountId, invoice, ['12.50', '12.50']), generate(id)],
      check: async ([credited, billing]) => {
        expect([...codesOf(credited), ...codesOf(billing)]).toEqual([]);
        await assertBooksAreRight();
        const lines = await billed(id);
        expect(lines).toEqual(
          MONTHS.map((period, index) => ({ period, issued: '15.00', credited: index < 2 ? '12.50' : '0' })),
        );
        expect(await moneyOf(id)).toEqual({ pending: [], overbilled: [] });
        const [first] = await world.sql<{ kind: string }>(
          `SELECT kind FROM account_history WHERE account_id = $1 AND kind IN ('INVOICED', 'CREDITED') ORDER BY at DESC LIMIT 1`,
          [id],
        );
        return `${first?.kind} last`;
      },
    };
  });
  expect(tally).toEqual({ 'INVOICED last': expect.any(Number), 'CREDITED last': expect.any(Number) });
});

describe('a state from the source at the instant of an invoice', () => {
  const step = (from: string, quantity: number) => ({ from, quantity });
  /** What the state has of its own, and what it owes for each of its periods by 30 June. */
  const STATES: [what: string, changes: Record<string, unknown>, due: Record<string, string>][] = [
    ['more seats', { quantity: 6 }, Object.fromEntries(MONTHS.map((month) => [month, '15.00']))],
    ['fewer seats', { quantity: 4 }, Object.fromEntries(MONTHS.map((month) => [month, '10.00']))],
    [
      'a step within a period',
      // 15 of the 31 days from 31 March to 29 April are none; 15 of 30 are: two seats of 2.50.
      { quantity: undefined, quantities: [step('2026-01-31', 5), step('2026-04-15', 7)] },
      {
        ...Object.fromEntries(MONTHS.map((month, index) => [month, index < 3 ? '12.50' : '17.50'])),
        '2026-03-31': '15.00',
      },
    ],
    ['an end', { endDate: '2026-03-30' }, { '2026-01-31': '12.50', '2026-02-28': '12.50' }],
    ['another start', { startDate: '2026-05-31' }, { '2026-05-31': '12.50', '2026-06-30': '12.50' }],
  ];

  const race =
    (changes: Record<string, unknown>, due: Record<string, string>, onPayer: boolean) => async (): Promise<Race> => {
      const { reseller, source, id } = await joined();
      const subscription = aPaidSubscription('s-1', { sourceVersion: '2', ...changes });
      return {
        operations: [
          generate(onPayer ? reseller.accountId : id),
          {
            caller: reseller.sync,
            mutation: 'recordPaidSubscription',
            input: { customer: aCustomer(source), subscription },
            selection: 'subscriptionOutcome',
          },
        ],
        check: async ([billing, recorded]) => {
          expect([...codesOf(billing), ...codesOf(recorded)]).toEqual([]);
          expect(recorded.subscriptionOutcome).toBe('APPLIED');
          const [before] = billing.invoices;
          const isBilledBefore =
            before.lines.length === MONTHS.length && before.lines.every(({ amount }: Payload) => amount === '12.50');
          await generated(id);
          await assertBooksAreRight();
          const { pending, overbilled } = await moneyOf(id);
          expect(pending).toEqual([]);
          const tooMuch = new Map<string, string>(overbilled.map(({ period, amount }: Payload) => [period, amount]));
          const lines = await billed(id);
          expect(lines.map(({ period, issued }) => [period, Number(issued)])).toEqual(
            [...new Set([...Object.keys(due), ...tooMuch.keys()])]
              .sort()
              .map((period) => [period, Number(due[period] ?? 0) + Number(tooMuch.get(period) ?? 0)]),
          );
          // Of what was billed by the state before, what is above the present one is too much; by the present one nothing is.
          const expected = MONTHS.filter((month) => Number(due[month] ?? 0) < 12.5);
          expect([...tooMuch.keys()]).toEqual(isBilledBefore ? expected : []);
          return isBilledBefore ? 'the invoice first' : 'the state first';
        },
      };
    };

  const both = { 'the invoice first': expect.any(Number), 'the state first': expect.any(Number) };

  test.each(STATES)(
    'is billed to the cent whichever comes first, and nothing twice: %s',
    async (what, changes, due) => {
      expect(await raceAll(`generateInvoices × a state with ${what}`, track, race(changes, due, false))).toEqual(both);
    },
  );

  test('is billed so on the account that pays as well', async () => {
    for (const [what, changes, due] of STATES.slice(0, 1)) {
      const name = `generateInvoices on the payer × a state with ${what}`;
      expect(await raceAll(name, track, race(changes, due, true))).toEqual(both);
    }
  });
});
