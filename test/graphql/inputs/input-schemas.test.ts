import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, print } from 'graphql';
import { packageRoot } from '../../../src/config/package-root';
import { buildGuardedSchema, readSchemaFiles } from '../../../src/graphql/build-schema';
import { MUTATION_INPUTS } from '../../../src/graphql/inputs/mutation-inputs';
import { inputFaults } from './input-faults';

const SDL = print(readSchemaFiles(join(packageRoot(), 'schema')));

/** The schema with something else in the place of what it has. */
function changed(from: string | RegExp, to: string) {
  const sdl = SDL.replace(from, to);
  expect(sdl).not.toBe(SDL);
  return buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
}

test('S23: what each input is read with has what the schema has, and takes no more', () => {
  expect(inputFaults(changed(/^/, ' '))).toEqual([]);
});

test.each([
  [
    'a mutation that is read with nothing',
    /withdrawMove\(/,
    'stopMove(',
    ['stopMove is read with nothing', 'withdrawMove is no mutation'],
  ],
  [
    'a property that is read with nothing',
    /input MoveInput \{/,
    'input MoveInput { reason: String',
    ['completeMove.reason is read with nothing', 'withdrawMove.reason is read with nothing'],
  ],
  [
    'a property that is not in the schema',
    /phone: String(?= @)/g,
    'fax: String',
    [
      'addContact.phone is not in the schema',
      'addContact.fax is read with nothing',
      'updateContact.phone is not in the schema',
      'updateContact.fax is read with nothing',
    ],
  ],
  [
    'a property that must be there',
    /separateInvoices: Boolean(?= @)/g,
    'separateInvoices: Boolean!',
    [
      'createAccount.separateInvoices may not be left out',
      'createAccount.separateInvoices may not be null',
      'updateAccount.separateInvoices may not be left out',
      'updateTenantReseller.separateInvoices may not be left out',
    ],
  ],
  [
    'a list of what may not be null',
    /(input SaveCustomFieldDefinitionInput \{[^}]*)options: \[String!\]/,
    '$1options: [String!]!',
    ['saveCustomFieldDefinition.options may not be left out', 'saveCustomFieldDefinition.options may not be null'],
  ],
  [
    'an enum of other values',
    /SEMI_ANNUAL\b/,
    'HALF_YEARLY',
    expect.arrayContaining(['createSubscription.billingPeriod has other values']),
  ],
  [
    'a value of another type',
    /(input CreateSubscriptionInput \{[^}]*)quantity: Int!/,
    '$1quantity: Boolean!',
    ['createSubscription.quantity is no Boolean'],
  ],
])('a schema with %s is told of', (_what, from, to, faults) => {
  expect(inputFaults(changed(from, to))).toEqual(faults);
});

test('is answered for every mutation, once made, in the order of the schema', () => {
  const { schema, accountPolicy } = buildGuardedSchema(parse(SDL));
  const { mutations } = accountPolicy.en;
  expect(mutations.map(({ mutation }) => mutation).sort()).toEqual(Object.keys(MUTATION_INPUTS).sort());
  for (const { mutation, inputSchema } of mutations) {
    const told = inputSchema();
    const type = schema.getMutationType()?.getFields()[mutation]?.args[0]?.type;
    const fields = type && 'ofType' in type && 'getFields' in type.ofType ? Object.keys(type.ofType.getFields()) : [];
    expect(Object.keys(told.properties ?? {})).toEqual(fields);
    expect(inputSchema()).toBe(told);
  }
});

test.each([
  ['DateTime', 'rfc3339'],
  ['Date', 'rfc3339#section-5.6'],
  ['Decimal', '#decimal'],
  ['Currency', 'iso-4217'],
  ['BigInt', '#long'],
  ['JSON', 'rfc8259'],
])('the scalar %s says by what it is specified', (name, end) => {
  const scalar = buildGuardedSchema(parse(SDL)).schema.getType(name);
  expect(scalar).toMatchObject({ specifiedByURL: expect.stringMatching(`^https://.*${end}`) });
});
