import { GUARD_CALLERS, letsThrough, MUTATION_GUARDS, powersOf } from '../../../src/domain/accounts/policy-catalogue';
import { PERSON_KINDS } from '../../../src/domain/caller';
import { anAdministrator, aSync, aUser, catalogueOf } from '../builders';

describe('who is let through', () => {
  const PEOPLE = ['DISTRIBUTOR_USER', 'ADMINISTRATOR'];
  const LET_THROUGH: Record<string, string[]> = {
    ALLOWED_ON_MANAGED_ACCOUNT: PEOPLE,
    BLOCKED_ON_MANAGED_ACCOUNT: PEOPLE,
    RESELLER_SYNC: ['RESELLER_SYNC'],
    ADMINISTRATOR: ['ADMINISTRATOR'],
  };

  test('by each guard: what is told is what is asked', () => {
    expect(PERSON_KINDS).toEqual(PEOPLE);
    expect(GUARD_CALLERS).toEqual(LET_THROUGH);
    for (const caller of [aUser(), anAdministrator(), aSync()]) {
      const guards = MUTATION_GUARDS.filter((guard) => LET_THROUGH[guard]?.includes(caller.kind));
      expect(MUTATION_GUARDS.filter((guard) => letsThrough(guard, caller))).toEqual(guards);
      expect(powersOf(caller)).toEqual(guards);
    }
  });

  test('a mutation is told with them, and an edit with the fields that its values change', () => {
    const { mutations } = catalogueOf([
      { mutation: 'updateAccount', kind: 'ALLOWED_ON_MANAGED_ACCOUNT', action: 'EDIT', accountPath: ['input', 'id'] },
      {
        mutation: 'suspendAccount',
        kind: 'BLOCKED_ON_MANAGED_ACCOUNT',
        action: 'SUSPEND',
        accountPath: ['input', 'id'],
      },
      { mutation: 'syncCustomers', kind: 'RESELLER_SYNC' },
    ]);
    expect(mutations.map(({ mutation, callers, accountPath }) => [mutation, callers, accountPath])).toEqual([
      ['updateAccount', PEOPLE, 'input.id'],
      ['suspendAccount', PEOPLE, 'input.id'],
      ['syncCustomers', ['RESELLER_SYNC'], null],
    ]);
    const fields = mutations.map(({ inputFields }) =>
      inputFields.map(({ path, field }) => `${path.join('.')} ${field}`),
    );
    expect(fields).toEqual([
      [
        ...['input.name NAME', 'input.accountingNo ACCOUNTING_NO', 'input.email EMAIL'],
        ...['input.billingAddress BILLING_ADDRESS', 'input.synchronizationOptions SYNCHRONIZATION_OPTIONS'],
        ...['input.parentId PARENT', 'input.billToId BILL_TO', 'input.currency CURRENCY'],
        ...['input.enableOrdering ENABLE_ORDERING', 'input.separateInvoices SEPARATE_INVOICES'],
        ...['input.responsibleUserId RESPONSIBLE_USER', 'input.permissionRuleId PERMISSION_RULE'],
        'input.customFields CUSTOM_FIELDS',
      ],
      [],
      [],
    ]);
  });
});
