import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  copy,
  type Setup,
  type TestReseller,
} from '../support/resellers';
import { aBilledAccount, handOver, sell } from '../support/transfers';
import type { World } from '../support/world';
import { aRaceWorld } from './race-world';
import { aRacetrack, type Race, type Racetrack, raceAll } from './schedules';
import type { Operation, Payload } from './side';

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
  return `billed-${sources}`;
};

const generate = (accountId: string): Operation => ({
  caller: admin,
  mutation: 'generateInvoices',
  input: { accountId },
  selection: 'invoices { number total }',
});
const codesOf = (payload: Payload): string[] => payload.userErrors.map((error: { code: string }) => error.code);

/** The periods of accounts that stand on invoices, and where they stand. */
const billed = async (accountIds: readonly string[]) => {
  const lines = await world.sql<{ period: string; starts: string; on: string; amount: string }>(
    `SELECT l.subscription_id || ' ' || l.first_day AS period, l.account_id AS on, l.amount::text,
       (regexp_match(l.description, '\\d{4}-\\d\\d-\\d\\d'))[1] AS starts
     FROM invoice_lines l WHERE l.charged_account_id = ANY ($1::uuid[]) ORDER BY l.charged_account_id, l.first_day`,
    [accountIds],
  );
  expect(lines).toHaveLength(new Set(lines.map(({ period }) => period)).size);
  return lines;
};

/** No number is left out or used twice, every total is the sum of its lines, and what is invoiced is what is advanced. */
const assertBooksAreRight = async () => {
  const [wrong] = await world.sql<{ numbers: unknown; totals: unknown; periods: unknown }>(
    `WITH i AS MATERIALIZED (SELECT id, number, total FROM invoices),
       l AS MATERIALIZED (SELECT invoice_id, subscription_id, amount FROM invoice_lines),
       s AS MATERIALIZED (SELECT id, invoiced_periods FROM subscriptions)
     SELECT (SELECT json_agg(number) FROM (
         SELECT number, row_number() OVER (ORDER BY number) AS nth, (SELECT last_number FROM invoice_counters) AS last,
           count(*) OVER () AS count FROM i) i
       WHERE number <> '2026-' || lpad(nth::text, 6, '0') OR last <> count) AS numbers,
       (SELECT json_agg(i.number) FROM i WHERE total <> (SELECT sum(amount) FROM l WHERE l.invoice_id = i.id)) AS totals,
       (SELECT json_agg(s.id) FROM s
        WHERE invoiced_periods <> (SELECT count(*) FROM l WHERE l.subscription_id = s.id)) AS periods`,
  );
  expect(wrong).toEqual({ numbers: null, totals: null, periods: null });
};

/** Months of five mailboxes from 31 January, all begun by 30 June. */
const MONTHS = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'];

/** Two calls that would both bill the same: one does, and the other finds nothing. */
const twice = (arrange: () => Promise<{ called: readonly [string, string]; billed: string[] }>) => async () => {
  const { called, billed: ids } = await arrange();
  const race: Race = {
    operations: [generate(called[0]), generate(called[1])],
    check: async (payloads) => {
      const lines = await billed(ids);
      expect(lines.map(({ starts }) => starts)).toEqual(ids.flatMap(() => MONTHS));
      await assertBooksAreRight();
      const issuing = payloads.map((payload) => payload.invoices.length);
      for (const [index, payload] of payloads.entries()) {
        expect(codesOf(payload)).toEqual(issuing[index] > 0 ? [] : ['NOTHING_TO_INVOICE']);
      }
      return `${issuing.join(' and ')} invoices`;
    },
  };
  return race;
};

/** A reseller of the test's own with customers whose invoices are joined on its account. */
const joined = async (customers: number): Promise<{ reseller: TestReseller; ids: string[] }> => {
  const reseller = await aReseller(world, { name: aSource(), currency: 'USD', separateInvoices: false });
  const ids: string[] = [];
  for (let index = 0; index < customers; index += 1) ids.push(await copy(world, reseller, aCustomer(aSource())));
  return { reseller, ids };
};

