import { createHash } from 'node:crypto';
import { RequestError } from '../domain/errors';

const KIB = 1024;
/** What 2,000 tokens take, with room for comments: each error looks through the text for its place. */
const TEXT_LIMIT = 64 * KIB;
/** The introspection of every tool has room in it. */
const TEXT_LIMIT_WITHOUT_TOKEN = 16 * KIB;
/** The parser and the rules of validation go down as deep as the text does, each on the stack. */
const NESTING = 250;

/** Refuses the text of an operation that is too long, or nested too deeply, before anything of it is parsed. */
export function assertTextInBounds(text: unknown, hasToken: boolean): void {
  if (typeof text !== 'string') return;
  const limit = hasToken ? TEXT_LIMIT : TEXT_LIMIT_WITHOUT_TOKEN;
  if (Buffer.byteLength(text) > limit) {
    const whose = hasToken ? '' : ' without a token';
    throw tooLarge(`an operation${whose} has at most ${limit / KIB} KiB, beside its variables`);
  }
  if (nestingOf(text) > NESTING) throw tooLarge(`at most ${NESTING} brackets within each other are taken`);
}

/** Texts, comments, and brackets outside of them. One that does not end goes on to the end, so none is tried twice. */
const TOKENS = /"""(?:\\"""|[\s\S])*?(?:"""|$)|"(?:\\.|[^"\\\n\r])*"?|#[^\n\r]*|[{}()[\]]/g;

/** The most brackets that are open at once outside of strings and comments. */
function nestingOf(text: string): number {
  // Most have few, and need no closer look.
  if (text.length <= NESTING) return 0;
  let most = 0;
  let open = 0;
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '(' || token === '[') {
      open += 1;
      if (open > most) most = open;
    } else if (token === '}' || token === ')' || token === ']') {
      open -= 1;
    }
  }
  return most;
}

function tooLarge(most: string): RequestError {
  return new RequestError('OPERATION_TOO_LARGE', `The operation is too large: ${most}.`);
}

/** A string, a comment, a number that is no part of a name, or what parts them. */
const VALUES = /"""(?:\\"""|[\s\S])*?(?:"""|$)|"(?:\\.|[^"\\\n\r])*"?|#[^\n\r]*|(?<![\w$])-?\d[\w.+-]*|[\s,\uFEFF]+/g;

/**
 * A name for what a text asks: the same however it is laid out and whatever values are written into it, none of which can be
 * found out by it.
 */
export function shapeOf(text: string): string {
  const bare = text.replace(VALUES, (token) => {
    if (token.startsWith('"')) return '""';
    return /^[-\d]/.test(token) ? '0' : ' ';
  });
  const plain = bare
    .replace(/ *([^\w"$]) */g, '$1')
    .replace(/ +/g, ' ')
    .trim();
  return createHash('sha256').update(plain).digest('hex').slice(0, 16);
}

const GRAPHQL_NAME = /^[_A-Za-z]\w{0,63}$/;

/** The name that the caller gave its operation, if it is one; anything else is not repeated. */
export function operationNameForLog(name: unknown): string | null {
  return typeof name === 'string' && GRAPHQL_NAME.test(name) ? name : null;
}
