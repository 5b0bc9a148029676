import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { inputSchemas } from '../../../src/graphql/inputs/input-schemas';
import { MUTATION_INPUTS } from '../../../src/graphql/inputs/mutation-inputs';
import { type Node, typesOf } from '../../properties/inputs/schemas';

/** What mutations are read with and the schema has not, or the other way; where more is told to be taken than the schema takes. */
export function inputFaults(schema: GraphQLSchema): string[] {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  const inputSchemaOf = inputSchemas(schema);
  return [
    ...fields.flatMap(({ name, args: [input, ...others] }) => {
      if (!Object.hasOwn(MUTATION_INPUTS, name)) return [`${name} is read with nothing`];
      if (input?.name !== 'input' || others.length > 0) return [`${name} has other arguments`];
      return faultsOf(input.type, inputSchemaOf(name) as Node, name);
    }),
    ...Object.keys(MUTATION_INPUTS).flatMap((name) =>
      fields.some((field) => field.name === name) ? [] : [`${name} is no mutation`],
    ),
  ];
}

/** Less may be taken than the schema takes, where a use case asks for more. */
function faultsOf(type: GraphQLInputType, told: Node, at: string): string[] {
  if (isNonNullType(type)) {
    const isLoose = typesOf(told).includes('null') || told.type === undefined;
    return [...(isLoose ? [`${at} may not be null`] : []), ...faultsOf(type.ofType, told, at)];
  }
  if (isListType(type)) return told.items ? faultsOf(type.ofType, told.items, `${at}[]`) : [`${at} is a list`];
  if (isEnumType(type)) {
    const values = type.getValues().map(({ name }) => name);
    return String(told.enum?.filter((one) => one !== null)) === String(values) ? [] : [`${at} has other values`];
  }
  if (!isInputObjectType(type)) {
    const expected = JSON_TYPES[type.name] ?? ['string'];
    return typesOf(told).every((one) => one === 'null' || expected.includes(one)) ? [] : [`${at} is no ${type.name}`];
  }
  const fields = type.getFields();
  const properties = told.properties ?? {};
  return [
    ...(told.additionalProperties === false ? [] : [`${at} is nothing but what it names`]),
    ...Object.keys(properties).flatMap((name) => (fields[name] ? [] : [`${at}.${name} is not in the schema`])),
    ...Object.values(fields).flatMap((field) => {
      const property = properties[field.name];
      if (!property) return [`${at}.${field.name} is read with nothing`];
      const isLoose = isRequiredInputField(field) && !told.required?.includes(field.name);
      const missing = isLoose ? [`${at}.${field.name} may not be left out`] : [];
      return [...missing, ...faultsOf(field.type, property, `${at}.${field.name}`)];
    }),
  ];
}

/** Every other scalar is written as a string. */
const JSON_TYPES: Readonly<Record<string, readonly string[]>> = {
  Boolean: ['boolean'],
  Int: ['integer'],
  JSON: ['string', 'number', 'boolean'],
};
