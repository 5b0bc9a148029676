import { type GraphQLInputType, type GraphQLSchema, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { Keywords } from '../../domain/input-limits';
import { jsonSchemaOf } from '../../domain/input-schema';
import { MUTATION_INPUTS } from './mutation-inputs';

/** For who reads the schema: forms show a `description` to people. */
const COMMENT =
  "Text is counted as it is stored, in Unicode's normalization form C. What fits may still be refused: for what is recorded, " +
  'or for what one value says of another.';

/** What `input` of each mutation must be, as JSON Schema 2020-12; made when it is asked for first. */
export function inputSchemas(schema: GraphQLSchema): (mutation: string) => Keywords {
  const made = new Map<string, Keywords>();
  return (mutation) => {
    const known = made.get(mutation) ?? inputSchemaOf(schema, mutation);
    made.set(mutation, known);
    return known;
  };
}

function inputSchemaOf(schema: GraphQLSchema, mutation: string): Keywords {
  const type = inputTypeOf(schema, mutation);
  const told = jsonSchemaOf(MUTATION_INPUTS[mutation as keyof typeof MUTATION_INPUTS]);
  const $schema = 'https://json-schema.org/draft/2020-12/schema';
  return { $schema, $comment: COMMENT, ...inOrder(type, told) };
}

function inputTypeOf(schema: GraphQLSchema, mutation: string): GraphQLInputType {
  const input = schema
    .getMutationType()
    ?.getFields()
    [mutation]?.args.find(({ name }) => name === 'input');
  if (!input || !Object.hasOwn(MUTATION_INPUTS, mutation)) throw new Error(`Mutation.${mutation} has no input`);
  return input.type;
}

/** The properties of every object in the order of the schema: forms are made of them. */
function inOrder(type: GraphQLInputType, told: Keywords): Keywords {
  if (isNonNullType(type)) return inOrder(type.ofType, told);
  if (isListType(type)) return { ...told, items: inOrder(type.ofType, told.items as Keywords) };
  if (!isInputObjectType(type)) return told;
  const fields = type.getFields();
  const properties = told.properties as Readonly<Record<string, Keywords>>;
  const places = Object.keys(fields);
  const ordered = Object.entries(properties).sort(([one], [other]) => places.indexOf(one) - places.indexOf(other));
  const inside = ordered.map(([name, property]) => {
    const field = fields[name];
    return [name, field ? inOrder(field.type, property) : property];
  });
  return { ...told, properties: Object.fromEntries(inside) };
}
