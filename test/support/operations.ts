import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** A way to a type: each field with its arguments, from a root on. */
export type Way = readonly string[];

/** The shortest way to every object type that can be reached from the query root. */
export function waysToTypes(schema: GraphQLSchema): Map<GraphQLObjectType, Way> {
  const query = schema.getQueryType();
  const ways = new Map<GraphQLObjectType, Way>(query ? [[query, []]] : []);
  for (const [type, way] of ways) {
    // First of all by what answers a thousand at once.
    const fields = Object.values(type.getFields()).sort((one) => (one.name === '_entities' ? -1 : 0));
    for (const field of fields) {
      for (const [next, condition] of objectsOf(field)) {
        if (!ways.has(next)) ways.set(next, [...way, withRequired(field), ...condition]);
      }
    }
  }
  return ways;
}

/** The objects that a field may answer, and the condition that a union needs. */
export function objectsOf(field: GraphQLField<unknown, unknown>): [GraphQLObjectType, string[]][] {
  const type = getNamedType(field.type);
  if (isObjectType(type)) return [[type, []]];
  return isUnionType(type) ? type.getTypes().map((one) => [one, [`... on ${one.name}`]]) : [];
}

/** The selection at the end of the way. */
export const at = (way: Way, selection: string): string =>
  way.reduceRight((inner, field) => `${field} { ${inner} }`, selection);

/** The field with something sound for each argument that it cannot do without. */
export function withRequired(field: GraphQLField<unknown, unknown>, others: readonly string[] = []): string {
  const required = field.args.filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
  const given = [...required.map((argument) => `${argument.name}: ${literalFor(argument)}`), ...others];
  return given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name;
}

/** What stands for ids of this kind in `literalFor`. */
export const REPRESENTATIONS = '$representations';

function literalFor(argument: GraphQLArgument): string {
  return argument.name === 'representations' ? REPRESENTATIONS : literalOf(argument.type);
}

function literalOf(type: GraphQLArgument['type']): string {
  const bare = getNullableType(type);
  if (isListType(bare)) return `[${literalOf(bare.ofType)}]`;
  if (isEnumType(bare)) return bare.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(bare)) {
    const required = Object.values(bare.getFields()).filter(({ type: of }) => isNonNullType(of));
    return `{ ${required.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`;
  }
  if (bare.toString() === 'Int') return '1';
  if (bare.toString() === 'Boolean') return 'false';
  return '"1"';
}
