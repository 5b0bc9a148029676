import { GraphQLError, type GraphQLSchema, isUnionType } from 'graphql';
import { AccountView } from '../../domain/accounts/account-view';
import type { TenantReseller } from '../../domain/tenant-reseller';
import { ownTurn } from '../executor/turns';
import type { RequestContext } from '../request/context';

const MAX_REPRESENTATIONS = 1000;
/** Answering more takes milliseconds. */
const MANY = 100;
const ENTITIES = ['Account', 'TenantReseller'] as const;

type Answer = AccountView | TenantReseller | null;

/**
 * A representation is attacker's input: only its type and key count. One that names no entity of ours is answered with
 * null (test/graphql/executor/entities.test.ts), since the library would fail all its neighbours with it. Nor is the
 * library asked for the others: it waits for each of a hundred by itself.
 */
export function guardEntities(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()._entities;
  const entity = schema.getType('_Entity');
  if (!field || !isUnionType(entity)) throw new Error('The schema has no entities');
  entity.resolveType = (answer) => (answer instanceof AccountView ? 'Account' : 'TenantReseller');
  field.resolve = (
    _parent,
    { representations }: { representations: readonly unknown[] },
    { loaders }: RequestContext,
  ) => {
    if (representations.length > MAX_REPRESENTATIONS) {
      throw new GraphQLError(`At most ${MAX_REPRESENTATIONS} representations are answered at once`, {
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
      });
    }
    return entitiesOf(representations.map(keyOf), loaders);
  };
}

/** The entities of these keys. What fails for a kind of them is told for each, as if each had been asked for alone. */
async function entitiesOf(
  keys: readonly (Key | null)[],
  loaders: RequestContext['loaders'],
): Promise<(Answer | Error)[]> {
  const ids = (typename: Key['__typename']) => keys.flatMap((key) => (key?.__typename === typename ? [key.id] : []));
  const [accounts, resellers] = await Promise.all([
    each(ids('Account'), (wanted) => loaders.accounts.loadAll(wanted)),
    each(ids('TenantReseller'), (wanted) => Promise.all(wanted.map((id) => loaders.tenantResellers.load(id)))),
  ]);
  if (keys.length > MANY) await ownTurn();
  return keys.map((key) => {
    if (key === null) return null;
    const next: IteratorResult<Answer | Error> = (key.__typename === 'Account' ? accounts : resellers).next();
    return next.done ? null : next.value;
  });
}

async function each(
  ids: readonly string[],
  load: (ids: readonly string[]) => Promise<readonly Answer[]>,
): Promise<Iterator<Answer | Error>> {
  if (ids.length === 0) return [].values();
  try {
    return (await load(ids)).values();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return ids.map(() => error).values();
  }
}

interface Key {
  readonly __typename: (typeof ENTITIES)[number];
  readonly id: string;
}

/** A subgraph may hold a number for an id: it leaves as what GraphQL makes of one, and there is none such here. */
function keyOf(representation: unknown): Key | null {
  if (typeof representation !== 'object' || representation === null) return null;
  const named: unknown = Reflect.get(representation, '__typename');
  const __typename = ENTITIES.find((one) => one === named);
  if (__typename === undefined) return null;
  const id: unknown = Reflect.get(representation, 'id');
  if (typeof id === 'string') return { __typename, id };
  return typeof id === 'number' && Number.isFinite(id) ? { __typename, id: String(id) } : null;
}
