import fc from 'fast-check';
import { type GraphQLOutputType, getNamedType, isLeafType, isNonNullType, isObjectType } from 'graphql';
import type { Caller } from '../../src/domain/caller';
import { aMatrixWorld, type MatrixWorld } from '../guard/accounts';
import { ACTORS, type Actor, STATES } from './verdicts';

let matrix: MatrixWorld;
/** Each field of an account, and of what is said of its management, as an operation selects it. */
let fields: ReadonlyMap<string, string>;
let cells = 0;

beforeAll(async () => {
  matrix = await aMatrixWorld();
  fields = everyField();
});
afterAll(async () => {
  console.info(`matrix, what is asked: ${cells} cells`);
  await matrix.world.close();
});

const MANAGED = 'managedByReseller';

function everyField(): Map<string, string> {
  const of = (name: string, prefix: string) => {
    const type = matrix.world.subgraph.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`There is no ${name}`);
    return Object.values(type.getFields()).map((field): [string, string] => [
      `${prefix}${field.name}`,
      `${field.name}${selectionOf(field.type)}`,
    ]);
  };
  const managed = of('ManagedByReseller', `${MANAGED}.`);
  const whole = `${MANAGED} { ${managed.map(([, selection]) => selection).join(' ')} }`;
  return new Map([
    ...of('Account', '').map(([name, selection]): [string, string] => [name, name === MANAGED ? whole : selection]),
    ...managed.map(([name, selection]): [string, string] => [name, `${MANAGED} { ${selection} }`]),
  ]);
}

/** All leaves below, but of another entity its id: it is answered for itself. */
function selectionOf(of: GraphQLOutputType, deep = 5): string {
  const type = getNamedType(of);
  if (isLeafType(type)) return '';
  if (!isObjectType(type) || ['Account', 'TenantReseller', 'User', 'PermissionRule'].includes(type.name))
    return ' { id }';
  if (deep === 0) return ' { __typename }';
  const free = Object.values(type.getFields()).filter(({ args }) => !args.some((one) => isNonNullType(one.type)));
  return ` { ${free.map((field) => `${field.name}${selectionOf(field.type, deep - 1)}`).join(' ')} }`;
}

const ids = (actor: Actor) =>
  STATES.map((state) => ({ id: matrix.prototypes[state].id, caller: matrix.callerOf(actor, state) }));

/** These fields of the account of each state, in the order of states. */
async function answers(actor: Actor, selections: readonly string[]): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  const byCaller = new Map<Caller, string[]>();
  for (const { id, caller } of ids(actor)) byCaller.set(caller, [...(byCaller.get(caller) ?? []), id]);
  const byId = new Map<string, Record<string, unknown>>();
  for (const [caller, its] of byCaller) {
    const { _entities } = await matrix.world.ask(
      caller,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Account { ${selections.join(' ')} } } }`,
      { of: its.map((id) => ({ __typename: 'Account', id })) },
    );
    for (const [at, id] of its.entries()) byId.set(`${id} ${caller.id}`, _entities[at]);
  }
  for (const { id, caller } of ids(actor)) found.push(byId.get(`${id} ${caller.id}`) ?? {});
  return found;
}

/** The part of a whole answer that these fields are. */
function partOf(whole: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const part: Record<string, unknown> = {};
  for (const name of names) {
    const [field = '', below] = name.split('.');
    if (below === undefined) part[field] = whole[field];
    else {
      const managed = whole[field] as Record<string, unknown> | null;
      part[field] = managed && { ...((part[field] as object | undefined) ?? {}), [below]: managed[below] };
    }
  }
  return part;
}

const selectionsOf = (names: readonly string[]) => names.map((name) => fields.get(name) ?? '');
const wholes = new Map<Actor, Promise<Record<string, unknown>[]>>();
const wholeFor = (actor: Actor) => {
  const whole =
    wholes.get(actor) ?? answers(actor, selectionsOf([...fields.keys()].filter((name) => !name.includes('.'))));
  wholes.set(actor, whole);
  return whole;
};

test.each(ACTORS)('a field is answered alone as beside all others, in every state: %s', async (actor) => {
  const whole = await wholeFor(actor);
  expect(fields.size).toBe(33 + 9);
  for (const name of fields.keys()) {
    const alone = await answers(actor, selectionsOf([name]));
    expect([name, alone]).toEqual([name, whole.map((one) => partOf(one, [name]))]);
    cells += STATES.length;
  }
});

test('any fields are answered together as beside all others', async () => {
  const some = fc.uniqueArray(fc.constantFrom(...fields.keys()), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(some, fc.constantFrom(...ACTORS), async (names, actor) => {
      const whole = await wholeFor(actor);
      // The whole of it beside a part of it is the whole.
      const asked = names.includes(MANAGED) ? names.filter((name) => !name.startsWith(`${MANAGED}.`)) : names;
      expect(await answers(actor, selectionsOf(asked))).toEqual(whole.map((one) => partOf(one, asked)));
      cells += STATES.length;
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 60) },
  );
});

test.each(ACTORS)('account(id) answers what _entities does, and nothing for what is not there: %s', async (actor) => {
  const names = [...fields.keys()].filter((name) => !name.includes('.'));
  const whole = await wholeFor(actor);
  for (const [at, { id, caller }] of ids(actor).entries()) {
    const query = `query ($id: ID!) { account(id: $id) { ${selectionsOf(names).join(' ')} } }`;
    const { account } = await matrix.world.ask(caller, query, { id });
    expect([STATES[at], account]).toEqual([STATES[at], whole[at]?.status === null ? null : whole[at]]);
    cells += 1;
  }
});
