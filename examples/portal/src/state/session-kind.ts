/**
 * How people come in, as the server that serves the page says in it: as one of the identities that it vouches for, with a token
 * that they paste, or through whatever stands in front of the portal, which adds the token to what the page asks.
 */
export type SessionKind = 'identities' | 'token' | 'outer';

const KINDS: readonly string[] = ['identities', 'token', 'outer'] satisfies SessionKind[];

const told = document.querySelector<HTMLMetaElement>('meta[name="session"]');

export const SESSION_KIND: SessionKind = isKind(told?.content) ? told.content : 'token';

/** Where people sign in, of the kind `outer`. */
export const SIGN_IN_URL = told?.dataset.signIn ?? '';

function isKind(text: string | undefined): text is SessionKind {
  return text !== undefined && KINDS.includes(text);
}
