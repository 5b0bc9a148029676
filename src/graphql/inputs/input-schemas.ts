import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Keywords } from '../../domain/input-limits';
import { jsonSchemaOf } from '../../domain/input-schema';
import { MUTATION_INPUTS } from './mutation-inputs';

const DESCRIPTION =
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
  return { $schema, description: DESCRIPTION, ...inOrder(type, told) };
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
  const properties = told.properties as Record<string, Keywords>;
  const ordered = Object.values(type.getFields()).flatMap(({ name, type }) => {
    const property = properties[name];
    return property ? [[name, inOrder(type, property)] as const] : [];
  });
  return { ...told, properties: Object.fromEntries(ordered) };
}

/** Where what inputs are read with and the schema do not say the same of one another (test/graphql/inputs). */
export function inputFaults(schema: GraphQLSchema): string[] {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  const made = inputSchemas(schema);
  return mutations.flatMap((mutation) => {
    if (!Object.hasOwn(MUTATION_INPUTS, mutation)) return [`Mutation.${mutation} is read with nothing`];
    return faultsOf(inputTypeOf(schema, mutation), made(mutation), `${mutation}.input`);
  });
}

/** What a tool that keeps to the schema's types may send is all that may be told: less is, where a use case asks for more. */
function faultsOf(type: GraphQLInputType, told: Keywords, at: string): string[] {
  const types = [told.type].flat();
  if (isNonNullType(type)) {
    return [...(types.includes('null') ? [`${at} may not be null`] : []), ...faultsOf(type.ofType, told, at)];
  }
  if (isListType(type)) {
    if (!types.includes('array')) return [`${at} is a list`];
    return faultsOf(type.ofType, told.items as Keywords, `${at}[]`);
  }
  if (isEnumType(type)) {
    const values = type.getValues().map(({ name }) => name);
    const taken = [told.enum].flat().filter((one) => one !== null);
    return String(taken) === String(values) ? [] : [`${at} has other values`];
  }
  if (!isInputObjectType(type)) {
    const expected = JSON_TYPES[type.name] ?? ['string'];
    return types.every((one) => one === 'null' || expected.includes(String(one))) ? [] : [`${at} is no ${type.name}`];
  }
  if (!types.includes('object') || told.additionalProperties !== false) return [`${at} is an object of what it names`];
  const fields = Object.values(type.getFields());
  const properties = told.properties as Record<string, Keywords>;
  const required = (told.required ?? []) as readonly string[];
  return [
    ...fields.flatMap((field) => {
      const property = properties[field.name];
      if (!property) return [`${at}.${field.name} is read with nothing`];
      const isLoose = isRequiredInputField(field) && !required.includes(field.name);
      return [
        ...(isLoose ? [`${at}.${field.name} may not be left out`] : []),
        ...faultsOf(field.type, property, `${at}.${field.name}`),
      ];
    }),
    ...Object.keys(properties).flatMap((name) =>
      fields.some((field) => field.name === name) ? [] : [`${at}.${name} is not in the schema`],
    ),
  ];
}

/** Every other scalar is written as a string. */
const JSON_TYPES: Readonly<Record<string, readonly string[]>> = {
  Boolean: ['boolean'],
  Int: ['integer'],
  JSON: ['string', 'number', 'boolean'],
};
