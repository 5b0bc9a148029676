import { Client, type DatabaseError } from 'pg';
import { isDistributed } from '../support/connections';
import { aCustomer, admin, aReseller, copy, type TestReseller } from '../support/resellers';
import type { World } from '../support/world';
import { aRaceWorld } from './race-world';
import { aRacetrack, type Racetrack } from './schedules';
import type { Operation, Payload } from './side';

/** What comes to a reseller's account while its customers are gathered: after the locks, before the bill. */
const LAST_NIGHT = new Date('2026-12-31T23:59:59Z');
const NEW_YEAR = new Date('2027-01-01T00:00:00Z');

let world: World;
let track: Racetrack;

beforeAll(async () => {
  ({ world } = await aRaceWorld());
  world.now = NEW_YEAR;
  track = await aRacetrack(world);
});
afterAll(async () => {
  await track.close();
  await world.close();
});

const generate = (accountId: string, now = LAST_NIGHT): Operation => ({
  caller: admin,
  mutation: 'generateInvoices',
  input: { accountId, asOf: '2026-12-31' },
  selection: 'invoices { number total }',
  now,
});
const setSeparate = (accountId: string, separateInvoices: boolean): Operation => ({
  caller: admin,
  mutation: 'updateAccount',
  input: { accountId, separateInvoices },
});
const codesOf = (payload: Payload): string[] => payload.userErrors.map((error: { code: string }) => error.code);

let sources = 0;
const aSource = () => {
  sources += 1;
  return `gathered-${sources}`;
};

const aJoiningReseller = async (): Promise<{ reseller: TestReseller; customer: string }> => {
  const reseller = await aReseller(world, { name: aSource(), currency: 'USD', separateInvoices: false });
  return { reseller, customer: await copy(world, reseller, aCustomer(aSource())) };
};

/** How often each of the twelve months since 31 January stands on an invoice. */
const timesBilled = async (accountId: string): Promise<number[]> => {
  const rows = await world.sql<{ times: number }>(
    `WITH s AS MATERIALIZED (SELECT id, start_date FROM subscriptions WHERE account_id = $1),
       l AS MATERIALIZED (SELECT subscription_id, first_day FROM invoice_lines WHERE charged_account_id = $1)
     SELECT count(l.first_day)::int AS times FROM s CROSS JOIN generate_series(0, 11) p
       LEFT JOIN l ON l.subscription_id = s.id AND l.first_day = (s.start_date + make_interval(months => p))::date
     GROUP BY s.id, p ORDER BY p`,
    [accountId],
  );
  return rows.map(({ times }) => times);
};
const ONCE_EACH = Array.from({ length: 12 }, () => 1);

test('S16: a customer that is copied while its reseller is invoiced, and invoiced at once, is billed once', async () => {
  const [gathering, single] = track.sides;
  const tally: Record<string, number> = {};
  for (let lead = 0, isOver = false; !isOver; lead += 1) {
    for (let follow = 0, followed = false; !followed; follow += 3) {
      const { reseller } = await aJoiningReseller();
      gathering.begin(generate(reseller.accountId));
      let state = '';
      for (let step = 0; step < lead && state !== 'done'; step += 1) state = await gathering.step();
      isOver = state === 'done';
      const newcomer = await copy(world, reseller, aCustomer(aSource()));
      single.begin(generate(newcomer));
      for (let step = 0; step < follow && !followed; step += 1) followed = (await single.step()) !== 'standing';
      await gathering.run();
      const [gathered, alone] = await Promise.all([gathering.finish(), single.finish()]);
      expect(codesOf(gathered)).toEqual([]);
      expect([[], ['NOTHING_TO_INVOICE']]).toContainEqual(codesOf(alone));
      expect(await timesBilled(newcomer)).toEqual(ONCE_EACH);
      const who = alone.invoices.length > 0 ? 'by itself' : 'with the others';
      tally[who] = (tally[who] ?? 0) + 1;
    }
  }
  console.info(`a newcomer was billed ${JSON.stringify(tally)}`);
  expect(tally).toEqual({ 'by itself': expect.any(Number), 'with the others': expect.any(Number) });
});

test('S16: a customer that is joined and separated again while its reseller is invoiced is billed once', async () => {
  const [gathering, single] = track.sides;
  const clerk = new Client({ connectionString: world.ownerUrl });
  await clerk.connect();
  await clerk.query('INSERT INTO invoice_counters VALUES (2026, 0) ON CONFLICT DO NOTHING');
  let met = 0;
  try {
    for (let lead = 0, isOver = false; !isOver; lead += 1) {
      const { reseller, customer } = await aJoiningReseller();
      const changing = await copy(world, reseller, aCustomer(aSource()));
      await world.mutate(admin, 'updateAccount', { accountId: changing, separateInvoices: true });
      gathering.begin(generate(reseller.accountId));
      let state = '';
      for (let step = 0; step < lead && state !== 'done'; step += 1) state = await gathering.step();
      isOver = state === 'done';
      single.begin(setSeparate(changing, false));
      await single.run();
      // Somebody else has the year's last number: the statement that bills has read what is pending and waits.
      await clerk.query('BEGIN');
      if (await takesCounter(clerk)) met += 1;
      else isOver = true;
      await gathering.run();
      single.begin(setSeparate(changing, true));
      if ((await single.run()) === 'done') {
        single.begin(generate(changing, NEW_YEAR));
        await single.run();
      }
      await clerk.query('COMMIT');
      const answers = await Promise.all([gathering.finish(), single.finish()]);
      expect(answers.map(codesOf)).toEqual([[], []]);
      await world.mutate(admin, 'generateInvoices', { accountId: changing, asOf: '2026-12-31' });
      expect({ lead, customer: await timesBilled(customer) }).toEqual({ lead, customer: ONCE_EACH });
      expect({ lead, changing: await timesBilled(changing) }).toEqual({ lead, changing: ONCE_EACH });
    }
  } finally {
    await clerk.end();
  }
  console.info(`joined and separated behind ${met} leads`);
  expect(met).toBeGreaterThan(3);
});

/** Takes the year's counter unless somebody holds it, and says whether it was had. */
async function takesCounter(clerk: Client): Promise<boolean> {
  const counter = 'SELECT year FROM invoice_counters WHERE year = 2026 FOR UPDATE';
  if (!isDistributed()) return (await clerk.query(`${counter} SKIP LOCKED`)).rowCount === 1;
  // Nothing is skipped of a table that several nodes have whole: it is locked as one.
  await clerk.query(`SET LOCAL statement_timeout = '1s'`);
  return clerk.query(counter).then(
    () => true,
    (error: DatabaseError) => {
      // query_canceled, by the timeout
      if (error.code !== '57014') throw error;
      return false;
    },
  );
}
