import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isEnumType, isObjectType } from 'graphql';
import { tagsOf } from '../applied';

/** What a contract has below queries, or below mutations and nowhere else. */
export function contained(schema: GraphQLSchema, contract: string, below: 'queries' | 'mutations'): string[] {
  const tagged = taggedFields(schema);
  const reached = new Set<string>();
  const walk = (name: string) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${name}.${field.name}`;
      if (reached.has(coordinate) || !tagged.get(coordinate)?.includes(contract)) continue;
      reached.add(coordinate);
      walk(getNamedType(field.type).name);
    }
  };
  walk('Query');
  if (below === 'queries') return [...reached].sort();
  const queried = new Set(reached);
  walk('Mutation');
  return [...reached].filter((coordinate) => !queried.has(coordinate)).sort();
}

/** The values of an enum that bear the tag of the contract. */
export function valuesIn(schema: GraphQLSchema, contract: string, name: string): string[] {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enum`);
  return type
    .getValues()
    .filter(({ astNode }) => tagsOf(astNode).includes(contract))
    .map(({ name: value }) => value)
    .sort();
}

/** The tags of the fields of a contract's types, by coordinate; introspection and the gateway's own fields are none. */
export function taggedFields(schema: GraphQLSchema): Map<string, unknown[]> {
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('_'),
  );
  return new Map(
    types.flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ name }) => !name.startsWith('_'))
        .map(({ name, astNode }): [string, unknown[]] => [`${type.name}.${name}`, tagsOf(astNode)]),
    ),
  );
}
