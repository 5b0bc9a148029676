import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import type { InputPlace } from '../../domain/words/input-words';

/** What can be sent to each mutation of the schema, an object before what stands in it. */
export function inputPlaces(schema: GraphQLSchema): Readonly<Record<string, readonly InputPlace[]>> {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  return Object.fromEntries(mutations.map((field) => [field.name, placesOf(field)]));
}

function placesOf({ args }: GraphQLField<unknown, unknown>): InputPlace[] {
  return args.flatMap(({ name, type }) => placesIn(type, [name], []));
}

/** An input that holds itself has places without an end, which no list of words could name. */
function placesIn(
  type: GraphQLInputType,
  path: readonly string[],
  above: readonly GraphQLInputObjectType[],
): InputPlace[] {
  const bare = getNamedType(type);
  if (!isInputObjectType(bare)) return [];
  if (above.includes(bare)) throw new Error(`The input ${bare.name} holds itself at ${path.join('.')}`);
  return Object.values(bare.getFields()).flatMap(({ name, type: held }) => {
    const place = [...path, name];
    return [{ path: place, input: bare.name, name }, ...placesIn(held, place, [...above, bare])];
  });
}
