import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

const SCALARS: Record<string, unknown> = {
  BigInt: '1',
  Boolean: true,
  Currency: 'EUR',
  Date: '2026-01-31',
  DateTime: '2026-01-31T00:00:00Z',
  Decimal: '1.00',
  ID: '00000000-0000-4000-8000-000000000000',
  Int: 1,
  JSON: null,
  String: 'text',
};

/** A value that the type takes: of an object, what must be there. */
export function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(needed.map((field) => [field.name, sampleOf(field.type)]));
  }
  return SCALARS[type.name];
}

/** A mutation of the schema with its guards and a call of it that validates. */
export interface SampleMutation {
  readonly name: string;
  readonly guards: readonly string[];
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Every mutation of the schema. */
export function sampleMutations(schema: GraphQLSchema): SampleMutation[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ({
    name: field.name,
    // What is no guard says which contracts it is in.
    guards: (field.astNode?.directives ?? []).map(({ name }) => name.value).filter((name) => name !== 'tag'),
    query: `mutation (${field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ')}) {
      ${field.name}(${field.args.map(({ name }) => `${name}: $${name}`).join(', ')}) { ${wholePayloadOf(field)} } }`,
    variables: Object.fromEntries(field.args.map(({ name, type }) => [name, sampleOf(type)])),
  }));
}

/** Every field of the payload, in the least way but for the refusals. */
function wholePayloadOf(mutation: GraphQLField<unknown, unknown>): string {
  const payload = getNamedType(mutation.type);
  if (!isObjectType(payload)) throw new Error(`${mutation.name} answers no payload`);
  return Object.values(payload.getFields())
    .map(({ name, type }) => {
      if (name === 'userErrors') return 'userErrors { code reasons }';
      return isLeafType(getNamedType(type)) ? name : `${name} { __typename }`;
    })
    .join(' ');
}
