import type { Caller } from '../../../src/domain/caller';
import type { Reader } from '../../../src/persistence/engine/database';
import { sql } from '../../../src/persistence/engine/sql';
import { admin, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

/** What is asked for in one tick goes down one connection, and each statement has a fate of its own. */

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const CALLERS: [string, () => Caller][] = [
  ['a person', () => admin],
  ['a sync service', () => setup.alpha.sync],
];
const DIVIDED = sql`SELECT 1 / 0`;
const backendOf = async (reader: Reader) => {
  const [row] = await reader.query(sql`SELECT pg_backend_pid() AS pid`);
  return row;
};

/** What it costs, once connections are there. */
async function costOf(work: (reader: Reader) => Promise<unknown>, caller: Caller) {
  const reader = world.database.reader(caller);
  await work(reader);
  world.takeRoundTrips();
  await work(reader);
  return world.takeRoundTrips();
}

describe.each(CALLERS)('what %s reads', (_who, caller) => {
  test('takes one round trip', async () => {
    expect(await costOf(backendOf, caller())).toBe(1);
  });

  test('goes together when it is asked for at once, also by those who must think first', async () => {
    const together = (reader: Reader) =>
      Promise.all([backendOf(reader), Promise.resolve().then(() => backendOf(reader)), backendOf(reader)]);
    const [first, ...others] = await together(world.database.reader(caller()));
    expect(others).toEqual([first, first]);
    expect(await costOf(together, caller())).toBe(1);
  });

  test('takes a connection for every eight statements', async () => {
    const many = (reader: Reader) => Promise.all(Array.from({ length: 17 }, () => backendOf(reader)));
    expect(await costOf(many, caller())).toBe(3);
  });

  test('goes each by itself when one waits for the other', async () => {
    const inTurn = async (reader: Reader) => {
      await backendOf(reader);
      await backendOf(reader);
    };
    expect(await costOf(inTurn, caller())).toBe(2);
  });

  test('fails for itself alone, whichever it is', async () => {
    const reader = world.database.reader(caller());
    const asked = [
      sql`SELECT 1 AS one`,
      DIVIDED,
      sql`SELECT 2 AS two`,
      sql`SELECT 'x'::integer`,
      sql`SELECT 3 AS three`,
    ];
    const settled = await Promise.allSettled(asked.map((one) => reader.query(one)));
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.code))).toEqual([
      [{ one: 1 }],
      '22012',
      [{ two: 2 }],
      '22P02',
      [{ three: 3 }],
    ]);
    expect(await backendOf(reader)).toEqual({ pid: expect.any(Number) });
  });

  test('is refused to all of them when the connection breaks, and had again afterwards', async () => {
    const reader = world.database.reader(caller());
    const ended = [sql`SELECT pg_terminate_backend(pg_backend_pid())`, sql`SELECT pg_sleep(5)`, sql`SELECT 1`];
    const settled = await Promise.allSettled(ended.map((one) => reader.query(one)));
    expect(settled.map((one) => (one.status === 'rejected' ? one.reason.refusals[0].code : 'answered'))).toEqual(
      settled.map(() => 'TEMPORARILY_UNAVAILABLE'),
    );
    expect(await backendOf(reader)).toEqual({ pid: expect.any(Number) });
  });
});

test('a sync service sees its own rows alone, whatever is asked beside it', async () => {
  const reader = world.database.reader(setup.alpha.sync);
  const ids = sql`SELECT id FROM public.tenant_resellers`;
  const own = [{ id: setup.alpha.id }];
  expect(
    await Promise.all([reader.query(ids), reader.query(DIVIDED).catch(() => 'failed'), reader.query(ids)]),
  ).toEqual([own, 'failed', own]);
});

test('a statement that writes is refused before anything is sent', async () => {
  await expect(world.database.reader(admin).query(sql`DELETE FROM public.accounts`)).rejects.toThrow('guard pass');
});
