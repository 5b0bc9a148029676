import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';

/**
 * A scalar that is written as a string. Any string is taken here and the use case validates it, with path and code: a
 * coercion that throws would fail the whole call, and one bad item must not fail its neighbours.
 */
function stringLike(name: string, serialize: (value: unknown) => string): GraphQLScalarType {
  return new GraphQLScalarType<string, string>({
    name,
    serialize,
    parseValue: (value) => {
      if (typeof value === 'string') return value;
      throw new GraphQLError(`${name} is written as a string`);
    },
    parseLiteral: (node) => {
      if (node.kind === Kind.STRING) return node.value;
      throw new GraphQLError(`${name} is written as a string`, { nodes: node });
    },
  });
}

export const scalars = {
  BigInt: stringLike('BigInt', String),
  Currency: stringLike('Currency', String),
  Date: stringLike('Date', String),
  DateTime: stringLike('DateTime', (value) => (value instanceof Date ? value.toISOString() : String(value))),
  Decimal: stringLike('Decimal', String),
  JSON: new GraphQLScalarType({
    name: 'JSON',
    serialize: (value) => value,
    parseValue: (value) => value,
    parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
  }),
};
