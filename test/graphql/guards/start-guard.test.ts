import { join } from 'node:path';
import { parse, print } from 'graphql';
import { packageRoot } from '../../../src/config/package-root';
import { buildGuardedSchema, readSchemaFiles } from '../../../src/graphql/build-schema';

const SDL = print(readSchemaFiles(join(packageRoot(), 'schema')));

/** Builds the schema as the start does, after one change of its text. */
function start(change: (sdl: string) => string) {
  const changed = change(SDL);
  if (changed === SDL) throw new Error('The change changed nothing');
  return () => buildGuardedSchema(parse(changed));
}

const added = (mutation: string) => (sdl: string) => `${sdl}\nextend type Mutation { ${mutation} }`;
const replaced = (from: string | RegExp, to: string) => (sdl: string) => sdl.replace(from, to);
const DELETE = /(deleteAccount\(.*\): AccountPayload) @blockedOnManagedAccount\(action: DELETE\)/;
const UPDATE = /(updateAccount\(.*\): AccountPayload) @allowedOnManagedAccount\(action: EDIT\)/;

describe('S22: the server', () => {
  test('starts with the schema as it is, and serves every mutation guarded', () => {
    const { schema, accountPolicy } = buildGuardedSchema(parse(SDL));
    const served = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(accountPolicy.en.mutations.map(({ mutation }) => mutation)).toEqual(served);
  });

  test.each<[string, (sdl: string) => string, RegExp]>([
    ['has no guard', added('unguarded(input: AccountReferenceInput!): AccountPayload'), /unguarded/],
    ['lost its guard', replaced(DELETE, '$1'), /deleteAccount/],
    ['has two guards', replaced(DELETE, '$1 @blockedOnManagedAccount(action: DELETE) @administrator'), /deleteAccount/],
    [
      'has both guards of accounts',
      replaced(UPDATE, '$1 @allowedOnManagedAccount(action: EDIT) @blockedOnManagedAccount(action: DELETE)'),
      /updateAccount/,
    ],
    [
      'is allowed where the policy blocks',
      replaced(DELETE, '$1 @allowedOnManagedAccount(action: DELETE)'),
      /deleteAccount/,
    ],
    [
      'is blocked where the policy allows',
      replaced(UPDATE, '$1 @blockedOnManagedAccount(action: EDIT)'),
      /updateAccount/,
    ],
    ['names an action that is none', replaced(DELETE, '$1 @blockedOnManagedAccount(action: FLY)'), /deleteAccount/],
    [
      'names an action of the schema that the policy does not know',
      (sdl) =>
        `${replaced(DELETE, '$1 @blockedOnManagedAccount(action: FLY)')(sdl)}\nextend enum AccountAction { FLY }`,
      /deleteAccount/,
    ],
    ['names no action', replaced(DELETE, '$1 @blockedOnManagedAccount'), /action/],
    [
      'names an argument that it does not have',
      replaced(DELETE, '$1 @blockedOnManagedAccount(action: DELETE, account: "other.accountId")'),
      /deleteAccount/,
    ],
    [
      'names a field that its input does not have',
      replaced(DELETE, '$1 @blockedOnManagedAccount(action: DELETE, account: "input.otherId")'),
      /deleteAccount/,
    ],
    [
      'names no field of its input',
      replaced(DELETE, '$1 @blockedOnManagedAccount(action: DELETE, account: "input")'),
      /deleteAccount/,
    ],
    [
      'has a guard and nothing behind it',
      added('nothing(input: AccountReferenceInput!): AccountPayload @administrator'),
      /nothing/,
    ],
  ])('refuses to start when a mutation %s', (_what, change, named) => {
    expect(start(change)).toThrow(named);
  });

  test.each([
    ['name', 'NAME'],
    ['accountingNo', 'ACCOUNTING_NO'],
    ['email', 'EMAIL'],
    ['billingAddress', 'BILLING_ADDRESS'],
    ['synchronizationOptions', 'SYNCHRONIZATION_OPTIONS'],
    ['parentId', 'PARENT'],
    ['billToId', 'BILL_TO'],
    ['currency', 'CURRENCY'],
  ])('refuses to start when the lock of %s is missing or names another field', (input, field) => {
    const locked = new RegExp(
      `(input UpdateAccountInput \\{[^}]*\\b${input}: [^@]*)@lockedOnManagedAccount\\(field: ${field}\\)`,
    );
    const other = field === 'STATUS' ? 'NAME' : 'STATUS';
    expect(start(replaced(locked, '$1'))).toThrow(new RegExp(`${input}.*${field}`));
    expect(start(replaced(locked, `$1@lockedOnManagedAccount(field: ${other})`))).toThrow(
      new RegExp(`${input}.*${field}`),
    );
  });

  test.each([
    ['enableOrdering', 'ENABLE_ORDERING'],
    ['separateInvoices', 'SEPARATE_INVOICES'],
    ['responsibleUserId', 'RESPONSIBLE_USER'],
    ['permissionRuleId', 'PERMISSION_RULE'],
  ])('refuses to start when %s is declared locked, which the distributor may change', (input, field) => {
    const free = new RegExp(`(input UpdateAccountInput \\{[^}]*\\b${input}: \\w+)`);
    expect(start(replaced(free, `$1 @lockedOnManagedAccount(field: ${field})`))).toThrow(input);
  });

  test.each([
    ['that nobody wrote words for', 'nickname: String', /CreateAccountInput\.nickname/],
    ['that has a label and no help', 'search: String', /CreateAccountInput\.search/],
    ['that holds its own input', 'again: CreateAccountInput', /CreateAccountInput holds itself at input\.again/],
    ['that holds its own input further down', 'customer: [Holder!]', /CreateAccountInput .* input\.customer\.items/],
  ])('refuses to start when an input has a value %s', (_what, value, named) => {
    const holder = 'input Holder { items: [CreateAccountInput!] }';
    expect(start((sdl) => `${sdl}\nextend input CreateAccountInput { ${value} }\n${holder}`)).toThrow(named);
  });

  test('starts when an input has another value that there are words for', () => {
    const { accountPolicy } = start((sdl) => `${sdl}\nextend input CreateAccountInput { trial: Boolean }`)();
    const create = accountPolicy.de.mutations.find(({ mutation }) => mutation === 'createAccount');
    expect(create?.labels.at(-1)).toMatchObject({ path: ['input', 'trial'], label: 'Testabonnement' });
  });

  test('names every fault at once', () => {
    const twice = start((sdl) => replaced(DELETE, '$1')(replaced(UPDATE, '$1')(sdl)));
    expect(twice).toThrow(/updateAccount[\s\S]*deleteAccount/);
  });
});
