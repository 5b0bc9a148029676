import { actionRefusal, denialMessage, lockMessage } from '../../src/domain/policy-messages';

const ALPHA = { resellerName: 'Alpha' };
const NOBODY = { resellerName: null };
const SENTENCE = /^[A-Z].*\.$/;

describe('the sentence about a denied action', () => {
  test.each([
    ['MANAGED_BY_RESELLER', ALPHA],
    ['TENANT_RESELLER_ACCOUNT', ALPHA],
  ] as const)('%s names the reseller', (reason, named) => {
    const message = denialMessage('DELETE', [reason], named);
    expect(message).toMatch(SENTENCE);
    expect(message).toContain('Alpha');
    expect(message).toContain('Delete');
  });

  test.each([
    'ACCOUNT_NOT_FOUND',
    'ACCOUNT_DELETED',
    'MANAGED_BY_RESELLER',
    'TENANT_RESELLER_ACCOUNT',
    'NOT_FOR_THIS_CALLER',
    'INSUFFICIENT_ACCESS',
    'ALREADY_IN_STATUS',
  ] as const)('%s gives a sentence also where no reseller is known', (reason) => {
    const message = denialMessage('SUSPEND', [reason], NOBODY);
    expect(message).toMatch(SENTENCE);
    expect(message).not.toMatch(/null|undefined/);
  });

  test('an account that is not there is told nothing of, not even its reseller', () => {
    expect(denialMessage('DELETE', ['ACCOUNT_NOT_FOUND'], ALPHA)).toBe(
      denialMessage('RELATE', ['ACCOUNT_NOT_FOUND'], NOBODY),
    );
    expect(denialMessage('DELETE', ['ACCOUNT_NOT_FOUND'], ALPHA)).not.toContain('Alpha');
  });

  test.each([
    ['EDIT', 'EDIT'],
    ['DELETE', 'FULL'],
    ['VIEW_PENDING_INVOICES', 'READ'],
  ] as const)('of %s for want of access says that it needs %s', (action, access) => {
    expect(denialMessage(action, ['INSUFFICIENT_ACCESS'], NOBODY)).toContain(access);
  });

  test('is about the first of several reasons', () => {
    expect(denialMessage('DELETE', ['ACCOUNT_DELETED', 'MANAGED_BY_RESELLER'], ALPHA)).toBe(
      denialMessage('DELETE', ['ACCOUNT_DELETED'], ALPHA),
    );
  });

  test('an allowed action has none to give', () => {
    expect(() => denialMessage('EDIT', [], ALPHA)).toThrow('allowed');
  });
});

describe('the sentence about a locked field', () => {
  test.each([
    ['MASTERED_BY_RESELLER', 'EMAIL', 'E-mail'],
    ['SET_BY_BACK_ORDERING', 'CURRENCY', 'Currency'],
    ['SET_BY_TENANT_RESELLER', 'NAME', 'Name'],
  ] as const)('%s names the field and the reseller', (reason, field, label) => {
    const message = lockMessage(field, reason, ALPHA);
    expect(message).toMatch(SENTENCE);
    expect(message).toContain('Alpha');
    expect(message).toContain(label);
  });

  test.each([
    'ACCOUNT_DELETED',
    'MASTERED_BY_RESELLER',
    'SET_BY_BACK_ORDERING',
    'SET_BY_TENANT_RESELLER',
    'INSUFFICIENT_ACCESS',
  ] as const)('%s gives a sentence also where no reseller is known', (reason) => {
    const message = lockMessage('PERMISSION_RULE', reason, NOBODY);
    expect(message).toMatch(SENTENCE);
    expect(message).toContain('Sharing rule');
    expect(message).not.toMatch(/null|undefined/);
  });

  test('for want of access says which access the field needs', () => {
    expect(lockMessage('RESPONSIBLE_USER', 'INSUFFICIENT_ACCESS', NOBODY)).toContain('FULL');
    expect(lockMessage('ENABLE_ORDERING', 'INSUFFICIENT_ACCESS', NOBODY)).toContain('EDIT');
  });
});

describe('the refusal of an action', () => {
  test('has all reasons in their order, and is not worth repeating', () => {
    const refusal = actionRefusal('DELETE', ['ACCOUNT_DELETED', 'MANAGED_BY_RESELLER'], ALPHA, ['input', 'accountId']);
    expect(refusal).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      action: 'DELETE',
      reasons: ['ACCOUNT_DELETED', 'MANAGED_BY_RESELLER'],
      path: ['input', 'accountId'],
    });
    expect(refusal.retryable ?? false).toBe(false);
  });

  test('of an account that is not there has the code ACCOUNT_NOT_FOUND', () => {
    expect(actionRefusal('DELETE', ['ACCOUNT_NOT_FOUND'], NOBODY, ['input', 'accountId'])).toMatchObject({
      code: 'ACCOUNT_NOT_FOUND',
      reasons: ['ACCOUNT_NOT_FOUND'],
    });
  });

  test('of a deleted account keeps the code ACCOUNT_DELETED for sync events', () => {
    expect(actionRefusal('EDIT', ['ACCOUNT_DELETED'], NOBODY, []).code).toBe('ACTION_NOT_ALLOWED');
  });
});
