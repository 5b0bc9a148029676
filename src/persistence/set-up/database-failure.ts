import { types } from 'node:util';

const { isNativeError } = types;

/** What to do about a failure, by the code that Postgres or the network gives it. */
export type Advice = Readonly<Record<string, string>>;

/** What a pooler says to a connection that it cannot keep apart from others, as the migrations need. */
export const POOLED: Advice = {
  '08P01': "A pooler is in between: the owner's URL must lead to the database itself.",
};

/** What the network says of a server that is not there. */
export const NOT_REACHED: Advice = {
  ECONNREFUSED: 'Nothing listens at the address in the URL.',
  ENOTFOUND: 'The host in the URL is not known.',
  EAI_AGAIN: 'The host in the URL cannot be looked up at present.',
  ETIMEDOUT: 'The address in the URL does not answer.',
  EHOSTUNREACH: 'No way leads to the address in the URL.',
  ENETUNREACH: 'No way leads to the address in the URL.',
};

/** The code and the words of a failure; null if it has no code. */
export function codedFailure(error: unknown): { readonly code: string; readonly message: string } | null {
  const first = firstOf(error);
  return isNativeError(first) && 'code' in first && typeof first.code === 'string'
    ? { code: first.code, message: first.message }
    : null;
}

/** One failure in words, without a stack, and what to do about it. Other failures are what they say. */
export function explainFailure(error: unknown, advice: Advice): string {
  const { code = '', message } = codedFailure(error) ?? { message: messageOf(firstOf(error)) };
  const known = Object.hasOwn(advice, code) ? advice[code] : undefined;
  return known === undefined ? message : `${message}. ${known}`;
}

/** Several addresses of one host fail one by one. */
function firstOf(error: unknown): unknown {
  const [first] = isNativeError(error) && 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return first === undefined ? error : firstOf(first);
}

function messageOf(error: unknown): string {
  return isNativeError(error) ? error.message : String(error);
}
