import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
} from 'graphql';
import { at, objectsOf, REPRESENTATIONS, waysToTypes, withRequired } from '../../support/operations';
import { type HttpAnswer, type Program, startProgram } from '../../support/program';
import { aCustomer, copy, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

/** How many random operations; the long tests ask for many, and for each list instead of some. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 4);
const EVERY_NTH = process.env.PROPERTY_RUNS === undefined ? 8 : 1;
/** A person who asks for it is refused, whatever else is asked for. */
const FOR_SYNCS = 'copiedAccounts';
const MIB = 1024 * 1024;
const ACCOUNTS = 1_000;

let world: World;
let setup: Setup;
let program: Program;
let token: string;
let syncToken: string;
let ids: string[];

/** A thousand accounts with a hundred options each of them, some kilobytes; every other one is billed to the one before. */
beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  const one = await copy(world, setup.alpha, aCustomer('one'));
  await world.sql(
    `INSERT INTO accounts SELECT (jsonb_populate_record(a, jsonb_build_object(
       'id', gen_random_uuid(), 'source_account_id', 'c-' || n, 'synchronization_options',
       (SELECT jsonb_agg(jsonb_build_object('systemCode', 'System ' || k, 'key', 'key', 'value', repeat('v', 60)))
        FROM generate_series(1, 100) k)))).*
     FROM accounts a, generate_series(2, $2::int) n WHERE a.id = $1`,
    [one, ACCOUNTS],
  );
  ids = (await world.sql<{ id: string }>('SELECT id FROM accounts ORDER BY id')).map(({ id }) => id);
  program = await startProgram(world);
  token = (await program.issuer?.tokenForPerson({ userId: 'root', groups: [], administrator: true })) ?? '';
  syncToken = (await program.issuer?.tokenForSync({ tenantResellerId: setup.alpha.id })) ?? '';
}, 60_000);
afterAll(async () => {
  await program.stop();
  await world.close();
});

const representations = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ __typename: 'Account', id: ids[index % ids.length] }));

async function ask(query: string, entities = ACCOUNTS): Promise<HttpAnswer> {
  const text = query.includes(REPRESENTATIONS) ? `query (${REPRESENTATIONS}: [_Any!]!) ${query}` : query;
  const answer = await program.post(
    { query: text, variables: { representations: representations(entities) } },
    { authorization: `Bearer ${query.includes(FOR_SYNCS) ? syncToken : token}` },
  );
  assertBounded(answer, text);
  return answer;
}

/** What holds of every answer, whatever was asked for. INVALID_INPUT: of arguments that mean nothing. */
function assertBounded({ status, text, body }: HttpAnswer, query: string): void {
  const codes: string[] = (body.errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code);
  const seen = { query, status, code: codes[0], others: codes.length > 101 ? codes.length : 'few' };
  const refused = { status: 400, code: expect.stringMatching(/^(OPERATION_TOO_LARGE|GRAPHQL_PARSE_FAILED)$/) };
  const answered = { status: 200, code: codes.length === 0 ? undefined : 'INVALID_INPUT' };
  expect(seen).toEqual({ query, others: 'few', ...(status === 200 ? answered : refused) });
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(16 * MIB + 1);
}

const isTooLarge = ({ body }: HttpAnswer) => body.errors?.[0]?.extensions.code === 'OPERATION_TOO_LARGE';
const aliased = (count: number, selection: string) =>
  Array.from({ length: count }, (_, index) => `a${index}: ${selection}`).join(' ');
const entities = (selection: string) =>
  `{ _entities(representations: ${REPRESENTATIONS}) { ... on Account { ${selection} } } }`;

