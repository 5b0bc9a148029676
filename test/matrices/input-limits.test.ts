import {
  createInputsWorld,
  type Fate,
  type InputsWorld,
  inputsWith,
  type Mutation,
  shapeRefusals,
  toldAt,
} from '../properties/inputs/inputs-world';
import { nearValues, someNear } from '../properties/inputs/near-values';
import { faultsOf, fits, isOfTheDraft, type Node, type Path, partsOf, sample } from '../properties/inputs/schemas';
import { randomOf } from '../properties/source-events';
import { timeLimit } from '../support/connections';

jest.setTimeout(timeLimit(300_000));

/** PROPERTY_SEED replays a run; PROPERTY_RUNS is how many values of each kind are tried about each limit. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 1);
const random = randomOf(SEED);

let inputs: InputsWorld;
beforeAll(async () => {
  inputs = await createInputsWorld();
});
afterAll(() => inputs.world.close());

/** What of a schema is no limit by itself. */
const NO_LIMITS = ['$schema', '$comment', 'properties', 'items', 'if', 'then', 'allOf'];
/** An id that cannot be the id of anything is unknown, where it is looked up. */
const UNKNOWN = ['ACCOUNT_NOT_FOUND', 'NOT_FOUND'];

test("every limit that is told is the server's, on both sides of it", async () => {
  expect(inputs.mutations.length).toBeGreaterThan(30);
  const compared = { limits: 0, inside: 0, outside: 0 };
  const wrong: string[] = [];
  for (const mutation of inputs.mutations) {
    expect([mutation.name, isOfTheDraft(mutation.schema), faultsOf(mutation.schema, mutation.base)]).toEqual([
      mutation.name,
      true,
      [],
    ]);
    for (const { node, path } of partsOf(mutation.schema)) {
      const sides = await comparePart(mutation, node, path, wrong);
      for (const limit of limitsOf(node)) {
        const isCompared = sides.inside > 0 && sides.broken.has(limit);
        if (!isCompared) wrong.push(`${mutation.name} ${path.join('.')}: nothing was sent beyond ${limit}`);
        compared.limits += 1;
      }
      compared.inside += sides.inside;
      compared.outside += sides.outside;
    }
  }
  console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
  console.info(`limits compared on both sides: ${JSON.stringify(compared)}`);
  expect(wrong).toEqual([]);
  expect(inputs.world.faults).toEqual([]);
});

/** Each property that must be there is a limit of its own. */
const limitsOf = (node: Node): string[] => [
  ...Object.keys(node).filter((keyword) => !NO_LIMITS.includes(keyword) && keyword !== 'required'),
  ...(node.required ?? []).map((name) => `required ${name}`),
];

async function comparePart(mutation: Mutation, node: Node, path: Path, wrong: string[]) {
  const sides = { inside: 0, outside: 0, broken: new Set<string>() };
  const whole = path.length === 0 ? mutation.base : sample(node);
  const fitting = nearValues(node, whole).find(
    (value) => fits(node, value) && inputsWith(mutation, path, value, value).length > 0,
  );
  if (fitting === undefined) throw new Error(`${mutation.name} ${path.join('.')}: nothing fits`);
  for (const value of someNear(node, whole, RUNS, random)) {
    for (const input of inputsWith(mutation, path, fits(node, value) ? value : fitting, value)) {
      const faults = faultsOf(mutation.schema, input).map(({ keyword, instancePath, params }) => ({
        limit: keyword === 'required' ? `required ${params.missingProperty}` : keyword,
        isHere: instancePath === path.map((key) => `/${key}`).join(''),
      }));
      const fate = await inputs.send(mutation, input);
      const isFitting = faults.length === 0;
      sides[isFitting ? 'inside' : 'outside'] += 1;
      for (const { limit, isHere } of faults) if (isHere) sides.broken.add(limit);
      const at = toldAt(input, path);
      const isAgreed = isFitting ? shapeRefusals(mutation.name, fate).length === 0 : isRefused(fate, at, node);
      if (!isAgreed)
        wrong.push(
          `${mutation.name} ${at} ${isFitting ? 'fits' : 'does not fit'}: ${short(value)} ${JSON.stringify(fate)}`,
        );
    }
  }
  return sides;
}

function isRefused({ isMalformed, refusals }: Fate, at: string, node: Node): boolean {
  const codes = node.format === 'uuid' ? ['INVALID_INPUT', ...UNKNOWN] : ['INVALID_INPUT'];
  return (
    isMalformed || refusals.some(({ code, path }) => codes.includes(code) && `${path.join('.')}.`.startsWith(`${at}.`))
  );
}

const short = (value: unknown) => (JSON.stringify(value) ?? 'undefined').slice(0, 80);
