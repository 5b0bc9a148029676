import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../request/context';

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
    const usable = representations.filter(isUsable);
    (context as RequestContext).budget.spend(usable.length);
    const answers = await resolve(parent, { ...args, representations: usable }, context, info);
    const next = Array.isArray(answers) ? answers.values() : [].values();
    return representations.map((representation) => (isUsable(representation) ? next.next().value : null));
  };
}

function isUsable(representation: unknown): boolean {
  if (typeof representation !== 'object' || representation === null) return false;
  const typename: unknown = Reflect.get(representation, '__typename');
  const id: unknown = Reflect.get(representation, 'id');
  return typeof typename === 'string' && ENTITIES.has(typename) && typeof id === 'string';
}
