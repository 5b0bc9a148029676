import { badRequest, type HttpRefusal } from './http-refusal';

/** The deepest input is seven deep. */
const NESTING = 64;
/** The smallest that an honest call comes to: 500 customers with a hundred options and subscriptions each. */
const BYTES_A_VALUE = 24;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * Refuses JSON of more values than a body of so many bytes has room for, or nested too deeply, before anything is made of
 * it: sixteen megabytes of empty lists are five million objects, which would hold the process for seconds
 * (test/server/exchange/json-shape.test.ts).
 */
export function assertShape(json: Buffer, mostBytes: number): void {
  const most = Math.floor(mostBytes / BYTES_A_VALUE);
  let values = 1;
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (byte === QUOTE) at = endOfText(json, at);
    else if (byte === COMMA) values += 1;
    else if (OPENING.has(byte)) {
      values += 1;
      depth += 1;
      if (depth > NESTING) {
        throw tooMuch(`JSON is taken with at most ${NESTING} lists and objects within each other.`);
      }
    } else if (CLOSING.has(byte)) depth -= 1;
    if (values > most) throw tooMuch(`The body is taken with at most ${most} values.`);
  }
}

/** Where the text that begins here ends; the end of all when it does not. */
function endOfText(json: Buffer, from: number): number {
  for (let at = from + 1; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === QUOTE) return at;
    // Whatever it escapes ends nothing.
    if (byte === BACKSLASH) at += 1;
  }
  return json.length;
}

function tooMuch(message: string): HttpRefusal {
  return badRequest(message, { limit: 'body_shape' });
}
