import { setTimeout as sleep } from 'node:timers/promises';
import { text } from '../../../src/persistence/engine/column';
import { ConnectionTurns } from '../../../src/persistence/engine/connection-turns';
import { GUARD_ONLY } from '../../../src/persistence/engine/guard-key';
import { value } from '../../../src/persistence/engine/select';
import { sql } from '../../../src/persistence/engine/sql';
import { gate } from '../../support/connections';
import { admin, type Setup, setUpResellers } from '../../support/resellers';
import { aUser, calledBy, createWorld, type World } from '../../support/world';

/** A work that ends when it is told to, and says when it began. */
function aWork(began: string[], name: string) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    end: () => end(),
    run: async () => {
      began.push(name);
      await ended;
      return name;
    },
  };
}

describe('turns', () => {
  const start = (turns: ConnectionTurns, began: string[], caller: string, count: number) =>
    Array.from({ length: count }, (_, at) => {
      const work = aWork(began, `${caller}${at}`);
      return { ...work, done: turns.run(caller, work.run).catch((error: unknown) => error) };
    });

  test('leave the last connection to somebody who has none', async () => {
    const began: string[] = [];
    const turns = new ConnectionTurns(4, 1_000);
    const alpha = start(turns, began, 'alpha', 6);
    await sleep(0);
    expect(began).toEqual(['alpha0', 'alpha1', 'alpha2']);
    const [beta] = start(turns, began, 'beta', 1);
    await sleep(0);
    expect(began.at(-1)).toBe('beta0');
    for (const one of [...alpha, beta]) one?.end();
    await Promise.all([...alpha, beta].map((one) => one?.done));
    expect(began).toHaveLength(7);
  });

  test('go to whoever has the fewest, and then to whoever came first', async () => {
    const began: string[] = [];
    const turns = new ConnectionTurns(3, 1_000);
    const alpha = start(turns, began, 'alpha', 4);
    const beta = start(turns, began, 'beta', 3);
    const gamma = start(turns, began, 'gamma', 1);
    await sleep(0);
    expect(began).toEqual(['alpha0', 'alpha1', 'beta0']);
    alpha[0]?.end();
    await sleep(0);
    // Gamma has none, though it came last; then one is kept free.
    expect(began).toEqual(['alpha0', 'alpha1', 'beta0', 'gamma0']);
    for (const one of [...alpha, ...beta, ...gamma]) one.end();
    expect(await Promise.all([...alpha, ...beta, ...gamma].map(({ done }) => done))).toHaveLength(8);
    expect(began).toHaveLength(8);
  });

  test('that do not come in time are refused as retryable, and leave nothing behind', async () => {
    const began: string[] = [];
    const turns = new ConnectionTurns(2, 50);
    const [first, late] = start(turns, began, 'alpha', 2);
    expect(await late?.done).toMatchObject({ refusals: [{ code: 'TEMPORARILY_UNAVAILABLE', retryable: true }] });
    first?.end();
    await first?.done;
    expect(await turns.run('alpha', async () => 'through')).toBe('through');
    expect(began).toEqual(['alpha0']);
  });

  test('come back when the work fails', async () => {
    const turns = new ConnectionTurns(2, 50);
    for (let at = 0; at < 5; at += 1) {
      await expect(turns.run('alpha', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    }
    expect(await turns.run('alpha', async () => 'through')).toBe('through');
  });
});

describe('a burst of one caller’s', () => {
  let world: World;
  let setup: Setup;
  beforeAll(async () => {
    world = await createWorld();
    setup = await setUpResellers(world);
  });
  afterAll(() => world.close());

  const one = sql`SELECT ${value('one', text(), sql`'1'`)}`;

  test.each([
    ['a reseller’s', () => [setup.alpha.sync, setup.beta.sync] as const],
    ['a person’s', () => [admin, aUser('anna')] as const],
  ])('%s keeps neither another one nor the readiness waiting', async (_whose, callers) => {
    const [busy, other] = callers();
    const [most, end] = [gate(), gate()];
    let inside = 0;
    const burst = Array.from({ length: 12 }, () =>
      world.database
        .transaction(GUARD_ONLY, calledBy(busy), async (transaction) => {
          await transaction.query(one);
          inside += 1;
          if (inside === 9) most.open();
          await end.opened;
        })
        .catch((error: unknown) => error),
    );
    await most.opened;
    expect(await world.database.reader(other).query(one)).toEqual([{ one: '1' }]);
    expect(await world.database.isMigrated()).toBe(true);
    // Of the ten, the last is left to others.
    expect(inside).toBe(9);
    end.open();
    await Promise.all(burst);
  });
});
