import { Client } from 'pg';
import { acknowledge, handOut, withOutbox } from '../../../src/persistence/outbox/hand-out';
import { timeLimit, withClient } from '../../support/connections';
import { admin, anOwnAccount } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

jest.setTimeout(timeLimit(60_000));

let world: World;
let account: string;

beforeEach(async () => {
  world = await createWorld();
  account = await anOwnAccount(world);
});
afterEach(() => world.close());

/** Asks by hand, as the server does: a request of this system, in a transaction that the test ends. */
const insert = (client: Client, systemCode: string, accountId = account) =>
  client.query(
    `INSERT INTO synchronization_outbox (account_id, id, system_code, requested_by) VALUES ($1, gen_random_uuid(), $2, 'root')`,
    [accountId, systemCode],
  );
const asPortal = <T>(work: (client: Client) => Promise<T>) => withClient(world.portalUrl, work);
const take = (after = 0n, atMost = 200) => withOutbox(world.portalUrl, (keeper) => handOut(keeper, after, atMost));
const taken = async (after?: bigint, atMost?: number) =>
  (await take(after, atMost)).map(({ position, systemCode }) => `${position} ${systemCode}`);
const deliver = (upTo: bigint) => withOutbox(world.portalUrl, (keeper) => acknowledge(keeper, upTo));

test('what was asked for is handed out in the order of asking, until it is acknowledged', async () => {
  for (const systemCode of ['M365', 'AZURE', 'CRM']) {
    const { userErrors } = await world.mutate(admin, 'synchronizeAccount', { accountId: account, systemCode });
    expect(userErrors).toEqual([]);
  }
  const all = await take();
  expect(all).toEqual(
    ['M365', 'AZURE', 'CRM'].map((systemCode, index) => ({
      ...{ position: BigInt(index + 1), accountId: account, id: expect.any(String), systemCode, requestedBy: admin.id },
      requestedAt: expect.any(Date),
    })),
  );
  expect(await take()).toEqual(all);
  expect(await taken(1n)).toEqual(['2 AZURE', '3 CRM']);
  expect(await taken(0n, 2)).toEqual(['1 M365', '2 AZURE']);
  expect(await deliver(2n)).toBe(2n);
  expect(await deliver(2n)).toBe(0n);
  expect(await taken()).toEqual(['3 CRM']);
  expect(
    await world.sql('SELECT delivered_at IS NOT NULL AS is FROM synchronization_outbox ORDER BY position'),
  ).toEqual([{ is: true }, { is: true }, { is: false }]);
});

test('a request whose transaction ends late comes later, and is not skipped by who has gone on', async () => {
  await asPortal(async (late) => {
    await late.query('BEGIN');
    await insert(late, 'LATE');
    await asPortal((client) => insert(client, 'EARLY'));
    expect(await taken()).toEqual(['1 EARLY']);
    await deliver(1n);
    await late.query('COMMIT');
    expect(await taken(1n)).toEqual(['2 LATE']);
  });
});

test('requests of one account keep their order, whenever their transactions began', async () => {
  await asPortal(async (first) => {
    await first.query('BEGIN');
    await first.query('SELECT now()');
    await asPortal((client) => insert(client, 'ONE'));
    await insert(first, 'TWO');
    await first.query('COMMIT');
  });
  expect(await taken()).toEqual(['1 ONE', '2 TWO']);
});

test('what was handed out in a transaction that broke off is handed out again, in the same places', async () => {
  for (const one of ['A', 'B']) await asPortal((client) => insert(client, one));
  const broken = new Client({ connectionString: world.portalUrl });
  broken.on('error', () => undefined);
  await broken.connect();
  await broken.query('BEGIN');
  expect((await broken.query('SELECT position FROM hand_out_requests(0, 10)')).rows).toHaveLength(2);
  const { rows } = await broken.query('SELECT pg_backend_pid() AS pid');
  await world.sql('SELECT pg_terminate_backend($1::int)', [rows[0].pid]);
  await asPortal((client) => insert(client, 'C'));
  expect(await taken()).toEqual(['1 A', '2 B', '3 C']);
});

