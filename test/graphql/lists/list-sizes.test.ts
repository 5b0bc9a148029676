import {
  type GraphQLField,
  GraphQLInt,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql';
import { LIMITS } from '../../../src/domain/input';
import { WorkBudget } from '../../../src/graphql/executor/work-budget';
import { admin, copy, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';
import { appliedTo, argumentsOf } from '../applied';

let world: World;
let setup: Setup;
let accountId: string;
let lists: readonly List[];

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  accountId = await copy(world, setup.alpha);
  const prices = [{ sku: 'MAIL', currency: 'EUR', billingPeriod: 'MONTHLY', amount: '2.00', validFrom: '2999-01-01' }];
  const { priceList } = await world.mutate(
    admin,
    'savePriceList',
    { code: 'some', name: 'Some', prices },
    'priceList { id }',
  );
  const input = { tenantResellerId: setup.alpha.id, priceListId: priceList.id };
  expect(await world.mutate(admin, 'updateTenantReseller', input)).toEqual({ userErrors: [] });
  lists = listsOf(world);
});
afterAll(() => world.close());
afterEach(() => jest.restoreAllMocks());

interface List {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly size: Record<string, unknown> | null;
}

/** What sizes a list: of a page how many edges it has, of what is told of months how many they are. */
const SIZES = {
  first: { least: 0, most: LIMITS.pageSize, size: { slicingArguments: ['first'], sizedFields: ['edges'] } },
  months: { least: 1, most: 120, size: { slicingArguments: ['months'] } },
};

function isPage({ field }: Pick<List, 'field'>): boolean {
  return getNamedType(field.type).name.endsWith('Connection');
}

const sizedBy = (list: List) => (isPage(list) ? 'first' : 'months');

/** Every field that answers a page, or says of itself that it answers a list of some size. */
function listsOf({ subgraph }: World): List[] {
  const types = Object.values(subgraph.schema.getTypeMap()).filter(isObjectType);
  return types.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const [size = null] = appliedTo(field.astNode, 'listSize');
      return isPage({ field }) || size ? [{ type, field, size }] : [];
    }),
  );
}

/** A query that asks for one list, by the way to what it is of. */
function queryOf({ type, field }: List, given: string): string {
  const asked = `${field.name}${given} { __typename }`;
  const reseller = (below: string) => `{ tenantReseller(id: "${setup.alpha.id}") { ${below} } }`;
  const ways: Record<string, (below: string) => string> = {
    Query: (below) => `{ ${below} }`,
    Account: (below) => `{ account(id: "${accountId}") { ${below} } }`,
    TenantReseller: reseller,
    PriceList: (below) => reseller(`priceList { ${below} }`),
    GoLivePlan: (below) => reseller(`goLivePlan { ${below} }`),
  };
  const way = ways[type.name];
  if (!way) throw new Error(`There is no way to the lists of ${type.name}`);
  return way(asked);
}

/** What the budget was asked to keep for a list, and the codes of what was refused. */
async function takenBy(list: List, given = ''): Promise<{ taken: number[]; refused: unknown[] }> {
  const read = jest.spyOn(WorkBudget.prototype, 'read');
  const { errors = [] } = await world.run(admin, queryOf(list, given));
  const taken = read.mock.calls.map(([most]) => most);
  read.mockRestore();
  return { taken, refused: errors.map(({ extensions }) => extensions.code) };
}

test('every page says that `first` sizes its edges, and one list that `months` sizes it; nothing else says so', () => {
  expect(lists.length).toBeGreaterThan(15);
  expect(lists.filter((list) => !isPage(list)).map(({ field }) => field.name)).toEqual(['customersCopiedByMonth']);
  for (const list of lists) {
    const { type, field, size } = list;
    const by = sizedBy(list);
    expect([type.name, field.name, size]).toEqual([type.name, field.name, SIZES[by].size]);
    const argument = field.args.find(({ name }) => name === by);
    expect(argument && getNullableType(argument.type)).toBe(GraphQLInt);
    const page = getNamedType(field.type);
    const listed = isPage(list) && isObjectType(page) ? page.getFields().edges?.type : field.type;
    expect(listed && isListType(getNullableType(listed))).toBe(true);
  }
});

test('what a list is said to hold is what is kept for it: its default, what is asked for, and no more than any list gives', async () => {
  for (const list of lists) {
    const name = `${list.type.name}.${list.field.name}`;
    const by = sizedBy(list);
    const { least, most } = SIZES[by];
    const argument = list.field.args.find(({ name }) => name === by);
    expect([name, await takenBy(list)]).toEqual([name, { taken: [argument?.defaultValue], refused: [] }]);
    for (const size of [1, most]) {
      expect([name, await takenBy(list, `(${by}: ${size})`)]).toEqual([name, { taken: [size], refused: [] }]);
    }
    for (const size of [least - 1, most + 1]) {
      const refused = { taken: [], refused: ['INVALID_INPUT'] };
      expect([name, size, await takenBy(list, `(${by}: ${size})`)]).toEqual([name, size, refused]);
    }
    expect(argument?.description).toContain(`${least} to ${most}`);
  }
});

test('whatever the schema imports of federation it applies', () => {
  const applied = new Set<string>();
  const imported: string[] = [];
  for (const definition of world.subgraph.schema.extensionASTNodes) {
    for (const directive of definition.directives ?? []) {
      const { import: names } = argumentsOf(directive);
      applied.add(`@${directive.name.value}`);
      if (Array.isArray(names)) imported.push(...names);
    }
  }
  for (const type of Object.values(world.subgraph.schema.getTypeMap())) {
    for (const node of [type.astNode, ...type.extensionASTNodes]) note(node);
  }
  expect(imported.length).toBeGreaterThan(8);
  expect(imported.filter((name) => !applied.has(name))).toEqual([]);

  /** Notes the directives of a definition and of all within it. */
  function note(node: unknown) {
    if (typeof node !== 'object' || node === null) return;
    const { kind, name, ...parts } = node as { kind?: string; name?: { value: string }; loc?: unknown };
    if (kind === 'Directive') applied.add(`@${name?.value}`);
    for (const [key, part] of Object.entries(parts)) if (key !== 'loc') for (const one of [part].flat()) note(one);
  }
});
