import {
  asDomainError,
  assertNothingAgainst,
  DomainError,
  type Refusal,
  RequestError,
  referenceNotFound,
} from '../../src/domain/errors';

const MISSING: Refusal = { code: 'NOT_FOUND', message: 'It is not here.', path: ['input', 'a'] };
const BLANK: Refusal = { code: 'INVALID_INPUT', message: 'b must not be blank', path: ['input', 'b'] };

describe('a refusal', () => {
  test('carries everything that speaks against the call, in its order, and says so in a log', () => {
    const error = asDomainError([MISSING, BLANK]);
    expect(error).toBeInstanceOf(DomainError);
    expect(error.name).toBe('DomainError');
    expect(error.refusals).toEqual([MISSING, BLANK]);
    expect(error.message).toBe('NOT_FOUND: It is not here.; INVALID_INPUT: b must not be blank');
  });

  test('of nothing is a fault of ours', () => {
    expect(() => asDomainError([])).toThrow('A refusal was to be made of nothing');
  });

  test('is thrown when anything speaks against the call, and only then', () => {
    expect(() => assertNothingAgainst([])).not.toThrow();
    expect(() => assertNothingAgainst([MISSING])).toThrow(DomainError);
    expect(() => assertNothingAgainst([MISSING, BLANK])).toThrow('It is not here.; INVALID_INPUT');
  });

  test('of a referenced id does not say whether it is unknown or hidden', () => {
    expect(referenceNotFound('permissionRuleId')).toEqual({
      code: 'NOT_FOUND',
      message: 'There is nothing of this permissionRuleId that you may see.',
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
