import { DomainError } from '../../../src/domain/errors';
import { UnfitDatabaseError } from '../../../src/persistence/engine/connection/session-settings';
import { assertAnswered, isLockTimeout, refusalWhenUnavailable } from '../../../src/persistence/engine/unavailable';

const failure = (facts: object, message = 'broken') => Object.assign(new Error(message), facts);
const codesOf = (error: unknown) => (error instanceof DomainError ? error.refusals[0].code : 'a fault');
const told = (facts: object, message?: string) => codesOf(refusalWhenUnavailable(failure(facts, message)));

test.each([
  ['a connection exception', { code: '08006' }],
  ['another of its class', { code: '08P01' }],
  ['a full disk', { code: '53100' }],
  ['too many connections', { code: '53300' }],
  ['a class-mate nobody thought of', { code: '53ABC' }],
  ['a statement that took too long', { code: '57014' }],
  ['a shutdown', { code: '57P01' }],
  ['a database that is dropped', { code: '57P04' }],
  ['a session that was idle too long', { code: '57P05' }],
  ['a disk that cannot be read', { code: '58030' }],
  ['a file that is not there', { code: '58P01' }],
  ['a lock', { code: '55P03' }],
  ['a server that only reads', { code: '25006' }],
  ['a server in recovery', { code: '0A000', routine: 'check_transaction_read_only' }],
  ['a way that is gone', { code: 'EHOSTUNREACH', syscall: 'connect' }],
  ['a network that is gone', { code: 'ENETDOWN', syscall: 'connect' }],
  ['a name that cannot be looked up', { code: 'EAI_AGAIN', syscall: 'getaddrinfo' }],
  ['a socket that was reset', { code: 'ECONNRESET', syscall: 'read' }],
  ['all addresses of a host', { code: 'ECONNREFUSED', errors: [] }],
])('%s is unavailability', (_what, facts) => {
  expect(told(facts)).toBe('TEMPORARILY_UNAVAILABLE');
});

test('so is a database that must not be used as it is', () => {
  expect(codesOf(refusalWhenUnavailable(new UnfitDatabaseError('x')))).toBe('TEMPORARILY_UNAVAILABLE');
});

test.each([
  ['a statement that the database does not support', { code: '0A000', routine: 'transformStmt' }],
  ['a row that is there already', { code: '23505' }],
  ['a table that is not there', { code: '42P01' }],
  ['a grant that is missing', { code: '42501' }],
  ['a broken index', { code: 'XX002' }],
  ['a file of ours', { code: 'ENOENT' }],
  ['a fault of ours', {}],
])('%s stays what it is', (_what, facts) => {
  const error = failure(facts);
  expect(refusalWhenUnavailable(error)).toBe(error);
});

test('what somebody else’s lock causes is told from a database that is away', () => {
  expect(['55P03', '57014', '40P01'].map((code) => isLockTimeout(failure({ code })))).toEqual([true, true, true]);
  expect(['57P01', '08006', '53100'].map((code) => isLockTimeout(failure({ code })))).toEqual([false, false, false]);
});

describe('what COMMIT fails with', () => {
  const commitFailing = (facts: object, message?: string, isRepeatable = false) => {
    try {
      return assertAnswered(failure(facts, message));
    } catch (error) {
      const refused = refusalWhenUnavailable(error, isRepeatable);
      return refused instanceof DomainError ? refused.refusals[0] : { code: 'a fault', message: '' };
    }
  };

  test.each([
    ['a socket that broke', { code: 'ECONNRESET', syscall: 'read' }, ''],
    ['a connection that ended', {}, 'Connection terminated unexpectedly'],
    ['the pooler that lost its server', { code: '08P01' }, ''],
    ['a server that shut down as it committed', { code: '57P01' }, ''],
  ])('%s leaves it unknown', (_what, facts, message) => {
    expect(commitFailing(facts, message)).toMatchObject({ code: 'OUTCOME_UNKNOWN', retryable: false });
    expect(commitFailing(facts, message).message).not.toMatch(/nothing was changed/i);
  });

  test('and whose calls may be repeated is told to send it again', () => {
    expect(commitFailing({}, 'Connection terminated', true)).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      retryable: true,
    });
  });

  test.each([
    ['an error that the server answers', { code: '53100' }, '', 'TEMPORARILY_UNAVAILABLE'],
    ['a deferred check', { code: '23503' }, '', 'a fault'],
    ['a statement that took too long', { code: '57014' }, '', 'TEMPORARILY_UNAVAILABLE'],
    [
      'a connection that was gone before',
      {},
      'Client has encountered a connection error and is not queryable',
      'TEMPORARILY_UNAVAILABLE',
    ],
  ])('%s says that nothing was changed', (_what, facts, message, code) => {
    expect(commitFailing(facts, message).code).toBe(code);
  });
});