describe('named attacks', () => {
  test.each([
    [
      '12 accounts with 50 times their options',
      entities(aliased(50, 'synchronizationOptions { systemCode key value readOnly }')),
      12,
    ],
    [
      '1,000 accounts with 50 times their options',
      entities(aliased(50, 'synchronizationOptions { systemCode }')),
      1_000,
    ],
    ['1,000 accounts with 50 times their locks', entities(aliased(50, 'lockedFields')), 1_000],
    ['1,000 accounts with 20 times their permissions', entities(aliased(20, 'actionPermissions { reasons }')), 1_000],
    ['1,000 accounts with 50 times their facts', entities(aliased(50, 'policyFacts { fact value }')), 1_000],
    ['1,000 accounts with 50 times their drift', entities(aliased(50, 'managedByReseller { drift }')), 1_000],
  ])('%s are too large', async (_, query, count) => {
    expect(isTooLarge(await ask(query, count))).toBe(true);
  });

  const both = (depth: number): string =>
    depth === 0 ? 'id' : `parent { ${both(depth - 1)} } billTo { ${both(depth - 1)} }`;

  test('references that go both ways are answered or too large, as deep as tokens allow', async () => {
    for (const depth of [2, 5, 10]) {
      for (const count of [12, 1_000]) {
        // Fragments make few tokens into many fields.
        const fragments = Array.from(
          { length: depth },
          (_, level) => `fragment F${level} on Account { parent { ...F${level + 1} } billTo { ...F${level + 1} } }`,
        );
        const query = `{ _entities(representations: ${REPRESENTATIONS}) { ...F0 } } ${fragments.join(' ')} fragment F${depth} on Account { id }`;
        await ask(query, count);
        await ask(entities(both(Math.min(depth, 6))), count);
      }
    }
  }, 60_000);

  test('introspection under many names is too large', async () => {
    const query = `{ ${aliased(49, '__schema { ...F }')} } fragment F on __Schema { types { name kind
      fields { name args { name type { name } } type { name ofType { name ofType { name } } } }
      enumValues { name } inputFields { name type { name } } } }`;
    expect(isTooLarge(await ask(query))).toBe(true);
  });

  test('what a portal asks for is not', async () => {
    const portal = `name status lockedFields allowedActions managedByReseller { ribbon drift reseller { name } }
      actionPermissions { action allowed reasons message } fieldLocks { field reason message } parent { name } billTo { name }
      history(first: 10) { edges { node { text } } }`;
    const { status, body } = await ask(entities(portal), 200);
    expect([status, body.data._entities.length]).toEqual([200, 200]);
  });
});

describe('every list and object of the schema', () => {
  test('is answered or too large under 50 names, of whatever it can be asked', async () => {
    const refused = new Set<string>();
    const large = ['actionPermissions', 'synchronizationOptions', 'permissionRule'].map((name) => `Account.${name}`);
    for (const { name, query } of lists().filter(({ name }, nth) => nth % EVERY_NTH === 0 || large.includes(name))) {
      if (isTooLarge(await ask(query, 400))) refused.add(name);
    }
    for (const name of large) expect([...refused]).toContain(name);
  }, 240_000);

  function lists() {
    return [...waysToTypes(world.subgraph.schema)].flatMap(([type, way]) =>
      Object.values(type.getFields())
        .filter((field) => !isLeafType(getNamedType(field.type)) || isListType(getNullableType(field.type)))
        .map((field) => ({
          name: `${type.name}.${field.name}`,
          query: `{ ${at(way, aliased(50, `${withRequired(field)}${smallest(field)}`))} }`,
        })),
    );
  }

  function smallest(field: GraphQLField<unknown, unknown>): string {
    return isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  }
});

describe('random operations', () => {
  /** A generator with a seed: a failure can be had again. */
  const randomFrom = (seed: number) => () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };

  function selectionOf(type: GraphQLObjectType, depth: number, random: () => number, names: { left: number }): string {
    const fields = Object.values(type.getFields()).filter(({ name }) => name !== FOR_SYNCS);
    const parts: string[] = ['__typename'];
    for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) {
      const field = fields[Math.floor(random() * fields.length)];
      if (!field) continue;
      const objects = objectsOf(field);
      if (objects.length > 0 && depth === 0) continue;
      const inner = objects.map(([next, condition]) => at(condition, selectionOf(next, depth - 1, random, names)));
      const asked = `${withRequired(field)}${inner.length > 0 ? ` { ${inner.join(' ')} }` : ''}`;
      const times = Math.min(names.left, Math.floor(random() ** 3 * 6) + 1);
      names.left -= times;
      if (times > 0) parts.push(...Array.from({ length: times }, (_, index) => `x${names.left + index}: ${asked}`));
    }
    return parts.join(' ');
  }

  test.each(Array.from({ length: RUNS }, (_, index) => 1 + index * 7_919))(
    'of seed %s are answered or too large',
    async (seed) => {
      const query = world.subgraph.schema.getQueryType();
      if (!query) throw new Error('There is no query');
      const random = randomFrom(seed);
      const depth = 2 + Math.floor(random() * 5);
      const account = selectionOf(world.subgraph.schema.getType('Account') as GraphQLObjectType, depth, random, {
        left: 24,
      });
      const text = `{ ${selectionOf(query, depth, random, { left: 12 })} _entities(representations: ${REPRESENTATIONS}) { ... on Account { ${account} } } }`;
      await ask(text, 300);
    },
  );
});

test('none of it was a fault', () => {
  expect(program.log()).not.toMatch(/"msg":"fault"/);
});
