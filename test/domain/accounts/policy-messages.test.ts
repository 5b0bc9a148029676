import { standingOf } from '../../../src/domain/accounts/account-standing';
import {
  actionRefusal,
  denialMessage as denialSaid,
  lockMessage as lockSaid,
  lockTexts,
  permissionTexts,
} from '../../../src/domain/accounts/policy-messages';
import { textOf } from '../../../src/domain/message';
import { aManagedAccount, anAdministrator, loaded } from '../builders';

const denialMessage = (...about: Parameters<typeof denialSaid>) => textOf(denialSaid(...about));
const lockMessage = (...about: Parameters<typeof lockSaid>) => textOf(lockSaid(...about));

const ALPHA = { resellerName: 'Alpha' };
const NOBODY = { resellerName: null };

describe('the sentence about a denied action', () => {
  test.each([
    ['ACCOUNT_NOT_FOUND', 'There is no account of this id that you may see.'],
    ['ACCOUNT_DELETED', 'Delete is not possible: the account is deleted.'],
    ['MANAGED_BY_RESELLER', 'Delete is not possible: the account is managed by Alpha and changes there only.'],
    ['TENANT_RESELLER_ACCOUNT', 'Delete is not possible: it is the account of Alpha, and customers are billed to it.'],
    ['NOT_FOR_THIS_CALLER', 'Delete is not for a sync service: it has mutations of its own.'],
    ['INSUFFICIENT_ACCESS', 'Delete needs FULL access to the account; ask its responsible user.'],
    ['ALREADY_IN_STATUS', 'Delete is not needed: the account has that status already.'],
  ] as const)('for %s reads "%s"', (reason, sentence) => {
    expect(denialMessage('DELETE', [reason], ALPHA)).toBe(sentence);
  });

  test.each([
    [
      'MANAGED_BY_RESELLER',
      'Suspend is not possible: the account is managed by a tenant reseller and changes there only.',
    ],
    [
      'TENANT_RESELLER_ACCOUNT',
      'Suspend is not possible: it is the account of a tenant reseller, and customers are billed to it.',
    ],
  ] as const)('for %s where no reseller is known reads "%s"', (reason, sentence) => {
    expect(denialMessage('SUSPEND', [reason], NOBODY)).toBe(sentence);
  });

  test('an account that is not there is told nothing of, not even what was asked or its reseller', () => {
    expect(denialMessage('DELETE', ['ACCOUNT_NOT_FOUND'], ALPHA)).toBe(
      denialMessage('RELATE', ['ACCOUNT_NOT_FOUND'], NOBODY),
    );
  });

  test.each([
    ['EDIT', 'EDIT'],
    ['DELETE', 'FULL'],
    ['VIEW_PENDING_INVOICES', 'READ'],
  ] as const)('of %s for want of access says that it needs %s', (action, access) => {
    expect(denialMessage(action, ['INSUFFICIENT_ACCESS'], NOBODY)).toContain(`needs ${access} access`);
  });

  test('is about the first of several reasons', () => {
    expect(denialMessage('DELETE', ['ACCOUNT_DELETED', 'MANAGED_BY_RESELLER'], ALPHA)).toBe(
      denialMessage('DELETE', ['ACCOUNT_DELETED'], ALPHA),
    );
  });

  test('an allowed action has none to give', () => {
    expect(() => denialMessage('EDIT', [], ALPHA)).toThrow('EDIT is allowed, there is nothing to explain');
  });
});

describe('the sentence about a locked field', () => {
  test.each([
    ['ACCOUNT_DELETED', 'Sharing rule is locked: the account is deleted.'],
    ['MASTERED_BY_RESELLER', 'Sharing rule is locked: it comes from Alpha and is updated from there.'],
    ['SET_BY_BACK_ORDERING', 'Sharing rule is locked: it follows from being a customer of Alpha.'],
    ['SET_BY_TENANT_RESELLER', 'Sharing rule is locked: it changes with the tenant reseller Alpha.'],
    ['INSUFFICIENT_ACCESS', 'Sharing rule is locked: a change needs FULL access to the account.'],
  ] as const)('for %s reads "%s"', (reason, sentence) => {
    expect(lockMessage('PERMISSION_RULE', reason, ALPHA)).toBe(sentence);
  });

  test.each([
    ['MASTERED_BY_RESELLER', 'E-mail is locked: it comes from the tenant reseller and is updated from there.'],
    ['SET_BY_BACK_ORDERING', 'E-mail is locked: it follows from being a customer of the tenant reseller.'],
  ] as const)('for %s where no reseller is known reads "%s"', (reason, sentence) => {
    expect(lockMessage('EMAIL', reason, NOBODY)).toBe(sentence);
  });

  test('for want of access says which access the field needs', () => {
    expect(lockMessage('RESPONSIBLE_USER', 'INSUFFICIENT_ACCESS', NOBODY)).toContain('needs FULL access');
    expect(lockMessage('ENABLE_ORDERING', 'INSUFFICIENT_ACCESS', NOBODY)).toContain('needs EDIT access');
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

describe('the sentences about an account', () => {
  const managed = standingOf(loaded(aManagedAccount()), anAdministrator());
  const words = { locale: 'en', ...ALPHA } as const;

  test('are one for each lock, with the field and the reason', () => {
    const texts = lockTexts(managed, words);
    expect(texts[0]).toEqual({
      field: 'NAME',
      reason: 'MASTERED_BY_RESELLER',
      message: lockMessage('NAME', 'MASTERED_BY_RESELLER', ALPHA),
    });
    expect(texts.every((text) => Object.isFrozen(text))).toBe(true);
  });

  test('are one for each denied action; of what is allowed there is none', () => {
    const texts = permissionTexts(managed, words);
    expect(texts.find(({ action }) => action === 'EDIT')).toEqual({
      ...{ action: 'EDIT', allowed: true, reasons: [], message: null },
    });
    expect(texts.find(({ action }) => action === 'DELETE')).toEqual({
      ...{ action: 'DELETE', allowed: false, reasons: ['MANAGED_BY_RESELLER'] },
      message: denialMessage('DELETE', ['MANAGED_BY_RESELLER'], ALPHA),
    });
  });

  test('of a thousand are kept, and put together anew when there is one more', () => {
    jest.isolateModules(() => {
      const fresh = require('../../../src/domain/accounts/policy-messages') as { lockTexts: typeof lockTexts };
      const of = (number: number) => fresh.lockTexts(managed, { locale: 'en', resellerName: `Reseller ${number}` });
      const first = of(1);
      for (let number = 2; number <= 1_000; number += 1) of(number);
      expect(of(1)).toBe(first);
      of(1_001);
      expect(of(1)).not.toBe(first);
    });
  });
});
