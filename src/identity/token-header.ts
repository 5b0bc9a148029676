import { decodeJwt, decodeProtectedHeader } from 'jose';
import { refusedToken } from './refused-token';
import { repeatsAMember } from './repeated-member';

/** What a token says of itself before anything of it is verified. The verification then holds the token to it. */
export interface UnverifiedToken {
  readonly issuer: string;
  readonly algorithm: string;
  /** Undefined: the token does not name its key. */
  readonly keyId: string | undefined;
}

/** As much as Node takes of all headers together. */
const LONGEST_TOKEN = 16 * 1024;
/** Tokens to call with (RFC 7519, RFC 9068). An issuer signs others with the same key: of a logout, a proof, a document. */
const TYPES: ReadonlySet<unknown> = new Set([undefined, 'jwt', 'at+jwt']);

/** Refuses whatever is no token to call with, whoever signed it (test/identity/token-header.test.ts). */
export function readToken(token: string): UnverifiedToken {
  if (token.length > LONGEST_TOKEN) throw refusedToken('it is too long');
  const { header, claims } = decoded(token);
  if (!TYPES.has(shortType(header.typ))) throw refusedToken('it is a token for something else than calling');
  // We know no extension, and "b64" is one that no JSON Web Token may use.
  for (const name of ['crit', 'b64']) {
    if (name in header) throw refusedToken(`its header has "${name}", which is not taken`);
  }
  const { alg, kid } = header;
  if (typeof alg !== 'string' || !(kid === undefined || typeof kid === 'string')) throw malformed();
  return { issuer: typeof claims.iss === 'string' ? claims.iss : '', algorithm: alg, keyId: kid };
}

interface Decoded {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

function decoded(token: string): Decoded {
  const parts = partsOf(token);
  // Which of the two counts, a gateway may see otherwise than we.
  const [header = '', claims = ''] = token.split('.');
  if (repeatsAMember(textOf(header)) || repeatsAMember(textOf(claims))) throw malformed();
  return parts;
}

function partsOf(token: string): Decoded {
  try {
    return { header: { ...decodeProtectedHeader(token) }, claims: decodeJwt(token) };
  } catch {
    throw malformed();
  }
}

/** A media type may be written without its beginning, and in any case (RFC 7515, 4.1.9). */
function shortType(typ: unknown): unknown {
  return typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : typ;
}

function textOf(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8');
}

function malformed() {
  return refusedToken('it is not a JSON Web Token');
}
