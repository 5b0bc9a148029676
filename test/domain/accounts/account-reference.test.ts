import { refusalsOfDeleted } from '../../../src/domain/accounts/account-reference';
import { ALPHAS_ACCOUNT_ID, anAccount, loaded } from '../builders';

const deleted = loaded(anAccount({ status: 'DELETED', deletionDate: '2026-03-31' }));
const alive = loaded(anAccount({ id: ALPHAS_ACCOUNT_ID, status: 'SUSPENDED' }));
const visible = new Map([deleted, alive].map((one) => [one.account.id, one]));
const GONE = deleted.account.id;

/** The fields that are refused, all for the same reason. */
function refused(references: Parameters<typeof refusalsOfDeleted>[0]): string[] {
  return refusalsOfDeleted(references, visible).map(({ code, message, path }) => {
    expect(code).toBe('INVALID_INPUT');
    expect(message).toBe(`${path[1]} is an account that is deleted`);
    expect(path[0]).toBe('input');
    return path.slice(1).join('.');
  });
}

describe('a deleted account is nobody’s parent and pays for nobody', () => {
  test.each([
    [{ parentId: GONE }, ['parentId']],
    [{ billToId: GONE }, ['billToId']],
    [{ parentId: GONE, billToId: GONE }, ['parentId', 'billToId']],
    [{ parentId: ALPHAS_ACCOUNT_ID, billToId: GONE }, ['billToId']],
  ])('%j is refused at %j', (references, fields) => {
    expect(refused(references)).toEqual(fields);
  });

  test.each([
    ['an account that is not deleted', { parentId: ALPHAS_ACCOUNT_ID, billToId: ALPHAS_ACCOUNT_ID }],
    ['none', { parentId: null, billToId: null }],
    ['what is left out', {}],
    ['an id that is not visible, of which nothing is told here', { parentId: '0197a000-0000-7000-8000-0000000000ff' }],
  ])('%s is not refused', (_what, references) => {
    expect(refused(references)).toEqual([]);
  });
});
