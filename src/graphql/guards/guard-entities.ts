import { GraphQLError, type GraphQLSchema } from 'graphql';

const MAX_REPRESENTATIONS = 1000;
const ENTITIES = new Set(['Account', 'TenantReseller']);

/**
 * A representation is attacker's input: only its type and key count. One that names no entity of ours is answered with
 * null (test/graphql/executor/entities.test.ts), since the library would fail all its neighbours with it.
 */
export function guardEntities(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()._entities;
  const resolve = field?.resolve;
  if (!field || !resolve) throw new Error('The schema has no entities');
  field.resolve = async (parent, args: { representations: readonly unknown[] }, context, info) => {
    const { representations } = args;
    if (representations.length > MAX_REPRESENTATIONS) {
      throw new GraphQLError(`At most ${MAX_REPRESENTATIONS} representations are answered at once`, {
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
      });
    }
    const keys = representations.map(keyOf);
    const usable = keys.filter((key) => key !== null);
    const answers = await resolve(parent, { ...args, representations: usable }, context, info);
    const next = Array.isArray(answers) ? answers.values() : [].values();
    return keys.map((key) => key && next.next().value);
  };
}

interface Key {
  readonly __typename: string;
  readonly id: string;
}

/** A subgraph may hold a number for an id: it leaves as what GraphQL makes of one, and there is none such here. */
function keyOf(representation: unknown): Key | null {
  if (typeof representation !== 'object' || representation === null) return null;
  const __typename: unknown = Reflect.get(representation, '__typename');
  const id: unknown = Reflect.get(representation, 'id');
  if (typeof __typename !== 'string' || !ENTITIES.has(__typename)) return null;
  if (typeof id === 'string') return { __typename, id };
  return typeof id === 'number' && Number.isFinite(id) ? { __typename, id: String(id) } : null;
}
