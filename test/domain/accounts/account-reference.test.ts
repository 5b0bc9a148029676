import { refusalsOfAccounts } from '../../../src/domain/accounts/account-reference';
import { ALPHAS_ACCOUNT_ID, anAccount, loaded } from '../builders';

const deleted = loaded(anAccount({ status: 'DELETED', deletionDate: '2026-03-31' }));
const alive = loaded(anAccount({ id: ALPHAS_ACCOUNT_ID, status: 'SUSPENDED' }));
const visible = new Map([deleted, alive].map((one) => [one.account.id, one]));
const GONE = deleted.account.id;
const HERE = alive.account.id;
const NOBODY = '0197a000-0000-7000-8000-0000000000ff';

const isDeleted = (field: string) => ({
  code: 'INVALID_INPUT',
  message: `${field} is an account that is deleted`,
  path: ['input', field],
});
const isNone = (field: string) => ({
  code: 'NOT_FOUND',
  message: `There is nothing of this ${field} that you may see.`,
  path: ['input', field],
});

describe('a named account', () => {
  test.each([
    ['that is deleted is nobody’s parent', { parentId: GONE }, [isDeleted('parentId')]],
    ['that is deleted pays for nobody', { billToId: GONE }, [isDeleted('billToId')]],
    ['that is deleted is neither', { parentId: GONE, billToId: GONE }, [isDeleted('parentId'), isDeleted('billToId')]],
    ['beside one that is here', { parentId: HERE, billToId: GONE }, [isDeleted('billToId')]],
    ['that is unknown or hidden is none', { parentId: NOBODY }, [isNone('parentId')]],
    ['that is none pays for nobody', { billToId: NOBODY }, [isNone('billToId')]],
    [
      'that is none is told before one that is deleted',
      { parentId: GONE, billToId: NOBODY },
      [isNone('billToId'), isDeleted('parentId')],
    ],
  ])('%s', (_what, references, refusals) => {
    expect(refusalsOfAccounts(references, visible)).toEqual(refusals);
  });

  test.each([
    ['that is here, suspended or not, is taken', { parentId: HERE, billToId: HERE }],
    ['may be none', { parentId: null, billToId: null }],
    ['may be left out', {}],
  ])('%s', (_what, references) => {
    expect(refusalsOfAccounts(references, visible)).toEqual([]);
  });
});
