import DataLoader from 'dataloader';
import { buildSchema, parse } from 'graphql';
import { PreparedQuery } from '../../../src/graphql/executor/prepared-query';
import { ownTurn } from '../../../src/graphql/executor/turns';

const ITEMS = 40;

/** Things of which each takes two milliseconds to answer, and whose neighbours are read together. */
function slowSchema(batches: number[]) {
  const schema = buildSchema(`
    type Thing { number: Int! neighbour: Int! parts: [Part!]! }
    type Part { number: Int! }
    type Query { things: [Thing!]! }`);
  const neighbours = new DataLoader<number, number>(async (numbers) => {
    batches.push(numbers.length);
    return numbers.map((number) => number + 1);
  });
  const numbers = Array.from({ length: ITEMS }, (_, number) => ({ number }));
  const resolvers = {
    Query: { things: () => numbers },
    Thing: {
      number: ({ number }: { number: number }) => {
        const until = performance.now() + 2;
        while (performance.now() < until);
        return number;
      },
      neighbour: ({ number }: { number: number }) => neighbours.load(number),
      parts: () => [{ number: 1 }, { number: 2 }],
    },
  };
  for (const [type, fields] of Object.entries(resolvers)) {
    for (const [name, resolve] of Object.entries(fields)) {
      const known = schema.getType(type);
      if (known && 'getFields' in known) Object.assign(known.getFields()[name] ?? {}, { resolve });
    }
  }
  return schema;
}

/** The answer, how often others had their turn while it was made, and how many were read at once. */
async function answered(text: string) {
  const batches: number[] = [];
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('The operation comes first');
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const data = await new PreparedQuery(slowSchema(batches), operation, document).run({} as never, {});
  isOver = true;
  return { data: JSON.parse(JSON.stringify(data)), turns, batches };
}

const numbers = Array.from({ length: ITEMS }, (_, number) => number);

describe('a prepared query', () => {
  test('answers a long list in turns with others, and whole', async () => {
    const { data, turns } = await answered('{ things { number parts { number } } }');
    const parts = [{ number: 1 }, { number: 2 }];
    expect(data).toEqual({ things: numbers.map((number) => ({ number, parts })) });
    // Eighty milliseconds of work, of which nobody is kept waiting for more than some ten.
    expect(turns).toBeGreaterThan(2);
  });

  test('reads at once what the items of a long list wait for', async () => {
    const { data, batches } = await answered('{ things { number neighbour } }');
    expect(data).toEqual({ things: numbers.map((number) => ({ number, neighbour: number + 1 })) });
    expect(batches).toEqual([ITEMS]);
  });
});

test('what is large has a turn of its own', async () => {
  const seen: string[] = [];
  const large = async (name: string) => {
    await ownTurn();
    seen.push(name);
    setImmediate(() => seen.push(`others after ${name}`));
  };
  await Promise.all([large('one'), large('two'), large('three')]);
  expect(seen).toEqual(['one', 'others after one', 'two', 'others after two', 'three']);
});
