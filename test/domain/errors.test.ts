import {
  asDomainError,
  assertNothingAgainst,
  DomainError,
  RequestError,
  referenceNotFound,
  refusal,
} from '../../src/domain/errors';
import { say } from '../../src/domain/message';

const MISSING = refusal('NOT_FOUND', say('notFound.account'), ['input', 'a']);
const BLANK = refusal('INVALID_INPUT', say('input.blank', { field: 'b' }), ['input', 'b']);

describe('a refusal', () => {
  test('carries everything that speaks against the call, in its order, and says so in a log', () => {
    const error = asDomainError([MISSING, BLANK]);
    expect(error).toBeInstanceOf(DomainError);
    expect(error.name).toBe('DomainError');
    expect(error.refusals).toEqual([MISSING, BLANK]);
    expect(error.message).toBe('NOT_FOUND: There is no account of this id.; INVALID_INPUT: b must not be blank');
  });

  test('of nothing is a fault of ours', () => {
    expect(() => asDomainError([])).toThrow('A refusal was to be made of nothing');
  });

  test('is thrown when anything speaks against the call, and only then', () => {
    expect(() => assertNothingAgainst([])).not.toThrow();
    expect(() => assertNothingAgainst([MISSING])).toThrow(DomainError);
    expect(() => assertNothingAgainst([MISSING, BLANK])).toThrow('of this id.; INVALID_INPUT');
  });

  test('of a referenced id does not say whether it is unknown or hidden', () => {
    expect(referenceNotFound('permissionRuleId')).toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is nothing of this Sharing rule that you may see.',
      path: ['input', 'permissionRuleId'],
    });
  });
});

test('a call that is turned away names the place in its arguments, if there is one', () => {
  const error = new RequestError('INVALID_INPUT', 'first must be 200 at most', ['first']);
  expect(error).toMatchObject({ name: 'RequestError', code: 'INVALID_INPUT', argumentPath: ['first'] });
  expect(error.message).toBe('first must be 200 at most');
  expect(new RequestError('FORBIDDEN', 'Not for you').argumentPath).toEqual([]);
});
