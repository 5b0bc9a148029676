import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../src/config/package-root';

/** What docs/scale.md is computed with: that it is the same for the same seed, loses nothing, and waits as queueing theory says. */

const BENCH = join(packageRoot(), 'bench', 'scale');
const MACHINES = ['--servers', '1', '--workers', '1', '--pool-size', '2', '--processors', '1'];
const SMALL = ['--accounts', '200000', '--resellers', '2000', ...MACHINES];

function simulate(...given: string[]): string {
  return execFileSync(process.execPath, [join(BENCH, 'simulate.mjs'), ...given], { encoding: 'utf8' });
}

/** What a program of Node makes of the model, whose modules are none of Jest's: an expression of these names. */
function ofModel<T>(expression: string): T {
  const from = (name: string) => JSON.stringify(pathToFileURL(join(BENCH, 'model', `${name}.mjs`)).href);
  const program = `
    import { Events } from ${from('events')};
    import { Lock, Machine, Thread } from ${from('stations')};
    import { FairShare, Turns } from ${from('shares')};
    import { exponential, randomOf } from ${from('random')};
    import { customersOf } from ${from('population')};
    import { dayOfRefreshes } from ${from('night')};
    import { resend } from ${from('resend')};
    import { billing } from ${from('billing')};
    const services = {
      commitMs: 2,
      refresh: (items) => ({ nodeMs: 2 + 0.1 * items, databaseMs: 3 + 0.1 * items }),
      resend: (items) => ({ nodeMs: 2 + 0.1 * items, databaseMs: 3 + 0.05 * items }),
    };
    const timeIn = (events, station, meanBetween, work, count) => {
      const random = randomOf(7);
      let [all, ended, left] = [0, 0, count];
      const arrive = () => {
        if (left === 0) return;
        left -= 1;
        const since = events.now;
        station.run(work(random), () => {
          all += events.now - since;
          ended += 1;
        });
        events.after(exponential(random, meanBetween), arrive);
      };
      arrive();
      events.run();
      if (ended !== count) throw new Error('Some have not ended');
      return all / count;
    };
    process.stdout.write(JSON.stringify(${expression}));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }));
}

describe('a simulation', () => {
  /** To the last digit of all waits together. */
  const waits = (seed: number) =>
    ofModel<number>(`dayOfRefreshes(services, { accounts: 20_000, resellers: 500, skew: 0.05, seed: ${seed}, changed: 0,
      midnight: 0.3, cold: 0, nodes: 1, servers: 1, workers: 2, poolSize: 4, processors: 1 }).answers.reduce((sum, ms) => sum + ms, 0)`);

  test('is the same for the same seed, and another one for another', () => {
    const first = waits(3);
    expect(first).toBeGreaterThan(500);
    expect(waits(3)).toBe(first);
    expect(waits(4)).not.toBe(first);
  });

  test('takes the seed that it is told', () => {
    const crowded = ['night', ...SMALL, '--midnight', '1'];
    const said = simulate(...crowded, '--seed', '3');
    expect(simulate(...crowded, '--seed', '3')).toBe(said);
    expect(simulate(...crowded, '--seed', '4')).not.toBe(said);
  });

  test('says what it can do, and refuses what it does not know', () => {
    expect(simulate('--help')).toContain('--seed');
    expect(() => simulate('night', '--accounts', 'many')).toThrow('Expected a whole number');
  });
});

describe('nothing is lost', () => {
  const day = (
    more: string,
  ) => `(({ sent, taken, leftOver, unavailable, stopped }) => ({ sent, taken, leftOver, unavailable, stopped }))(
    dayOfRefreshes(services, { accounts: 60_000, resellers: 2_000, skew: 0.05, seed: 1, changed: 0, midnight: 0.3, cold: 0, nodes: 1, ${more} }))`;

  test('of a day that the servers are large enough for', () => {
    const { sent, taken, leftOver, unavailable } = ofModel<Record<string, number>>(
      day('servers: 4, workers: 4, poolSize: 40, processors: 16'),
    );
    expect({ taken, leftOver, unavailable }).toEqual({ taken: sent, leftOver: 0, unavailable: 0 });
  });

  test('of a day that they are not: what is not taken is left over, and told', () => {
    const {
      sent = 0,
      taken = 0,
      leftOver,
      unavailable,
    } = ofModel<Record<string, number>>(day('servers: 1, workers: 1, poolSize: 2, processors: 0.02'));
    expect(unavailable).toBeGreaterThan(1_000);
    expect(leftOver).toBeGreaterThan(0);
    expect(leftOver).toBe(sent - taken);
  });

  test.each([
    ['enough', 'poolSize: 8, processors: 4', 0],
    ['too little', 'poolSize: 2, processors: 0.03', 50],
  ])('of what a reseller sends again while others send, with %s of processors', (_, machine, refusedAtLeast) => {
    const { calls, unavailable, answered, taken } = ofModel<Record<string, number>>(`(({ others, run }) => ({
      calls: others.calls, unavailable: others.unavailable, answered: others.answers.length + others.unavailable,
      taken: run.taken + run.leftOver }))(
      resend(services, { seed: 1, customers: 50_000, concurrency: 4, lastsMs: 20_000, servers: 1, workers: 2, nodes: 1, ${machine} }))`);
    expect(calls).toBeGreaterThan(200);
    expect((unavailable ?? 0) >= refusedAtLeast && (unavailable === 0) === (refusedAtLeast === 0)).toBe(true);
    expect({ answered, taken }).toEqual({ answered: calls, taken: 50_000 });
  });

  test('of the accounts: the largest reseller has its share, and nobody has none', () => {
    const customers = ofModel<number[]>(`customersOf({ accounts: 1_000_000, resellers: 5_000, skew: 0.05 })`);
    expect(customers).toHaveLength(5_000);
    expect(customers.reduce((sum, one) => sum + one, 0)).toBe(1_000_000);
    expect(Math.min(...customers)).toBeGreaterThanOrEqual(1);
    expect((customers[0] ?? 0) / 1_000_000).toBeCloseTo(0.05, 2);
  });
});

describe('the time in a queue is what theory says, within 3 %:', () => {
  const load = 0.7;
  const between = 1 / load;
  const atRandom = '(random) => exponential(random, 1)';

  test.each([
    ['one thread, work at random (M/M/1)', 'new Thread(new Machine(events, 1))', between, atRandom, 1 / (1 - load)],
    [
      'one thread, work of one length (M/D/1)',
      'new Thread(new Machine(events, 1))',
      between,
      '() => 1',
      1 + load / (2 * (1 - load)),
    ],
    ['a processor that is shared (M/M/1)', 'new Machine(events, 1)', between, atRandom, 1 / (1 - load)],
    [
      'four processors that are shared (M/M/4)',
      'new Machine(events, 4)',
      1 / 3.2,
      atRandom,
      1 + erlangC(4, 3.2) / (4 - 3.2),
    ],
  ])('%s', (_, station, meanBetween, work, expected) => {
    const mean = ofModel<number>(
      `(() => { const events = new Events(); return timeIn(events, ${station}, ${meanBetween}, ${work}, 300_000); })()`,
    );
    expect(Math.abs(mean / expected - 1)).toBeLessThan(0.03);
  });

  test('a lock lets through one after the other, and the patience of who waits ends', () => {
    const found = ofModel<{ taken: number[]; missed: number[] }>(`(() => {
      const events = new Events();
      const lock = new Lock(events, 25);
      const found = { taken: [], missed: [] };
      for (let nth = 0; nth < 5; nth += 1) {
        lock.take(() => { found.taken.push(events.now); events.after(10, () => lock.leave()); }, () => found.missed.push(events.now));
      }
      events.run();
      return found;
    })()`);
    expect(found).toEqual({ taken: [0, 10, 20], missed: [25, 25] });
  });

  test('invoices are issued one after the other, however many are asked for at a time', () => {
    const { ms } = ofModel<{ ms: number }>(`billing({ nodeMs: 1, databaseMs: 4, heldMs: 5 },
      { invoices: 2_000, atOnce: 16, servers: 4, workers: 4, poolSize: 40, processors: 64 })`);
    expect(ms / 2_000).toBeCloseTo(5, 1);
  });
});

/** The share of those that have to wait, of so many processors with so much to do. */
function erlangC(processors: number, load: number): number {
  let term = 1;
  let sum = 0;
  for (let nth = 0; nth < processors; nth += 1) {
    sum += term;
    term *= load / (nth + 1);
  }
  const last = (term * processors) / (processors - load);
  return last / (sum + last);
}
