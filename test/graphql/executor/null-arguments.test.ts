import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isNonNullType,
} from 'graphql';
import { at, REPRESENTATIONS, type Way, waysToTypes, withRequired } from '../../support/operations';
import { admin } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

interface Place {
  readonly type: GraphQLObjectType;
  readonly way: Way;
  readonly field: GraphQLField<unknown, unknown>;
  readonly argument: GraphQLArgument;
}

/** Every argument with a default that takes no null, introspection's too. */
function places(): Place[] {
  const schema = world.subgraph.schema;
  const introspection = [schema.getType('__Type')] as GraphQLObjectType[];
  const ways = new Map([
    ...waysToTypes(schema),
    ...introspection.map((type) => [type, ['__schema', 'types']] as const),
  ]);
  return [...ways].flatMap(([type, way]) =>
    Object.values(type.getFields()).flatMap((field) =>
      field.args
        .filter((argument) => isNonNullType(argument.type) && argument.defaultValue !== undefined)
        .map((argument) => ({ type, way, field, argument })),
    ),
  );
}

function operation({ way, field, argument }: Place, variable: string): string {
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  const asked = `${withRequired(field, [`${argument.name}: $x`])}${selection}`;
  const text = at(way, asked);
  const representations = text.includes(REPRESENTATIONS) ? `${REPRESENTATIONS}: [_Any!]!, ` : '';
  return `query (${representations}${variable}) { ${text} }`;
}

const typeOf = ({ argument }: Place) => String(argument.type).replace(/!$/, '');
const representations = [{ __typename: 'Account', id: 'x' }];

test('null for any argument with a default is the caller’s error, at the argument', async () => {
  const all = places();
  const named = all.map(({ type, field, argument }) => `${type.name}.${field.name}.${argument.name}`);
  expect(named).toEqual(
    expect.arrayContaining([
      'Query.accounts.first',
      'Query.accounts.orderBy',
      'Account.history.first',
      'Query.apiOptions.entity',
    ]),
  );
  for (const place of all) {
    for (const [variable, variables] of [
      [`$x: ${typeOf(place)}`, { x: null }],
      [`$x: ${typeOf(place)} = null`, {}],
    ] as const) {
      const query = operation(place, variable);
      const { data, errors } = await world.run(admin, query, { representations, ...variables });
      expect({ query, data, errors }).toMatchObject({
        query,
        errors: [{ extensions: { code: 'BAD_USER_INPUT', path: [place.argument.name] } }],
      });
      expect(errors?.[0]?.path?.at(-1)).toBe(place.field.name);
      expect(data).toBeUndefined();
    }
  }
});

test('left out, every one of them has its default', async () => {
  for (const place of places()) {
    const { errors } = await world.run(admin, operation(place, `$x: ${typeOf(place)}`), { representations });
    expect(errors).toBeUndefined();
  }
});

test.each(['skip', 'include'])(
  'null for the condition of @%s is the caller’s error, wherever it stands',
  async (name) => {
    for (const query of [
      `query ($x: Boolean = true) { __typename @${name}(if: $x) }`,
      `query ($x: Boolean = true) { accounts { edges { node { id @${name}(if: $x) } } } }`,
      `query ($x: Boolean = true) { ... @${name}(if: $x) { __typename } }`,
      `query ($x: Boolean = true) { ...F } fragment F on Query { accounts { edges @${name}(if: $x) { cursor } } }`,
    ]) {
      expect(await world.run(admin, query, { x: null })).toMatchObject({
        errors: [
          { message: expect.stringContaining(`@${name}`), extensions: { code: 'BAD_USER_INPUT', path: ['if'] } },
        ],
      });
      expect((await world.run(admin, query, { x: false })).errors).toBeUndefined();
    }
  },
);

test('null where null may stand is none', async () => {
  const query = 'query ($x: String) { accounts(after: $x) { pageInfo { hasNextPage } } }';
  expect((await world.run(admin, query, { x: null })).errors).toBeUndefined();
});
