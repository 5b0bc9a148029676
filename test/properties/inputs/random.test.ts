import fc from 'fast-check';
import { timeLimit } from '../../support/connections';
import { randomOf } from '../source-events';
import { createInputsWorld, type InputsWorld, shapeRefusals, withItsFields } from './inputs-world';
import { randomInput } from './random-inputs';
import { faultsOf } from './schemas';

jest.setTimeout(timeLimit(300_000));

/** PROPERTY_SEED replays a run; PROPERTY_RUNS asks for more inputs of each mutation than the few of every day. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 20);

let inputs: InputsWorld;
beforeAll(async () => {
  inputs = await createInputsWorld();
});
afterAll(() => inputs.world.close());

test('whatever is sent: what does not fit the schema is refused, and what fits is refused for no shape', async () => {
  console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
  const sent = { fitting: 0, others: 0 };
  for (const [nth, mutation] of inputs.mutations.entries()) {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (number) => {
        const input = withItsFields(mutation.name, randomInput(randomOf(number), mutation.schema, mutation.base));
        const faults = faultsOf(mutation.schema, input);
        const fate = await inputs.send(mutation, input);
        const said = { mutation: mutation.name, input: JSON.stringify(input), faults };
        if (faults.length === 0) {
          sent.fitting += 1;
          expect({ ...said, refused: shapeRefusals(mutation.name, fate) }).toEqual({ ...said, refused: [] });
        } else {
          sent.others += 1;
          expect({ ...said, fate, isRefused: fate.isMalformed || fate.refusals.length > 0 }).toEqual({
            ...said,
            fate,
            isRefused: true,
          });
        }
      }),
      // Each from numbers of its own: of the same few, nearly all might fit, or hardly any.
      { seed: SEED + nth, numRuns: RUNS, endOnFailure: true },
    );
  }
  console.info(`inputs sent: ${JSON.stringify(sent)}`);
  expect(Math.min(sent.fitting, sent.others)).toBeGreaterThan((sent.fitting + sent.others) / 10);
  expect(inputs.world.faults).toEqual([]);
});
