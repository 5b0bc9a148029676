import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { packageRoot } from '../../src/config/package-root';
import { buildSchema } from '../../src/graphql/build-schema';
import { writtenFiles } from './repository-files';

/**
 * The page of `examples/admin-tool` knows nothing of the schema beforehand: none of its mutations, actions, fields, values or
 * types stands in the page's sources, but for those by which the rules are told and the habits of this API.
 */
const ROOT = packageRoot();
const SOURCES = writtenFiles('examples/admin-tool').filter((path) => /\/src\/.*\.tsx?$|\.html$/.test(path));
/** By which any tool of this subgraph learns the rest. */
const ENTRIES = ['accountPolicy', 'accountViewer'];
const STANDING = ['policyFacts', 'actionPermissions', 'fieldLocks'];
/** How a record of the caller's is told: by what names it. */
const NAMES = ['tenantReseller'];
/** Words of introspection itself. */
const INTROSPECTION = ['defaultValue'];
/** The habits of this API that examples/admin-tool/src/api/conventions.ts names, and how refusals and pages are told. */
const HABITS = ['dryRun', 'idempotencyKey', 'OUTCOME_UNKNOWN', 'userErrors', 'pageInfo', 'hasNextPage', 'endCursor'];

const { schema } = buildSchema(join(ROOT, 'schema'));

/** The types in which the rules are told, and what they are about. */
function typesOfRules(): Set<GraphQLNamedType> {
  const fields = [
    ...ENTRIES.map((name) => schema.getQueryType()?.getFields()[name]),
    ...STANDING.map((name) => fieldsOf(schema.getType('Account') ?? null)[name]),
  ];
  const found = new Set<GraphQLNamedType>();
  const visit = (type: GraphQLNamedType): void => {
    if (found.has(type) || type.name === 'TenantReseller') return;
    found.add(type);
    for (const field of Object.values(fieldsOf(type))) visit(getNamedType(field.type));
  };
  for (const field of fields) {
    if (field === undefined) throw new Error('The schema has lost an entry to its rules');
    visit(getNamedType(field.type));
  }
  return found;
}

function fieldsOf(type: GraphQLNamedType | null): Readonly<Record<string, { readonly type: GraphQLType }>> {
  return isObjectType(type) || isInputObjectType(type) ? type.getFields() : {};
}

/** Whatever a tool must not know, each as a whole word. Single words are everybody's: `name`, `status`. */
function unknownNames() {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const rules = typesOfRules();
  const told = [...rules].flatMap((type) => Object.keys(fieldsOf(type)));
  const known = new Set([...ENTRIES, ...STANDING, ...NAMES, ...INTROSPECTION, ...HABITS, ...told]);
  const names = {
    mutations: Object.keys(schema.getMutationType()?.getFields() ?? {}),
    fields: types.flatMap((type) => Object.keys(fieldsOf(type))).filter((name) => /[a-z][A-Z]/.test(name)),
    arguments: types
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()).flatMap(({ args }) => args.map(({ name }) => name)))
      .filter((name) => /[a-z][A-Z]/.test(name)),
    values: types.filter(isEnumType).flatMap((type) => type.getValues().map(({ name }) => name)),
    types: types
      .filter(
        (type) => !rules.has(type) && !isScalarType(type) && !['Account', 'Query', 'Mutation'].includes(type.name),
      )
      .map(({ name }) => name),
  };
  return Object.entries(names).flatMap(([kind, all]) =>
    [...new Set(all)].filter((name) => !known.has(name)).map((name) => ({ kind, name })),
  );
}

const UNKNOWN = unknownNames();

test('there is much that the page must not know, and there are sources to look into', () => {
  for (const kind of ['mutations', 'fields', 'arguments', 'values', 'types']) {
    expect(UNKNOWN.filter((one) => one.kind === kind).length).toBeGreaterThan(3);
  }
  expect(UNKNOWN.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['updateAccount', 'SUSPEND', 'separateInvoices', 'MANAGED_BY_RESELLER', 'AccountContact']),
  );
  expect(SOURCES.length).toBeGreaterThan(40);
});

test.each(SOURCES)('%s names nothing of the schema', (path) => {
  const words = new Set(readFileSync(join(ROOT, path), 'utf8').match(/\w+/g));
  expect(UNKNOWN.filter(({ name }) => words.has(name))).toEqual([]);
});
