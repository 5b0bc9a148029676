import { ACCOUNT_ORDER_FIELDS, ORDER_DIRECTIONS } from '../../src/domain/accounts/account-filter';
import { CUSTOM_FIELD_TYPES } from '../../src/domain/accounts/custom-field';
import { MUTATION_GUARDS } from '../../src/domain/accounts/mutation-guard';
import { CALLER_KINDS } from '../../src/domain/caller';
import { REFUSAL_CODES, REQUEST_ERROR_CODES } from '../../src/domain/errors';
import { API_OPTIONS_ENTITIES } from '../../src/domain/resellers/api-options';
import { SUBSCRIPTION_STATUSES } from '../../src/domain/selling/subscription';
import { SOURCE_STATUSES } from '../../src/domain/sync/sync-item';
import * as words from '../../src/domain/vocabulary';

/** Words that are API, written out; test/graphql/vocabulary.test.ts compares them with the contract. */
test.each<[string, readonly string[], string]>([
  [
    'the codes of refusals',
    REFUSAL_CODES,
    `ACCOUNT_NOT_FOUND ACTION_NOT_ALLOWED FIELD_LOCKED ACCOUNT_DELETED ACCOUNT_NOT_COPIED ACCOUNT_ALREADY_MANAGED
     BACK_ORDERING_INACTIVE NOT_A_PAID_SUBSCRIPTION SERVICE_NOT_OFFERED SOURCE_VERSION_CONFLICT SUBSCRIPTION_CONFLICT
     NOTHING_TO_INVOICE BILL_TO_MUST_BE_RESELLER CUSTOM_FIELD_REQUIRED CUSTOM_FIELD_UNKNOWN IDEMPOTENCY_KEY_REUSED
     SOURCE_ACCOUNT_TAKEN CONCURRENT_EDIT TEMPORARILY_UNAVAILABLE NOT_FOUND INVALID_INPUT`,
  ],
  [
    'the codes of what is turned away',
    REQUEST_ERROR_CODES,
    'UNAUTHENTICATED FORBIDDEN INVALID_INPUT OPERATION_TOO_LARGE TEMPORARILY_UNAVAILABLE',
  ],
  [
    'why an action is denied',
    words.DENIAL_REASONS,
    `ACCOUNT_NOT_FOUND ACCOUNT_DELETED MANAGED_BY_RESELLER TENANT_RESELLER_ACCOUNT NOT_FOR_THIS_CALLER
     INSUFFICIENT_ACCESS ALREADY_IN_STATUS`,
  ],
  [
    'why a field is locked',
    words.LOCK_REASONS,
    'MASTERED_BY_RESELLER SET_BY_BACK_ORDERING SET_BY_TENANT_RESELLER INSUFFICIENT_ACCESS ACCOUNT_DELETED',
  ],
  ['statuses of accounts', words.ACCOUNT_STATUSES, 'ACTIVE SUSPENDED DELETED'],
  ['statuses at the source', SOURCE_STATUSES, 'ACTIVE SUSPENDED'],
  ['statuses of subscriptions', SUBSCRIPTION_STATUSES, 'ACTIVE CANCELLED'],
  ['access', words.ACCESS_LEVELS, 'READ EDIT FULL'],
  ['whom a rule names', words.PRINCIPAL_KINDS, 'USER GROUP'],
  ['who calls', CALLER_KINDS, 'DISTRIBUTOR_USER ADMINISTRATOR RESELLER_SYNC'],
  [
    'guards of mutations',
    MUTATION_GUARDS,
    'ALLOWED_ON_MANAGED_ACCOUNT BLOCKED_ON_MANAGED_ACCOUNT RESELLER_SYNC ADMINISTRATOR',
  ],
  ['how an account came to be managed', words.MANAGEMENT_ORIGINS, 'COPIED_FROM_RESELLER TRANSFERRED_TO_RESELLER'],
  ['billing periods', words.BILLING_PERIODS, 'MONTHLY QUARTERLY SEMI_ANNUAL ANNUAL TRIENNIAL ONCE'],
  ['documents of sales', words.SALES_DOCUMENT_KINDS, 'OPPORTUNITY OFFER ORDER'],
  ['what an account is related to', words.RELATION_KINDS, 'EMAIL TASK EVENT DOCUMENT CONTACT CASE'],
  ['what an event comes to', words.SYNC_OUTCOMES, 'CREATED APPLIED UNCHANGED STALE REJECTED'],
  ['warnings of the sync', words.SYNC_WARNINGS, 'SOURCE_CURRENCY_IGNORED RESPONSIBLE_USER_UNSET PERMISSION_RULE_UNSET'],
  [
    'drift',
    words.DRIFT_WARNINGS,
    'CURRENCY_DIFFERS_FROM_RESELLER RESPONSIBLE_USER_UNSET PERMISSION_RULE_UNSET POSSIBLE_DUPLICATE',
  ],
  [
    'kinds of history',
    words.ACCOUNT_HISTORY_KINDS,
    `COPIED TRANSFERRED REFRESHED STATUS_CHANGED EDITED DELETED SYNCHRONIZED SOLD INVOICED CONTACT_CHANGED
     RELATION_CHANGED`,
  ],
  ['what the audit saw', words.AUDIT_OPERATIONS, 'INSERT UPDATE DELETE'],
  ['types of custom fields', CUSTOM_FIELD_TYPES, 'TEXT NUMBER BOOLEAN DATE CHOICE'],
  ['entities of the API options', API_OPTIONS_ENTITIES, 'ACCOUNT'],
  ['orders of a list', ACCOUNT_ORDER_FIELDS, 'NAME UPDATED_AT CREATED_AT'],
  ['directions of an order', ORDER_DIRECTIONS, 'ASC DESC'],
])('%s', (_what, list, expected) => {
  expect(list).toEqual(expected.split(/\s+/));
});
