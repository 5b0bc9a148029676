import { DomainError, REFUSAL_CODES, REQUEST_ERROR_CODES, RequestError, refusal } from '../../src/domain/errors';
import { HTTP_STATUS, turnedAwayWith } from '../../src/domain/http-status';
import { say } from '../../src/domain/message';

test('each code that turns a call away has a status, and what a client does next in a header', () => {
  expect(HTTP_STATUS).toEqual({
    UNAUTHENTICATED: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
    FORBIDDEN: { status: 403, headers: {} },
    INVALID_INPUT: { status: 400, headers: {} },
    OPERATION_TOO_LARGE: { status: 400, headers: {} },
    // Without Retry-After: sent again, a change might be made twice.
    OUTCOME_UNKNOWN: { status: 504, headers: {} },
    TEMPORARILY_UNAVAILABLE: { status: 503, headers: { 'retry-after': '1' } },
  });
  expect(Object.keys(HTTP_STATUS).sort()).toEqual([...REQUEST_ERROR_CODES].sort());
});

test.each(REQUEST_ERROR_CODES)('a call that is turned away is so with its code: %s', (code) => {
  expect(turnedAwayWith(new RequestError(code, 'Not now.'))).toBe(code);
});

test.each(REFUSAL_CODES)('of refusals only a database that is away turns a call away: %s', (code) => {
  const expected = code === 'TEMPORARILY_UNAVAILABLE' ? code : null;
  expect(turnedAwayWith(new DomainError(refusal(code, say('unavailable.nothingChanged'), [])))).toBe(expected);
});

test('a fault turns nothing away', () => {
  expect(turnedAwayWith(new Error('broken'))).toBeNull();
  expect(turnedAwayWith(null)).toBeNull();
});
