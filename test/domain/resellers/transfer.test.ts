import type { Account } from '../../../src/domain/accounts/account';
import { backOrderingRefusal } from '../../../src/domain/resellers/back-ordering';
import {
  isTransferredAlready,
  receiverRefusal,
  sourceAccountTaken,
  type TransferFacts,
  transferRefusal,
  unknownToTransfer,
} from '../../../src/domain/resellers/transfer';
import { ALPHAS_ACCOUNT_ID, aManagedAccount, anAccount, aTenantReseller, BETA_ID } from '../builders';

const ALPHA = aTenantReseller();
const PATH = ['input', 'accounts', '7', 'accountId'];
const DELETED = { status: 'DELETED', deletionDate: '2026-03-31' } as const;
const billed = (changes: Partial<Account> = {}) => anAccount({ billToId: ALPHAS_ACCOUNT_ID, ...changes });
const facts = (changes: Partial<TransferFacts> = {}): TransferFacts => ({
  account: billed(),
  namedBy: { isBillTo: false, isParent: false },
  resellerName: null,
  tenantResellerAccount: null,
  ...changes,
});

describe('S24: an account is refused to a reseller', () => {
  test.each<[string, Partial<TransferFacts>, object]>([
    [
      'that is deleted',
      { account: billed(DELETED) },
      {
        code: 'ACTION_NOT_ALLOWED',
        message: 'Transfer is not possible: the account is deleted.',
        reasons: ['ACCOUNT_DELETED'],
      },
    ],
    [
      'that is managed and deleted: the deletion is told',
      { account: aManagedAccount(DELETED), resellerName: 'Beta' },
      {
        code: 'ACTION_NOT_ALLOWED',
        message: 'Transfer is not possible: the account is deleted.',
        reasons: ['ACCOUNT_DELETED'],
      },
    ],
    [
      'that is managed, although it is billed to this one',
      { account: aManagedAccount(), resellerName: 'Beta' },
      {
        code: 'ACCOUNT_ALREADY_MANAGED',
        message: 'Transfer is not possible: the account is managed by Beta and changes there only.',
      },
    ],
    ...[true, false].map((hasBilledCustomers): [string, Partial<TransferFacts>, object] => [
      `that is a tenant reseller's own, with customers: ${hasBilledCustomers}`,
      { resellerName: 'Gamma', tenantResellerAccount: { hasBilledCustomers } },
      {
        code: 'ACTION_NOT_ALLOWED',
        message: "Transfer is not possible: it is the account of Gamma, which is nobody's customer here.",
        reasons: ['TENANT_RESELLER_ACCOUNT'],
      },
    ]),
    [
      'that others are billed to',
      { namedBy: { isBillTo: true, isParent: false } },
      { code: 'INVALID_INPUT', message: 'Account must not have other accounts billed to it: move those first' },
    ],
    [
      'that others lie below',
      { namedBy: { isBillTo: false, isParent: true } },
      { code: 'INVALID_INPUT', message: 'Account must not have other accounts below it: move those first' },
    ],
    [
      'that others are billed to and lie below',
      { namedBy: { isBillTo: true, isParent: true } },
      {
        code: 'INVALID_INPUT',
        message: 'Account must not have other accounts billed to it and below it: move those first',
      },
    ],
    [
      'that others are billed to, and that pays itself: its Bill To is told',
      { account: billed({ billToId: null }), namedBy: { isBillTo: true, isParent: true } },
      {
        code: 'BILL_TO_MUST_BE_RESELLER',
        message: 'The account is not billed to Alpha: set its Bill To first.',
      },
    ],
    [
      'that pays itself',
      { account: billed({ billToId: null }) },
      {
        code: 'BILL_TO_MUST_BE_RESELLER',
        message: 'The account is not billed to Alpha: set its Bill To first.',
      },
    ],
    [
      'that another one pays for',
      { account: billed({ billToId: BETA_ID }) },
      {
        code: 'BILL_TO_MUST_BE_RESELLER',
        message: 'The account is not billed to Alpha: set its Bill To first.',
      },
    ],
  ])('%s', (_what, changes, refusal) => {
    expect(transferRefusal(facts(changes), ALPHA, PATH)).toMatchObject({ ...refusal, path: PATH });
  });

  test.each<[string, Partial<TransferFacts>]>([
    ['that is billed to it', {}],
    ['that is suspended', { account: billed({ status: 'SUSPENDED' }) }],
  ])('and not one %s', (_what, changes) => {
    expect(transferRefusal(facts(changes), ALPHA, PATH)).toBeNull();
  });
});

describe('S24: the same transfer again', () => {
  const copied = aManagedAccount();

  test('is one of the same reseller and source id', () => {
    expect(isTransferredAlready(copied, ALPHA, 'c-1')).toBe(true);
  });

  test.each([
    ['of another reseller', copied, { id: BETA_ID }, 'c-1'],
    ['under another source id', copied, ALPHA, 'c-2'],
    ['of an account that nobody manages', anAccount(), ALPHA, 'c-1'],
  ])('is none %s', (_what, account, reseller, source) => {
    expect(isTransferredAlready(account, reseller, source)).toBe(false);
  });
});

describe('S24: nothing is handed to a reseller', () => {
  const path = ['input', 'tenantResellerId'];

  test('whose account is deleted', () => {
    expect(receiverRefusal(ALPHA, 'DELETED', path)).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'The account of Alpha is deleted: nothing can be billed to it.',
      path,
    });
  });

  test.each(['ACTIVE', 'SUSPENDED', null] as const)('but is to one whose account is %s, live or not', (status) => {
    const idle = aTenantReseller({ backOrderingActive: false });
    for (const reseller of [ALPHA, idle]) expect(receiverRefusal(reseller, status, path)).toBeNull();
  });

  test('a customer of one that is not live is not copied', () => {
    const idle = aTenantReseller({ backOrderingActive: false });
    expect(backOrderingRefusal(idle, path)).toMatchObject({
      code: 'BACK_ORDERING_INACTIVE',
      message: 'Back-ordering is not active for Alpha; an administrator of the distributor activates it.',
      path,
    });
    expect(backOrderingRefusal(ALPHA, path)).toBeNull();
  });
});

test('what only the database can tell is refused in words of its own', () => {
  expect(unknownToTransfer(PATH)).toMatchObject({
    code: 'ACCOUNT_NOT_FOUND',
    message: 'There is no account of this id that you may see.',
    path: PATH,
    reasons: ['ACCOUNT_NOT_FOUND'],
  });
  expect(sourceAccountTaken(ALPHA, PATH)).toMatchObject({
    code: 'SOURCE_ACCOUNT_TAKEN',
    message: 'Alpha has a customer of this source id here already.',
    path: PATH,
  });
});
