import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
} from 'graphql';
import { abandon, isPromise } from './promises';
import { valuesOfOne } from './selected-values';
import { UNTOLD, type WorkBudget } from './work-budget';

/** Introspection has no context of its own, and tools outside of the server give none. */
export type Context = { readonly budget?: WorkBudget } | undefined;
type Resolve = GraphQLFieldResolver<unknown, Context>;
type Field = GraphQLField<unknown, Context>;

/** To wait and be told takes as long as so many values that are there at once: measured. */
const VALUES_OF_A_WAIT = 10;

/** The types of introspection are graphql-js's own, the same in every schema: wrapped once. */
const wrapped = new WeakSet<Field>();

/**
 * Has every field of the schema that answers objects or a list count what it answers before any of it is looked at, and
 * every field with a resolver of its own count its errors. By a walk of the schema, so that no resolver can forget, and
 * in the resolvers, so that it holds for whatever executes them (test/graphql/executor/any-operation.test.ts).
 */
export function countAnswers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values<Field>(type.getFields())) {
      if (wrapped.has(field)) continue;
      if (isIntrospectionType(type)) wrapped.add(field);
      const isLeaf = isLeafType(getNullableType(field.type));
      if (!isLeaf) field.resolve = counting(field, field.resolve ?? defaultFieldResolver);
      else if (field.resolve && !isIntrospectionType(type)) field.resolve = counting(field, field.resolve);
    }
  }
}

function counting({ type }: Field, resolve: Resolve): Resolve {
  const mayBeNull = !isNonNullType(type);
  const valuesOf = valueCounter(type);

  const fail = (budget: WorkBudget, error: unknown) => {
    const told = budget.told(error);
    if (told !== null) throw told;
    if (mayBeNull) return null;
    throw UNTOLD;
  };
  const take = (budget: WorkBudget, answer: unknown, values: number, { operation }: GraphQLResolveInfo) => {
    if (values === 0) return answer;
    try {
      // What a mutation did is told: of its answer goes first what may be null.
      budget.answer(values, mayBeNull && operation.operation === OperationTypeNode.MUTATION);
      return answer;
    } catch (error) {
      abandon(answer);
      return fail(budget, error);
    }
  };
  return (parent, args, context, info) => {
    const budget = context?.budget;
    if (!budget) return resolve(parent, args, context, info);
    // Half an answer of a query is none: once it is too large, nothing more is asked for.
    const isThrownAway = budget.exhausted !== null && info.operation.operation === OperationTypeNode.QUERY;
    if (isThrownAway) return fail(budget, budget.exhausted);
    let answer: unknown;
    try {
      answer = resolve(parent, args, context, info);
    } catch (error) {
      return fail(budget, error);
    }
    if (!isPromise(answer)) return take(budget, answer, valuesOf(answer, info), info);
    const awaited = take(budget, answer, VALUES_OF_A_WAIT, info);
    if (awaited !== answer) return awaited;
    return answer.then(
      (found) => take(budget, found, valuesOf(found, info), info),
      (error) => fail(budget, error),
    );
  };
}

type ValueCounter = (answer: unknown, info: GraphQLResolveInfo) => number;

/** Leaves are counted with the object that they are fields of. */
function valueCounter(type: GraphQLOutputType): ValueCounter {
  const bare = getNullableType(type);
  if (!isListType(bare)) {
    return isLeafType(bare)
      ? () => 0
      : (answer, info) => (answer === null || answer === undefined ? 0 : valuesOfOne(info));
  }
  const item = getNullableType(bare.ofType);
  if (isListType(item)) {
    const inner = valueCounter(item);
    return (answer, info) => elements(answer).reduce<number>((sum, one) => sum + 1 + inner(one, info), 0);
  }
  if (isLeafType(getNamedType(item))) return (answer) => elements(answer).length;
  return (answer, info) => {
    const { length } = elements(answer);
    return length === 0 ? 0 : length * valuesOfOne(info);
  };
}

function elements(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer;
  if (typeof answer !== 'object' || answer === null || !(Symbol.iterator in answer)) return [];
  return [...(answer as Iterable<unknown>)];
}
