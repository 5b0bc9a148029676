import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { fieldsBelow } from './fields-below';

/** The executor gives the same list of nodes for the same field of every object of a list. */
const known = new WeakMap<readonly FieldNode[], number>();

/**
 * What one object of this field costs to answer: itself and each field that is selected of it, whatever its type turns
 * out to be. What hangs below its own lists and objects is counted when they are answered.
 */
export function valuesOfOne(info: GraphQLResolveInfo): number {
  const counted = known.get(info.fieldNodes);
  if (counted !== undefined) return counted;
  const values = 1 + new Set(fieldsBelow(info).map(({ alias, name }) => (alias ?? name).value)).size;
  known.set(info.fieldNodes, values);
  return values;
}
