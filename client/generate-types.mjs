// `npm run codegen`: the client's operations as texts, and the types of what they send and are answered, from the schema.
// What an operation asks for and the schema does not have is an error here.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  parse,
  print,
  separateOperations,
  stripIgnoredCharacters,
  typeFromAST,
  validate,
} from 'graphql';
import { readSdl } from '../scripts/schema-files.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** Where versions are given, a count that a program has as a number of 64 bits is taken as it is. */
const SENT = { BigInt: 'string | bigint', Boolean: 'boolean', Float: 'number', Int: 'number' };
const ANSWERED = { Boolean: 'boolean', Float: 'number', Int: 'number' };

// Mutations are extensions of a type that the subgraph library makes.
const schema = buildSchema(`${readSdl()}\ntype Mutation`, { assumeValidSDL: true });
const document = parse(readFileSync(join(HERE, 'operations.graphql'), 'utf8'));
const faults = validate(schema, document);
if (faults.length > 0) throw new Error(faults.join('\n'));

const fragments = new Map(
  document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
);
const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
/** Inputs and enums that the operations reach, by name. */
const named = new Map();

const texts = Object.entries(separateOperations(document)).map(
  ([name, text]) => `  ${name}:\n    '${stripIgnoredCharacters(print(text)).replaceAll("'", "\\'")}',`,
);
const answers = operations.map((operation) => {
  const variables = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
    const of = typeFromAST(schema, type);
    return `    readonly ${variable.name.value}${isNonNullType(of) ? '' : '?'}: ${sent(of)};`;
  });
  return [
    `  readonly ${operation.name.value}: {`,
    `    readonly variables: ${variables.length > 0 ? `{\n  ${variables.join('\n  ')}\n    }` : 'Record<string, never>'};`,
    `    readonly data: ${selected(operation.selectionSet, schema.getRootType(operation.operation), '    ')};`,
    '  };',
  ].join('\n');
});
// What stands in several answers has a name of its own.
const shared = [...fragments.values()].map(
  ({ name, typeCondition, selectionSet }) =>
    `/** ${oneLine(schema.getType(typeCondition.name.value).description)} */\nexport interface ${name.value} ${selected(selectionSet, schema.getType(typeCondition.name.value), '')}`,
);
// Inputs name further ones while they are written.
const types = [];
for (const [, type] of named) types.push(isEnumType(type) ? enumOf(type) : inputOf(type));

writeFileSync(
  join(HERE, 'src', 'generated', 'operations.ts'),
  [
    '// Made by `npm run codegen` from the schema and operations.graphql: change those.',
    `export const OPERATIONS = {\n${texts.join('\n')}\n} as const;`,
    `/** What each operation is sent and answered. */\nexport interface Operations {\n${answers.join('\n')}\n}`,
    ...shared,
    ...types.sort(),
    '',
  ].join('\n\n'),
);

/** An object type of what is selected; a fragment alone stands for its own type. */
function selected({ selections }, parent, indent) {
  const [first] = selections;
  if (selections.length === 1 && first.kind === Kind.FRAGMENT_SPREAD) return first.name.value;
  const lines = selections.map((field) => {
    if (field.kind !== Kind.FIELD) throw new Error(`A fragment beside other fields of ${parent.name}`);
    const { type, description } = parent.getFields()[field.name.value];
    const doc = description ? `${indent}  /** ${oneLine(description)} */\n` : '';
    return `${doc}${indent}  readonly ${field.name.value}: ${wrapped(type, (of) => answered(of, field, `${indent}  `))};`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function answered(type, { selectionSet }, indent) {
  if (selectionSet) return selected(selectionSet, type, indent);
  return isEnumType(type) ? nameOf(type) : (ANSWERED[type.name] ?? 'string');
}

function sent(type) {
  return wrapped(type, (of) => (isScalarType(of) ? (SENT[of.name] ?? 'string') : nameOf(of)));
}

function wrapped(type, inner) {
  return isNonNullType(type) ? inNonNull(type.ofType, inner) : `${inNonNull(type, inner)} | null`;
}

function inNonNull(type, inner) {
  if (!isListType(type)) return inner(getNamedType(type));
  const element = wrapped(type.ofType, inner);
  return `readonly ${/[ {]/.test(element) ? `(${element})` : element}[]`;
}

function nameOf(type) {
  named.set(type.name, type);
  return type.name;
}

function enumOf(type) {
  const lines = type.getValues().map((one) => `  /** ${oneLine(one.description)} */\n  | '${one.name}'`);
  return `/** ${oneLine(type.description)} */\nexport type ${type.name} =\n${lines.join('\n')};`;
}

function inputOf(type) {
  if (!isInputObjectType(type)) throw new Error(`${type.name} is no input`);
  const fields = Object.values(type.getFields()).map((field) => {
    const mark = isNonNullType(field.type) ? '' : '?';
    const taken = isNonNullType(field.type) ? sent(field.type) : `${sent(field.type)} | undefined`;
    return `  /** ${oneLine(field.description)} */\n  readonly ${field.name}${mark}: ${taken};`;
  });
  return `/** ${oneLine(type.description)} */\nexport interface ${type.name} {\n${fields.join('\n')}\n}`;
}

/** The numbers of the product's rules say nothing to who has the client alone. */
function oneLine(description) {
  const text = (description ?? '')
    .replace(/\s+/g, ' ')
    .replace(/ \((?:S\d+\w?(?:[-–, ]+)?)+\)/g, '')
    .trim();
  return text.replaceAll('*/', '* /');
}
