import {
  followsReseller,
  sharedChanges,
  type TakingFacts,
  takingRefusal,
} from '../../../src/domain/resellers/reseller-account';
import { ALPHAS_ACCOUNT_ID, aManagedAccount, anAccount, anAdministrator, BETA_ID } from '../builders';

const PATH = ['input', 'accountId'];
const DELETED = { status: 'DELETED', deletionDate: '2026-03-31' } as const;
const facts = (changes: Partial<TakingFacts> = {}): TakingFacts => ({
  account: anAccount(),
  resellerName: null,
  isAnotherResellers: false,
  hasRecords: false,
  ...changes,
});

describe("S25: an account is refused as a tenant reseller's own", () => {
  const managed = {
    code: 'ACCOUNT_ALREADY_MANAGED',
    message: 'Taking the account is not possible: the account is managed by Beta and changes there only.',
    path: PATH,
  };

  test.each<[string, Partial<TakingFacts>, object]>([
    ['that is managed', { account: aManagedAccount(), resellerName: 'Beta' }, managed],
    ['that is managed and deleted', { account: aManagedAccount(DELETED), resellerName: 'Beta' }, managed],
    [
      'that is deleted',
      { account: anAccount(DELETED) },
      {
        code: 'ACTION_NOT_ALLOWED',
        message: 'Taking the account is not possible: the account is deleted.',
        path: PATH,
        reasons: ['ACCOUNT_DELETED'],
      },
    ],
    [
      "that is another one's",
      { isAnotherResellers: true },
      { code: 'INVALID_INPUT', message: 'Account is the account of another tenant reseller', path: PATH },
    ],
    ...[ALPHAS_ACCOUNT_ID, BETA_ID].map((billToId): [string, Partial<TakingFacts>, object] => [
      `that is billed to ${billToId}`,
      { account: anAccount({ billToId }) },
      {
        code: 'ACTION_NOT_ALLOWED',
        message:
          "Taking the account is not possible: a tenant reseller's own account is billed to nobody else. Clear its Bill To first.",
        path: PATH,
        reasons: ['TENANT_RESELLER_ACCOUNT'],
      },
    ]),
    [
      'in another currency than its records',
      { account: anAccount({ currency: 'GBP' }), hasRecords: true },
      {
        code: 'INVALID_INPUT',
        message: 'Currency must be GBP: the account has records in it',
        path: ['input', 'currency'],
      },
    ],
  ])('%s', (_what, changes, refusal) => {
    expect(takingRefusal(facts(changes), 'EUR', PATH)).toMatchObject(refusal);
  });

  test.each<[string, Partial<TakingFacts>]>([
    ["of the distributor's own", {}],
    ['that pays itself by name', { account: anAccount({ billToId: anAccount().id }) }],
    ['below another one', { account: anAccount({ parentId: BETA_ID }) }],
    ['that is suspended', { account: anAccount({ status: 'SUSPENDED' }) }],
    ['with records in that currency', { hasRecords: true }],
    ['in another currency, without records', { account: anAccount({ currency: 'GBP' }) }],
  ])('and not one %s', (_what, changes) => {
    expect(takingRefusal(facts(changes), 'EUR', PATH)).toBeNull();
  });
});

describe("S25: name and currency of a tenant reseller's own account", () => {
  test.each([
    ['follow the reseller', anAccount(), true],
    ['follow it also on a suspended one', anAccount({ status: 'SUSPENDED' }), true],
    ['stay on a deleted one', anAccount(DELETED), false],
    ['stay on one that was handed to another reseller', aManagedAccount(), false],
  ])('%s', (_what, account, follows) => {
    expect(followsReseller(account, anAdministrator())).toBe(follows);
  });
});

describe('what changes along with a reseller', () => {
  const before = { name: 'Old', currency: 'EUR', email: 'old@x.example' };

  test.each([
    [{ name: 'New', currency: 'EUR' }, ['Name']],
    [{ name: 'Old', currency: 'USD' }, ['Currency']],
    [{ name: 'Old', currency: 'EUR', email: 'new@x.example' }, ['E-mail']],
    [{ name: 'Old', currency: 'EUR', email: null }, ['E-mail']],
    [{ name: 'New', currency: 'USD', email: 'new@x.example' }, ['Name', 'Currency', 'E-mail']],
    [{ name: 'Old', currency: 'EUR' }, []],
    [before, []],
  ])('%j is %j', (after, labels) => {
    expect(sharedChanges(before, after)).toEqual(labels);
  });
});
