import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  buildSchema,
  execute,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getVariableValues,
  isScalarType,
  Kind,
  parse,
  validate,
} from 'graphql';
import { countAnswers } from '../../../src/graphql/executor/count-answers';
import { PreparedQuery } from '../../../src/graphql/executor/prepared-query';
import { SeenQueries } from '../../../src/graphql/executor/seen-queries';
import { WorkBudget } from '../../../src/graphql/executor/work-budget';

const THING = { id: 7, name: 'a thing', size: 'BIG', tags: ['x', 'y'], of: 'Thing', day: 1 };

/** A schema with what the product's has none of, or little. */
function oddSchema(): GraphQLSchema {
  const schema = buildSchema(`
    scalar Day
    enum Size { BIG SMALL }
    interface Named { name: String }
    type Thing implements Named { id: ID! name: String size: Size tags: [String!]! day: Day of: String must: String! things(first: Int = 3): [Thing!] }
    type Other implements Named { name: String other: Int }
    input Wanted { a: Int b: String = "given" c: [Int!] }
    type Query {
      thing: Thing later: Thing things: [Thing!] many(count: Int!): [Thing!]! matrix: [[Int!]!] set: [Int!] promised: [Thing]
      named: Named laterNamed: Named badNamed: Named echo(text: String, wanted: Wanted, day: Day): String
      called(text: String): String error: String errorInList: [String] throws: String rejects: Thing
      badSize: Size nothing: String! badList: [Int] place: String nan: Int mutable(wanted: Wanted): String
    }`);
  const day = schema.getType('Day');
  if (isScalarType(day)) day.serialize = (value) => `day ${value}`;
  const thing = (more: object = {}) => ({ ...THING, things: () => [THING, THING], ...more });
  const resolvers: Record<
    string,
    (parent: unknown, args: never, context: unknown, info: GraphQLResolveInfo) => unknown
  > = {
    thing: () => thing(),
    later: async () => thing(),
    things: () => [thing(), thing({ name: Promise.resolve('later') })],
    many: (_, { count }: { count: number }) => Array.from({ length: count }, () => thing()),
    matrix: () => [[1], [2, 3]],
    set: () => new Set([1, 2]),
    promised: () => [Promise.resolve(thing()), null, thing()],
    named: () => ({ __typename: 'Other', name: 'n', other: 1 }),
    laterNamed: async () => ({ __typename: 'Thing', name: 'n' }),
    badNamed: () => ({ __typename: 'Query' }),
    echo: (_, args) => JSON.stringify(args),
    error: () => new Error('returned'),
    errorInList: () => ['a', new Error('returned')],
    throws: () => {
      throw new Error('thrown');
    },
    rejects: () => Promise.reject(new Error('rejected')),
    badSize: () => 'HUGE',
    nothing: () => null,
    badList: () => 'no list',
    place: (_, __, ___, { path }) => String(path.key),
    nan: () => Number.NaN,
  };
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name];
    if (field) field.resolve = resolve as never;
  }
  countAnswers(schema);
  return schema;
}

const schema = oddSchema();

async function bothWays(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('The operation comes first');
  const rootValue = undefined;
  const expected = await execute({ schema, document, rootValue, contextValue: {}, variableValues: variables });
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const query = new PreparedQuery(schema, operation, document);
  return { expected, prepared: [await query.run({}, coerced), await query.run({}, coerced)] };
}

describe('is answered as it was prepared, and as graphql-js answers it:', () => {
  test.each([
    '{ thing { id name size tags day of } later { id } }',
    '{ things { name things { id } } }',
    '{ matrix set promised { id } }',
    '{ named { name ... on Other { other } ... on Thing { id } } laterNamed { __typename name } }',
    '{ constructor: thing { toString: name then: id hasOwnProperty: size } toJSON: set length: matrix valueOf: __typename }',
    '{ b: __typename thing { ...F } a: thing { ...F id } } fragment F on Thing { name things(first: 2) { id } }',
    '{ thing { id } thing { name things { id } } thing { things { name } } }',
    '{ ... on Query { thing { ...F ...F } } } fragment F on Thing { name ... { id } }',
    '{ echo(text: "__MAGIC_DATE__", wanted: { a: 1 }) }',
    'query ($a: Int, $t: String = "t") { echo(text: $t, wanted: { a: $a, c: [1] }) }',
    '{ __schema { queryType { name } } __type(name: "Thing") { fields { name type { kind ofType { name } } } } }',
    '{ called: thing { things { id } } }',
  ])('%s', async (text) => {
    const { expected, prepared } = await bothWays(text);
    expect(expected.errors).toBeUndefined();
    for (const data of prepared) expect(JSON.stringify(data)).toBe(JSON.stringify(expected.data));
  });

  test.each([[{ x: true, y: true }], [{ x: true, y: false }], [{ x: false, y: true }], [{ x: false, y: false }]])(
    'fields that @skip and @include decide on, with %j',
    async (variables) => {
      // The fragment is left out in one place, or the first time, and not in the other.
      const text = `query ($x: Boolean!, $y: Boolean!) {
      a: thing { ...F @include(if: $x) id ...F @include(if: $y) } b: later { ...F @skip(if: $x) }
      c: thing { ... on Thing @include(if: $y) { id @skip(if: $x) } size @include(if: true) @skip(if: $y) } }
      fragment F on Thing { name things { id @include(if: $x) day } }`;
      const { expected, prepared } = await bothWays(text, variables);
      expect(expected.errors).toBeUndefined();
      for (const data of prepared) expect(JSON.stringify(data)).toBe(JSON.stringify(expected.data));
    },
  );
});

