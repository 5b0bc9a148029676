import { GraphQLError } from 'graphql';

const MIB = 1024 * 1024;
const MOST_BYTES = 16 * MIB;
/** Written at once: takes a few milliseconds. No answer of every day is longer. After so much others have their turn. */
const PIECE = MIB / 2;

/**
 * The JSON of an answer. A small one is written at once; a large one in pieces, between which others have their turn, and
 * not any further than to the limit: it is never in memory as a whole (test/server/apollo/write-answer.test.ts).
 */
export async function writeAnswer(answer: object): Promise<string> {
  if (roomLeft(answer, PIECE) >= 0) return `${JSON.stringify(answer)}\n`;
  const written: string[] = [];
  let bytes = 0;
  let bytesOfTurn = 0;
  for (const piece of piecesOf(answer)) {
    written.push(piece);
    bytes += Buffer.byteLength(piece);
    if (bytes > MOST_BYTES) throw tooLarge();
    if (bytes - bytesOfTurn < PIECE) continue;
    bytesOfTurn = bytes;
    await new Promise((resolve) => setImmediate(resolve));
  }
  written.push('\n');
  return written.join('');
}

/** What is left of the room after the value, by and large: it stops looking when there is none. */
function roomLeft(value: unknown, room: number): number {
  if (typeof value === 'string') return room - value.length - 3;
  if (typeof value !== 'object' || value === null) return room - 8;
  let left = room - 2;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length && left >= 0; at += 1) left = roomLeft(value[at], left);
    return left;
  }
  const members = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(members)) {
    if (left < 0) return left;
    left = roomLeft(members[name], left - name.length - 4);
  }
  return left;
}

function* piecesOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || roomLeft(value, PIECE) >= 0) yield jsonOf(value);
  else if (Array.isArray(value)) yield* piecesOfArray(value);
  else yield* piecesOfObject(value);
}

/** As many elements at once as make a piece. */
function* piecesOfArray(elements: readonly unknown[]): Generator<string> {
  let separator = '[';
  let from = 0;
  while (from < elements.length) {
    let room = roomLeft(elements[from], PIECE);
    let to = from + 1;
    if (room < 0) {
      yield separator;
      yield* piecesOf(elements[from]);
    } else {
      for (; to < elements.length; to += 1) {
        room = roomLeft(elements[to], room);
        if (room < 0) break;
      }
      yield separator + JSON.stringify(elements.slice(from, to)).slice(1, -1);
    }
    separator = ',';
    from = to;
  }
  yield ']';
}

function* piecesOfObject(value: object): Generator<string> {
  let separator = '{';
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${separator}${JSON.stringify(name)}:`;
    yield* piecesOf(member);
    separator = ',';
  }
  yield '}';
}

/** As an element of a list, where what is nothing is null. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

function tooLarge(): GraphQLError {
  const message = `The answer is larger than ${MOST_BYTES / MIB} MiB: ask for less at once. What a mutation did is done all the same.`;
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } } });
}