describe('S16: two calls at the same instant', () => {
  test('on one customer bill each period once', async () => {
    const arrange = twice(async () => {
      const id = await copy(world, setup.alpha, aCustomer(aSource()));
      return { called: [id, id], billed: [id] };
    });
    const tally = await raceAll('generateInvoices × generateInvoices, one customer', track, arrange);
    expect(tally).toEqual({ '1 and 0 invoices': expect.any(Number), '0 and 1 invoices': expect.any(Number) });
  });

  test("on a customer and on the reseller's account bill each period once", async () => {
    const arrange = twice(async () => {
      const { reseller, ids } = await joined(2);
      return { called: [ids[0] ?? '', reseller.accountId], billed: ids };
    });
    const tally = await raceAll("generateInvoices × generateInvoices, customer and reseller's account", track, arrange);
    expect(tally).toEqual({ '1 and 1 invoices': expect.any(Number), '0 and 1 invoices': expect.any(Number) });
  });

  test("on the reseller's account bill each period of every customer once", async () => {
    const arrange = twice(async () => {
      const { reseller, ids } = await joined(2);
      return { called: [reseller.accountId, reseller.accountId], billed: ids };
    });
    const tally = await raceAll("generateInvoices × generateInvoices, the reseller's account", track, arrange);
    expect(tally).toEqual({ '1 and 0 invoices': expect.any(Number), '0 and 1 invoices': expect.any(Number) });
  });
});

describe('S16, S24: invoicing at the instant of a transfer', () => {
  test.each([true, false])(
    'bills each period once, to the reseller; separate invoices %s',
    async (separateInvoices) => {
      const name = `generateInvoices × transfer, separate invoices ${separateInvoices}`;
      const tally = await raceAll(name, track, async () => {
        const id = await aBilledAccount(world, setup.alpha, { separateInvoices });
        const known = await sell(world, id);
        const handed = handOver(id, aSource(), { [known]: 'known' });
        const transfer: Operation = {
          caller: admin,
          mutation: 'transferAccounts',
          input: { tenantResellerId: setup.alpha.id, accounts: [handed] },
          selection: 'results { userErrors { code } }',
        };
        return {
          operations: [generate(id), transfer],
          check: async ([generated, transferred]) => {
            expect([...codesOf(generated), ...codesOf(transferred.results[0])]).toEqual([]);
            const lines = await billed([id]);
            expect(lines.map(({ starts }) => starts)).toEqual(MONTHS);
            expect(new Set(lines.map(({ on }) => on))).toEqual(
              new Set([separateInvoices ? id : setup.alpha.accountId]),
            );
            await assertBooksAreRight();
            const [first] = await world.sql<{ kind: string }>(
              `SELECT kind FROM account_history WHERE account_id = $1 AND kind IN ('INVOICED', 'TRANSFERRED') ORDER BY at`,
              [id],
            );
            return `${first?.kind} first`;
          },
        };
      });
      expect(tally).toEqual({ 'INVOICED first': expect.any(Number), 'TRANSFERRED first': expect.any(Number) });
    },
  );
});

describe('S16: invoicing at the instant of a cancellation', () => {
  const race = (called: 'the customer' | "the reseller's account") => async (): Promise<Race> => {
    const { reseller, ids } = await joined(1);
    const [id = ''] = ids;
    const [row] = await world.sql<{ source: string }>(
      'SELECT source_account_id AS source FROM accounts WHERE id = $1',
      [id],
    );
    const cancellation = {
      sourceAccountId: row?.source,
      sourceSubscriptionId: aPaidSubscription().sourceSubscriptionId,
      endDate: '2026-03-31',
    };
    return {
      operations: [
        generate(called === 'the customer' ? id : reseller.accountId),
        { caller: reseller.sync, mutation: 'cancelPaidSubscription', input: cancellation, selection: 'outcome' },
      ],
      check: async ([generated, cancelled]) => {
        expect(codesOf(generated)).toEqual([]);
        expect(cancelled).toEqual({ outcome: 'APPLIED', userErrors: [] });
        const starts = (await billed([id])).map((line) => line.starts);
        await assertBooksAreRight();
        const isBilledWhole = starts.length === MONTHS.length;
        expect(starts).toEqual(isBilledWhole ? MONTHS : MONTHS.slice(0, 3));
        return isBilledWhole ? 'the invoice first' : 'the cancellation first';
      },
    };
  };

  test.each(['the customer', "the reseller's account"] as const)(
    'called on %s bills all that has begun, or all up to the last day',
    async (called) => {
      const tally = await raceAll(`generateInvoices × cancelPaidSubscription, ${called}`, track, race(called));
      expect(tally).toEqual({ 'the invoice first': expect.any(Number), 'the cancellation first': expect.any(Number) });
    },
  );
});
