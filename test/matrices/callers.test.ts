import { sampleOf } from '../graphql/sample-input';
import { aMatrixWorld, type MatrixWorld } from '../guard/accounts';
import { everyRow, writtenSince } from '../support/resellers';
import { ADMINISTRATORS, SYNCS } from './attempts';
import { ACTORS, type Actor } from './verdicts';
import { type Call, type Came, runTogether, somethingAllowed } from './ways';

let matrix: MatrixWorld;
let cells = 0;

beforeAll(async () => {
  matrix = await aMatrixWorld();
});
afterAll(async () => {
  console.info(`matrix, who may call what: ${cells} cells`);
  await matrix.world.close();
});

const CALLERS = [...ACTORS, 'no token'] as const;
/** S21: who is let in to a mutation that is not on an account; all others are told this. */
const LET_IN: Readonly<Record<string, readonly string[]>> = {
  administrator: ['administrator'],
  sync: ['its sync', 'another sync'],
};
const MUTATIONS = [
  ...ADMINISTRATORS.map((mutation) => ({ mutation, whose: 'administrator' })),
  ...SYNCS.map((mutation) => ({ mutation, whose: 'sync' })),
];

const callOf = (mutation: string): Call => {
  const input = matrix.world.subgraph.schema.getMutationType()?.getFields()[mutation]?.args[0];
  if (!input) throw new Error(`There is no mutation ${mutation} with an input`);
  return { mutation, input: sampleOf(input.type) as Record<string, unknown>, selection: '' };
};
const callerOf = (caller: Actor | 'no token') => (caller === 'no token' ? null : matrix.callerOf(caller, 'copied'));

/** Each gives what the mutation came to. */
const WAYS: Record<string, (caller: Actor | 'no token', mutation: string) => Promise<Came | undefined>> = {
  'as a root field': async (caller, mutation) =>
    (await runTogether(matrix.world, callerOf(caller), [callOf(mutation)]))[0],
  'under an alias': async (caller, mutation) =>
    (await runTogether(matrix.world, callerOf(caller), [{ ...callOf(mutation), alias: 'updateAccount' }]))[0],
  'behind a mutation of the same request that succeeds': async (caller, mutation) => {
    const before = somethingAllowed(matrix, callerOf(caller));
    const [first, came] = await runTogether(matrix.world, callerOf(caller), [before, callOf(mutation)]);
    expect(first?.errors).toEqual(caller === 'no token' ? ['UNAUTHENTICATED'] : []);
    return came;
  },
};

describe.each(Object.entries(WAYS))('%s', (_way, call) => {
  test.each(MUTATIONS)('$mutation turns away all but its own: $whose', async ({ mutation, whose }) => {
    const before = await everyRow(matrix.world);
    const turnedAway = CALLERS.filter((caller) => !LET_IN[whose]?.includes(caller));
    for (const caller of turnedAway) {
      const code = caller === 'no token' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      expect([caller, await call(caller, mutation)]).toEqual([caller, { payload: null, errors: [code] }]);
    }
    expect(await writtenSince(matrix.world, before)).toEqual([]);
    cells += turnedAway.length;
  });

  test.each(MUTATIONS)('$mutation lets its own in: $whose', async ({ mutation, whose }) => {
    for (const caller of LET_IN[whose] ?? []) {
      const came = await call(caller as Actor, mutation);
      expect([caller, came?.errors, came?.payload?.userErrors]).toEqual([caller, [], expect.any(Array)]);
      cells += 1;
    }
  });
});
