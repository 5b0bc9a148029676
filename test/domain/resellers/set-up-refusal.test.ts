import { setUpRefusal } from '../../../src/domain/resellers/set-up-refusal';
import type { DenialReason } from '../../../src/domain/vocabulary';

const PATH = ['input', 'accountId'];
const RULE = { labelKey: 'action.TRANSFER', whenManaged: false } as const;

test.each<[DenialReason, string, string]>([
  ['ACCOUNT_NOT_FOUND', 'ACCOUNT_NOT_FOUND', 'There is no account of this id that you may see.'],
  ['ACCOUNT_DELETED', 'ACTION_NOT_ALLOWED', 'Transfer is not possible: the account is deleted.'],
  ['INSUFFICIENT_ACCESS', 'ACTION_NOT_ALLOWED', 'Transfer needs FULL access to the account; ask its responsible user.'],
  [
    'TENANT_RESELLER_ACCOUNT',
    'ACTION_NOT_ALLOWED',
    'Transfer is not possible: it is the account of Alpha, and customers are billed to it.',
  ],
])('set-up is refused for %s as %s, in the words of the policy', (reason, code, message) => {
  expect(setUpRefusal(RULE, reason, { resellerName: 'Alpha' }, PATH)).toMatchObject({
    code,
    message,
    path: PATH,
    reasons: [reason],
  });
});

test('a manager has a code of its own and needs no reason beside it', () => {
  expect(setUpRefusal(RULE, 'MANAGED_BY_RESELLER', {}, PATH)).toMatchObject({
    code: 'ACCOUNT_ALREADY_MANAGED',
    message: 'Transfer is not possible: the account is managed by a tenant reseller and changes there only.',
    path: PATH,
  });
});