test('an operation is prepared beside another that has conditions and shares its fragments', async () => {
  const text = `query First { ...Q b: __typename } query Other ($x: Boolean!) { ...Q thing @skip(if: $x) { name } }
    fragment Q on Query { thing { id } }`;
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const [first, other] = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!first || !other) throw new Error('There are two operations');
  const [ofFirst, ofOther] = [first, other].map((operation) => new PreparedQuery(schema, operation, document));
  expect(await ofFirst?.run({}, {})).toEqual({ thing: { id: '7' }, b: 'Query' });
  expect(await ofOther?.run({}, { x: true })).toEqual({ thing: { id: '7' } });
  expect(await ofOther?.run({}, { x: false })).toEqual({ thing: { id: '7', name: 'a thing' } });
});

describe('is left to graphql-js:', () => {
  test.each([
    '{ error }',
    '{ errorInList }',
    '{ throws }',
    '{ rejects { id } thing { id } }',
    '{ thing { must } }',
    '{ nothing }',
    '{ badSize }',
    '{ badList }',
    '{ badNamed { name } }',
    '{ nan }',
    // A prepared query knows no places in the answer.
    '{ place }',
    '{ __proto__: thing { id } }',
  ])('%s', async (text) => {
    expect((await bothWays(text)).prepared).toEqual([null, null]);
  });

  test('a condition that is no yes or no', async () => {
    const document = parse('query ($x: Boolean = true) { thing @include(if: $x) { id } }');
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('There is no operation');
    expect(await new PreparedQuery(schema, operation, document).run({}, { x: null })).toBeNull();
  });

  test('what becomes too many fields, and more combinations of conditions than are kept', async () => {
    const wide = (name: string, inner: string) =>
      Array.from({ length: 14 }, (_, at) => `${name}${at}: ${inner}`).join(' ');
    const text = `{ ${wide('a', `thing { ${wide('b', `things { ${wide('c', 'name')} }`)} }`)} }`;
    expect((await bothWays(text)).prepared).toEqual([null, null]);
    const names = ['a', 'b', 'c', 'd'];
    const document = parse(
      `query (${names.map((name) => `$${name}: Boolean!`)}) { ${names.map((name) => `${name}: __typename @skip(if: $${name})`).join(' ')} __typename }`,
    );
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('There is no operation');
    const query = new PreparedQuery(schema, operation, document);
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, form) =>
        query.run({}, Object.fromEntries(names.map((name, bit) => [name, Math.floor(form / 2 ** bit) % 2 === 1]))),
      ),
    );
    expect(answers.filter((answer) => answer !== null)).toHaveLength(8);
  });
});

describe('what an answer costs', () => {
  const operationOf = (text: string) => {
    const document = parse(text);
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('There is no operation');
    return new PreparedQuery(schema, operation, document);
  };

  test('is counted alike on both ways', async () => {
    // One for each thing, and one for each of its two fields.
    const text = 'query ($count: Int!) { many(count: $count) { id name } }';
    for (const [count, holds] of [
      [83_333, true],
      [83_334, false],
    ] as const) {
      const [prepared, plain] = [{ budget: new WorkBudget() }, { budget: new WorkBudget() }];
      const data = await operationOf(text).run(prepared, { count });
      const answer = await execute({ schema, document: parse(text), contextValue: plain, variableValues: { count } });
      expect([data !== null, answer.errors === undefined]).toEqual([holds, holds]);
      expect([prepared.budget.exhausted === null, plain.budget.exhausted === null]).toEqual([holds, holds]);
    }
  });
});

describe('queries that were seen', () => {
  const documentOf = (text: string) => {
    const document = parse(text);
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('There is no operation');
    return { document, operation, find: (seen: SeenQueries) => seen.find(schema, operation, document) };
  };

  test('are prepared once they were answered, and after a failure not for long', () => {
    const seen = new SeenQueries();
    const { operation, find } = documentOf('{ thing { id } }');
    expect(find(seen)).toBeNull();
    seen.answered(operation);
    const prepared = find(seen);
    expect([prepared === null, find(seen)]).toEqual([false, prepared]);
    seen.failed(operation);
    for (let answers = 0; answers < 100; answers += 1) {
      expect(find(seen)).toBeNull();
      seen.answered(operation);
    }
    expect(find(seen)).not.toBeNull();
  });

  test('are forgotten with the text that they are of', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const seen = new SeenQueries(0);
    const prepare = (text: string) => {
      const { operation, find } = documentOf(text);
      expect(find(seen)).not.toBeNull();
      return new WeakRef(operation);
    };
    // Also one that has no fields to be counted.
    const operations = ['{ thing { id } }', '{ __typename }'].map(prepare);
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    expect(operations.map((one) => one.deref())).toEqual([undefined, undefined]);
    // It is here still, and holds none of them.
    expect(documentOf('{ thing { id } }').find(seen)).not.toBeNull();
  });

  test('are prepared anew when they have too many fields in all', async () => {
    const seen = new SeenQueries(0);
    const first = documentOf('{ thing { id } }');
    const prepared = first.find(seen);
    seen.grew(50_000);
    expect(first.find(seen)).toBe(prepared);
    seen.grew(1);
    const again = first.find(seen);
    expect([again === prepared, again === null]).toEqual([false, false]);
    seen.grew(50_000);
    expect(first.find(seen)).toBe(again);
  });
});
