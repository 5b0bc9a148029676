import {
  isBilledToAnother,
  refusalOfNamed,
  refusalOfStoredPayer,
  refusalsOfAccounts,
  resellerBilledToAnother,
} from '../../../src/domain/accounts/account-reference';
import { ALPHAS_ACCOUNT_ID, aManagedAccount, anAccount, loaded, loadedResellerAccount, RULE_ID } from '../builders';

const DELETED = { status: 'DELETED', deletionDate: '2026-03-31' } as const;
const MANAGED = '0197a000-0000-7000-8000-0000000000d1';
const deleted = loaded(anAccount(DELETED));
const alive = loaded(anAccount({ id: ALPHAS_ACCOUNT_ID, status: 'SUSPENDED' }));
const managed = loaded(aManagedAccount({ id: MANAGED }));
const visible = new Map([deleted, alive, managed].map((one) => [one.account.id, one]));
const GONE = deleted.account.id;
const HERE = alive.account.id;
const NOBODY = '0197a000-0000-7000-8000-0000000000ff';

const LABEL: Readonly<Record<string, string>> = { parentId: 'Parent', billToId: 'Bill To' };
const isDeleted = (field: string) => ({
  code: 'INVALID_INPUT',
  message: `${LABEL[field]} is an account that is deleted`,
  path: ['input', field],
});
const isManaged = (field: string) => ({
  code: 'INVALID_INPUT',
  message: `${LABEL[field]} is an account that Alpha manages: nobody else may be below it or billed to it`,
  path: ['input', field],
});
const isNone = (field: string) => ({
  code: 'NOT_FOUND',
  message: `There is nothing of this ${LABEL[field]} that you may see.`,
  path: ['input', field],
});

describe('a named account', () => {
  test.each([
    ['that is deleted is nobody’s parent', { parentId: GONE }, [isDeleted('parentId')]],
    ['that is deleted pays for nobody', { billToId: GONE }, [isDeleted('billToId')]],
    ['that is deleted is neither', { parentId: GONE, billToId: GONE }, [isDeleted('parentId'), isDeleted('billToId')]],
    ['beside one that is here', { parentId: HERE, billToId: GONE }, [isDeleted('billToId')]],
    ['that a reseller manages is nobody’s parent', { parentId: MANAGED }, [isManaged('parentId')]],
    ['that a reseller manages pays for nobody', { billToId: MANAGED }, [isManaged('billToId')]],
    [
      'that is managed beside one that is deleted: both are told',
      { parentId: GONE, billToId: MANAGED },
      [isDeleted('parentId'), isManaged('billToId')],
    ],
    ['that is unknown or hidden is none', { parentId: NOBODY }, [isNone('parentId')]],
    ['that is none pays for nobody', { billToId: NOBODY }, [isNone('billToId')]],
    [
      'that is none is told before one that is deleted',
      { parentId: GONE, billToId: NOBODY },
      [isNone('billToId'), isDeleted('parentId')],
    ],
  ])('%s', (_what, references, refusals) => {
    expect(refusalsOfAccounts(references, visible)).toMatchObject(refusals);
  });

  test.each([
    ['that is here, suspended or not, is taken', { parentId: HERE, billToId: HERE }],
    ['may be none', { parentId: null, billToId: null }],
    ['may be left out', {}],
  ])('%s', (_what, references) => {
    expect(refusalsOfAccounts(references, visible)).toMatchObject([]);
  });
});

describe('a named account that is managed and deleted', () => {
  const path = ['input', 'billToId'];

  test('is refused once, for who manages it', () => {
    expect(refusalOfNamed(loaded(aManagedAccount(DELETED)), path)).toMatchObject([isManaged('billToId')]);
  });

  test('is refused without a name, when nobody knows it', () => {
    const nameless = loaded(aManagedAccount(), { managedBy: null });
    expect(refusalOfNamed(nameless, path)).toMatchObject([
      { message: expect.stringContaining('an account that a tenant reseller manages') },
    ]);
  });

  test("is taken when it is a tenant reseller's own", () => {
    expect(refusalOfNamed(loadedResellerAccount(true), path)).toMatchObject([]);
  });
});

describe('an account is billed to another one', () => {
  test.each([
    ['not when nobody is named', null, false],
    ['not when it is itself', anAccount().id, false],
    ['when that is another one', ALPHAS_ACCOUNT_ID, true],
  ])('%s', (_what, billToId, is) => {
    expect(isBilledToAnother(anAccount({ billToId }))).toBe(is);
  });
});

describe("S25: a tenant reseller's own account", () => {
  const path = ['input', 'billToId'];
  const own = loadedResellerAccount(false);
  const named = { resellerName: 'Alpha' };

  test('is billed to nobody else', () => {
    expect(resellerBilledToAnother(own, RULE_ID, named, path)).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      message:
        "Billing it to another account is not possible: it is the account of Alpha, which is nobody's customer here.",
      path,
      reasons: ['TENANT_RESELLER_ACCOUNT'],
    });
  });

  test.each([
    ['pays for itself by name', own, ALPHAS_ACCOUNT_ID],
    ['pays for itself', own, null],
  ])('%s', (_what, account, billToId) => {
    expect(resellerBilledToAnother(account, billToId, named, path)).toBeNull();
  });

  test('is no other account: those are billed to whom they name', () => {
    expect(resellerBilledToAnother(loaded(anAccount()), ALPHAS_ACCOUNT_ID, named, path)).toBeNull();
  });
});

describe('the payer that is stored', () => {
  const path = ['input', 'accountId'];
  const own = loaded(anAccount());
  const refused = (why: string) => ({
    code: 'INVALID_INPUT',
    message: `The account's Bill To ${why}: change that first.`,
    path,
  });

  test('is refused when a reseller manages it, with its name', () => {
    const payer = { isManaged: true, shown: managed };
    expect(refusalOfStoredPayer(own, payer, path)).toMatchObject(refused('is an account that Alpha manages'));
  });

  test('is refused when it is hidden, without a word of what it is', () => {
    const payer = { isManaged: true, shown: null };
    expect(refusalOfStoredPayer(own, payer, path)).toMatchObject(refused('cannot pay for it'));
  });

  test("is refused on a tenant reseller's own account, whoever it is", () => {
    const payer = { isManaged: false, shown: alive };
    expect(refusalOfStoredPayer(loadedResellerAccount(true), payer, path)).toMatchObject(refused('cannot pay for it'));
  });

  test.each([
    ['is shown', alive],
    ['is hidden', null],
  ])("pays when it is the distributor's own and %s", (_what, shown) => {
    expect(refusalOfStoredPayer(own, { isManaged: false, shown }, path)).toBeNull();
  });
});
