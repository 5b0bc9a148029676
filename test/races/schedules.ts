import fc from 'fast-check';
import type { World } from '../support/world';
import { aSide, type Operation, type Payload, type Side } from './side';

/** PROPERTY_SEED replays the random schedules; PROPERTY_RUNS asks for more than the few of every day. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 5);

/** Two operations on rows of their own, and what must hold whichever way they were interleaved. */
export interface Race {
  readonly operations: readonly [Operation, Operation];
  /** Asserts, and names what happened. */
  check(payloads: readonly [Payload, Payload]): Promise<string>;
}

/** How often each thing happened. */
export type Tally = Record<string, number>;

export interface Racetrack {
  readonly sides: readonly [Side, Side];
  close(): Promise<void>;
}

export async function aRacetrack(world: World): Promise<Racetrack> {
  console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
  const sides = [await aSide(world), await aSide(world)] as const;
  return {
    sides,
    close: async () => {
      for (const side of sides) await side.close();
    },
  };
}

/**
 * Runs the race with a barrier before each statement: each side in turn is let through so many statements, then the
 * other one as far as it comes; then in random steps. Prints and gives how often each thing happened.
 */
export async function raceAll(name: string, { sides }: Racetrack, arrange: () => Promise<Race>): Promise<Tally> {
  const tally: Tally = {};
  const count = (what: string) => {
    tally[what] = (tally[what] ?? 0) + 1;
  };
  for (const lead of [0, 1] as const) {
    for (let statements = 0, isOver = false; !isOver; statements += 1) {
      const race = await begin(sides, arrange);
      isOver = (await stepOften(sides[lead], statements)) === 'done';
      await sides[1 - lead]?.run();
      count(await settle(sides, race));
    }
  }
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom<0 | 1>(0, 1), { minLength: 4, maxLength: 40 }), async (steps) => {
      const race = await begin(sides, arrange);
      for (const side of steps) await sides[side].step();
      count(await settle(sides, race));
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  );
  const total = Object.values(tally).reduce((sum, one) => sum + one, 0);
  console.info(`${name}: ${total} schedules, ${JSON.stringify(tally)}`);
  return tally;
}

async function begin(sides: Racetrack['sides'], arrange: () => Promise<Race>): Promise<Race> {
  const race = await arrange();
  for (const index of [0, 1] as const) sides[index].begin(race.operations[index]);
  return race;
}

async function stepOften(side: Side, statements: number) {
  let state: Awaited<ReturnType<Side['step']>> = 'standing';
  for (let step = 0; step < statements && state !== 'done'; step += 1) state = await side.step();
  return state;
}

async function settle(sides: Racetrack['sides'], race: Race): Promise<string> {
  const settled = await Promise.allSettled(sides.map((side) => side.finish()));
  const payloads = settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
  return race.check(payloads as [Payload, Payload]);
}
