import { type GraphQLField, type GraphQLNamedType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';

/** How a field is asked for that says nothing without arguments, by its coordinate. */
export type Asked = Readonly<Record<string, string>>;

/** What is asked for, and what is not. */
export interface Extent {
  readonly asked: Asked;
  /** Coordinates that are not asked for. */
  readonly leftOut: ReadonlySet<string>;
  /** Types of which the name alone is asked: they have a query of their own. */
  readonly elsewhere: ReadonlySet<GraphQLNamedType>;
}

/** A selection of everything below a type, each type once on the way down. */
export function everythingBelow(
  type: GraphQLNamedType,
  extent: Extent,
  above: readonly GraphQLNamedType[] = [],
): string {
  if (!isObjectType(type)) return '';
  if (above.includes(type) || (above.length > 0 && extent.elsewhere.has(type))) return '{ __typename }';
  const fields = Object.values(type.getFields())
    .filter((field) => !extent.leftOut.has(`${type.name}.${field.name}`))
    .map((field) => {
      const below = everythingBelow(getNamedType(field.type), extent, [...above, type]);
      return `${field.name}${argumentsOf(type, field, extent.asked)} ${below}`;
    });
  return `{ __typename ${fields.join(' ')} }`;
}

/** The arguments of a field, in brackets. */
export function argumentsOf({ name: type }: GraphQLNamedType, field: GraphQLField<unknown, unknown>, asked: Asked) {
  const given = asked[`${type}.${field.name}`];
  return given === undefined ? '' : `(${given})`;
}

/** The coordinates of which an answer holds something: neither null nor an empty list. */
export function toldBy(schema: GraphQLSchema, type: GraphQLNamedType, answer: unknown, told = new Set<string>()) {
  if (Array.isArray(answer)) for (const one of answer) toldBy(schema, type, one, told);
  else if (isObjectType(type) && typeof answer === 'object' && answer !== null) {
    const fields = type.getFields();
    for (const [name, value] of Object.entries(answer)) {
      const field = fields[name];
      if (field === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue;
      told.add(`${type.name}.${name}`);
      toldBy(schema, getNamedType(field.type), value, told);
    }
  }
  return told;
}
