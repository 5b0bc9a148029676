import { join } from 'node:path';
import { type GraphQLResolveInfo, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { packageRoot } from '../../../src/config/package-root';
import { EVERY_PART, partsOf } from '../../../src/domain/accounts/account';
import { askedParts } from '../../../src/graphql/asked/asked-parts';
import { buildSchema } from '../../../src/graphql/build-schema';

const { schema } = buildSchema(join(packageRoot(), 'schema'));

/** What the first operation of a document asks of accounts. */
function asked(text: string) {
  const { definitions } = parse(text);
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const fragments: GraphQLResolveInfo['fragments'] = Object.fromEntries(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  return askedParts({ operation, fragments, schema });
}

const EACH: [string, string, Parameters<typeof partsOf>[0]][] = [
  ['of no account', '{ accountViewer { __typename } }', []],
  ['what is always read', '{ account(id: "x") { id name status lockedFields allowedActions __typename } }', []],
  ['a value', '{ account(id: "x") { email } }', ['VALUES']],
  ['under an alias', '{ account(id: "x") { name: createdAt } }', ['TIMES']],
  ['an alias that is called like a field', '{ account(id: "x") { createdAt: name } }', []],
  ['of a list', '{ accounts { edges { node { billingAddress { city } } } } }', ['DOCUMENTS']],
  [
    'of an account below another',
    '{ account(id: "x") { parent { customFields { value } } } }',
    ['VALUES', 'DOCUMENTS'],
  ],
  ['of management', '{ account(id: "x") { managedByReseller { origin } } }', ['MANAGEMENT']],
  ['of the manager', '{ account(id: "x") { managedByReseller { reseller { name } ribbon } } }', ['MANAGER']],
  ['of drift', '{ account(id: "x") { managedByReseller { drift } } }', ['VALUES', 'MANAGER']],
  ['of a field of that name elsewhere', '{ tenantReseller(id: "x") { currency } }', []],
  [
    'in inline fragments',
    '{ _entities(representations: []) { ... on Account { ... { updatedAt } } ... on TenantReseller { currency } } }',
    ['TIMES'],
  ],
  [
    'in fragments, also of fragments',
    'query { account(id: "x") { ...A } } fragment A on Account { email ...B } fragment B on Account { updatedAt }',
    ['VALUES', 'TIMES'],
  ],
  [
    'in a fragment on an interface',
    `mutation { deleteAccount(input: { accountId: "x" }) { ...P } }
     fragment P on AccountMutationPayload { ... on AccountPayload { account { revision } } }`,
    ['VALUES'],
  ],
  ['what may be left out', 'query ($no: Boolean!) { account(id: "x") { email @include(if: $no) } }', ['VALUES']],
  [
    'under two names of a root field',
    '{ a: account(id: "x") { email } b: account(id: "x") { updatedAt } }',
    ['VALUES', 'TIMES'],
  ],
];

test.each(EACH)('%s', (_what, text, parts) => {
  expect(asked(text)).toBe(partsOf(parts));
});

test('all parts of an account that is asked for whole', () => {
  const whole = 'email billingAddress { city } updatedAt managedByReseller { origin reseller { id } }';
  expect(asked(`{ account(id: "x") { ${whole} } }`)).toBe(EVERY_PART);
});
