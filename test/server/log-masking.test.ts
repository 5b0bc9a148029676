import { Writable } from 'node:stream';
import { errorForLog, maskSecrets } from '../../src/server/log-masking';
import { createLogger } from '../../src/server/logger';

describe('what a line of the log never holds', () => {
  test.each([
    ['an e-mail', 'no row for maria.anders+x@alfreds-futterkiste.de here', 'no row for [e-mail] here'],
    ['a token', 'bad eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln-_9 given', 'bad [token] given'],
    [
      'the password of a URL',
      'cannot reach postgresql://app:s3cret@db:5432/x',
      'cannot reach postgresql://app:[password]@db:5432/x',
    ],
  ])('%s', (_, line, masked) => expect(maskSecrets(line)).toBe(masked));

  test.each([
    'at f (/srv/node_modules/.pnpm/graphql@16.15.0/node_modules/graphql/x.js:1:2)',
    'at g (/srv/node_modules/@apollo/server/x.js)',
  ])('but the place in a stack: %s', (line) => expect(maskSecrets(line)).toBe(line));

  test('a header or a token that somebody logs by mistake', () => {
    let log = '';
    const memory = new Writable({
      write(chunk, _, done) {
        log += chunk;
        done();
      },
    });
    const logger = createLogger('info', memory);
    logger.info(
      { req: { headers: { authorization: 'Bearer opaque-1' } }, token: 'opaque-2', user: { password: 'opaque-3' } },
      'oops',
    );

    expect(log).toContain('oops');
    expect(log).not.toContain('opaque');
  });
});

test('of an error its type, message, code, stack and causes are logged, and nothing that a driver hangs on it', () => {
  const cause = Object.assign(new TypeError('inner'), { detail: 'a row' });
  const logged = errorForLog(Object.assign(new Error('outer', { cause }), { parameters: ['a value'], code: '40001' }));

  expect(logged).toEqual({
    type: 'Error',
    message: 'outer',
    code: '40001',
    stack: expect.any(String),
    cause: { type: 'TypeError', message: 'inner', stack: expect.any(String) },
  });
  expect(errorForLog('just a text')).toEqual({ type: 'string', message: 'just a text' });
});
