import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { RELEASED } from '../../scripts/schema-files.mjs';
import { breakingChanges, namedAsBreaking, unannounced } from './breaking-changes.mjs';
import { OURS } from './subgraphs.mjs';

const CHANGELOG = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
const released = readFileSync(RELEASED, 'utf8');

/** The released schema with one thing changed. */
function changed(from, to) {
  assert.ok(released.includes(from), `There is no ${from}`);
  return released.replace(from, to);
}

test('what the last release promised holds, but for what the changelog names as breaking', async () => {
  const broken = await unannounced(released, OURS, CHANGELOG);
  const hint = 'Is it meant? Then name it under "## Unreleased" in CHANGELOG.md: - **Breaking:** `<path>` …';
  assert.deepEqual(broken, [], `${JSON.stringify(broken, null, 1)}\n${hint}`);
});

describe('a field that is gone', () => {
  const without = changed('  accountingNo: String @shareable\n', '');

  test('fails', async () => {
    const [broken, ...more] = await unannounced(released, without, '# Changelog\n\n## Unreleased\n');
    assert.deepEqual([broken.path, more], ['Account.accountingNo', []]);
  });

  test('passes when the changelog names it, and it alone', async () => {
    const changelog = '## Unreleased\n\n- **Breaking:** `Account.accountingNo` is gone.\n';
    assert.deepEqual(await unannounced(released, without, changelog), []);
    const more = without.replace('  email: String @shareable\n', '');
    assert.deepEqual(
      (await unannounced(released, more, changelog)).map(({ path }) => path),
      ['Account.email'],
    );
  });
});

describe('a change of the schema', () => {
  const BREAKING = [
    ['a field that is gone', '  accountingNo: String @shareable\n', '', ['Account.accountingNo']],
    ['a field that may be null now', 'ribbon: String!', 'ribbon: String', ['ManagedByReseller.ribbon']],
    ['an enum value that is gone', '  CONTACT\n', '', ['RelationKind.CONTACT']],
    [
      'an input that must be given now',
      'input AddContactInput {',
      'input AddContactInput {\n  salutation: String!',
      ['AddContactInput.salutation'],
    ],
    [
      'a key that is gone',
      'type TenantReseller @key(fields: "id")',
      'type TenantReseller',
      ['TenantReseller.@key', '_Entity'],
    ],
    ['a field that is shared no more', 'name: String @shareable', 'name: String', ['Account.name.@shareable']],
    [
      'a lock that is new',
      '  enableOrdering: Boolean\n  separateInvoices: Boolean\n  responsibleUserId: ID\n  permissionRuleId: ID\n  customFields: [CustomFieldInput!]\n}',
      '  enableOrdering: Boolean @lockedOnManagedAccount(field: ENABLE_ORDERING)\n  separateInvoices: Boolean\n  responsibleUserId: ID\n  permissionRuleId: ID\n  customFields: [CustomFieldInput!]\n}',
      ['UpdateAccountInput.enableOrdering.@lockedOnManagedAccount'],
    ],
    [
      'a guard of another action',
      'AddContactInput!): ContactPayload @allowedOnManagedAccount(action: ADD_CONTACT)',
      'AddContactInput!): ContactPayload @allowedOnManagedAccount(action: EDIT)',
      ['Mutation.addContact.@allowedOnManagedAccount.action'],
    ],
    [
      'another guard',
      'AddContactInput!): ContactPayload @allowedOnManagedAccount(action: ADD_CONTACT)',
      'AddContactInput!): ContactPayload @administrator',
      ['Mutation.addContact.@allowedOnManagedAccount', 'Mutation.addContact.@administrator'],
    ],
  ];
  for (const [what, from, to, paths] of BREAKING) {
    test(`breaks the promise: ${what}`, async () => {
      const broken = await breakingChanges(released, changed(from, to));
      assert.deepEqual(broken.map(({ path }) => path).sort(), [...paths].sort());
    });
  }

  const HARMLESS = [
    ['nothing', '', ''],
    ['a field that is new', 'type ManagedByReseller {', 'type ManagedByReseller {\n  since: Date'],
    [
      'a field that is shared now',
      'separateInvoices: Boolean\n  parent',
      'separateInvoices: Boolean @shareable\n  parent',
    ],
    ['an input that may be given', 'input AddContactInput {', 'input AddContactInput {\n  salutation: String'],
    [
      'a mutation that is new, with its guard',
      'extend type Mutation {',
      'extend type Mutation {\n  forget(input: AddContactInput!): ContactPayload @administrator',
    ],
    ['a description', 'type ManagedByReseller {', '"Otherwise."\ntype ManagedByReseller {'],
  ];
  for (const [what, from, to] of HARMLESS) {
    test(`breaks nothing: ${what}`, async () => {
      assert.deepEqual(await breakingChanges(released, changed(from, to)), []);
    });
  }
});

describe('what the changelog names as breaking', () => {
  const changelog = (unreleased) => `# Changelog

## Unreleased

### Changed

${unreleased}

## 0.1.0

- **Breaking:** \`Account.email\` was another thing.
`;

  test('is what stands in backticks in an item of Unreleased that begins with the word', () => {
    const items =
      '- **Breaking:** `Account.name` is gone,\n  and `Account.email.@shareable`.\n- `Account.status` is green now.';
    assert.deepEqual(namedAsBreaking(changelog(items)), new Set(['Account.name', 'Account.email.@shareable']));
  });

  test('is nothing when Unreleased names none, whatever earlier releases broke', () => {
    assert.deepEqual(namedAsBreaking(changelog('- A new field `Account.name`. **Breaking:** nothing.')), new Set());
  });

  test('is nothing without that section, and found when it is the last one', () => {
    assert.deepEqual(namedAsBreaking('# Changelog\n\n## 0.1.0\n\n- **Breaking:** `Account.name`\n'), new Set());
    assert.deepEqual(
      namedAsBreaking('# Changelog\n\n## Unreleased\n\n- **Breaking:** `Account.name`\n'),
      new Set(['Account.name']),
    );
  });
});
