/** One message of Postgres's protocol; only the first one of a connection has no type. */
export interface Frame {
  readonly hasType: boolean;
  readonly bytes: Buffer;
}

/** A type of one byte and a length of four. */
export const FRAME_HEADER = 5;

/** Cuts what a client sends into messages. */
export async function* frames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let rest = Buffer.alloc(0);
  let hasType = false;
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    for (let length = lengthOf(rest, hasType); length !== null; length = lengthOf(rest, hasType)) {
      yield { hasType, bytes: rest.subarray(0, length) };
      rest = rest.subarray(length);
      hasType = true;
    }
  }
}

function lengthOf(bytes: Buffer, hasType: boolean): number | null {
  const before = hasType ? 1 : 0;
  if (bytes.length < before + 4) return null;
  const length = before + bytes.readInt32BE(before);
  return bytes.length < length ? null : length;
}