test('many who ask and several who read at once: each has all, each once, in one order', async () => {
  const accounts = await Promise.all(Array.from({ length: 4 }, () => anOwnAccount(world)));
  let isAsking = true;
  const asking = Promise.all(
    accounts.map((accountId, of) =>
      asPortal(async (client) => {
        for (let nth = 0; nth < 40; nth += 1) {
          await client.query('BEGIN');
          await insert(client, `${of}-${nth}`, accountId);
          if (nth % 3 === 0) await client.query('SELECT pg_sleep(random() * 0.02)');
          await client.query(nth % 7 === 6 ? 'ROLLBACK' : 'COMMIT');
        }
      }),
    ),
  ).finally(() => {
    isAsking = false;
  });
  const reading = Array.from({ length: 3 }, () =>
    withOutbox(world.portalUrl, async (keeper) => {
      const seen: string[] = [];
      for (let [after, wasAsking] = [0n, true]; ; ) {
        const page = await handOut(keeper, after, 7);
        seen.push(...page.map(({ position, systemCode }) => `${position} ${systemCode}`));
        after = page.at(-1)?.position ?? after;
        if (page.length === 0 && !wasAsking) return seen;
        wasAsking = isAsking;
      }
    }),
  );
  await asking;
  const [one = [], ...others] = await Promise.all(reading);
  for (const other of others) expect(other).toEqual(one);
  const asked = accounts.flatMap((_, of) =>
    Array.from({ length: 40 }, (_one, nth) => nth).flatMap((nth) => (nth % 7 === 6 ? [] : [`${of}-${nth}`])),
  );
  expect(one.map((line) => line.split(' ')[1]).sort()).toEqual(asked.sort());
  expect(one.map((line) => Number(line.split(' ')[0]))).toEqual(asked.map((_, index) => index + 1));
  for (const of of accounts.keys()) {
    const its = one.flatMap((line) => (line.split(' ')[1]?.startsWith(`${of}-`) ? [Number(line.split('-')[1])] : []));
    expect(its).toEqual([...its].sort((a, b) => a - b));
  }
});

test('what has not been handed out cannot be acknowledged', async () => {
  await asPortal((client) => insert(client, 'A'));
  await expect(deliver(1n)).rejects.toThrow('Position 1 has not been handed out');
  await take();
  await expect(deliver(2n)).rejects.toThrow('Position 2 has not been handed out');
  expect(await deliver(1n)).toBe(1n);
});

test('positions go on when all that was delivered is removed but the last', async () => {
  for (const one of ['A', 'B']) await asPortal((client) => insert(client, one));
  await take();
  await deliver(2n);
  await world.sql(`DELETE FROM synchronization_outbox WHERE system_code = 'A'`);
  await asPortal((client) => insert(client, 'C'));
  expect(await taken()).toEqual(['3 C']);
});

describe('nobody else gives a position, or says that something was delivered', () => {
  test.each([
    ['position', '7'],
    ['delivered_at', 'now()'],
  ])('the portal’s login cannot ask with a %s', async (column, value) => {
    const statement = (also: string, what: string) =>
      `INSERT INTO synchronization_outbox (account_id, id, system_code, requested_by${also})
       VALUES ('${account}', gen_random_uuid(), 'X', 'root'${what})`;
    await asPortal(async (client) => {
      await expect(client.query(statement(`, ${column}`, `, ${value}`))).rejects.toMatchObject({ code: 'RA001' });
      await client.query(statement('', ''));
    });
  });

  test('nor change a request, but by the two functions', async () => {
    await asPortal(async (client) => {
      await insert(client, 'A');
      for (const change of ['position = 7', 'delivered_at = now()', `system_code = 'B'`]) {
        await expect(client.query(`UPDATE synchronization_outbox SET ${change}`)).rejects.toMatchObject({
          code: '42501',
        });
      }
    });
  });

  test('the sync’s login can neither hand out nor acknowledge', async () => {
    await withClient(world.syncUrl, async (client) => {
      for (const call of ['hand_out_requests(0, 1)', 'acknowledge_requests(0)']) {
        await expect(client.query(`SELECT ${call}`)).rejects.toMatchObject({ code: '42501' });
      }
    });
  });

  test('at a level at which two could give one position nothing is handed out', async () => {
    await asPortal(async (client) => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await expect(client.query('SELECT FROM hand_out_requests(0, 1)')).rejects.toMatchObject({ code: '25001' });
    });
  });
});
