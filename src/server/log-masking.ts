import { types } from 'node:util';

const { isNativeError } = types;

const TOKEN = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
/** The last label is of letters, so that `graphql@16.15.0` in a path of a stack is not taken for one. */
const E_MAIL = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi;
const URL_PASSWORD = /(\w+:\/\/[^\s:/@"]*:)[^\s/@"]+@/g;

/** Takes tokens, e-mails and the passwords of URLs out of a line: messages of errors quote what they were given. */
export function maskSecrets(line: string): string {
  return line.replace(TOKEN, '[token]').replace(URL_PASSWORD, '$1[password]@').replace(E_MAIL, '[e-mail]');
}

/** An error as it may be logged. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/**
 * What is named here (test/server/log-masking.test.ts): drivers' errors carry rows in `detail`, and arguments in
 * `parameters`.
 */
export function errorForLog(error: unknown, depth = 0): LoggedError {
  if (!isNativeError(error)) return { type: typeof error, message: String(error) };
  return {
    type: error.constructor.name,
    message: error.message,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(error.cause === undefined || depth >= 3 ? {} : { cause: errorForLog(error.cause, depth + 1) }),
  };
}
