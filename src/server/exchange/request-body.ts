import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpRefusal } from './http-refusal';

/** The deepest input is seven deep. */
const NESTING = 64;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** The caller went away in the middle of its request: there is nobody to answer. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone';
}

/** Reads a JSON object in UTF-8 of at most so many bytes, and refuses anything else. */
export async function readJsonObject(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
): Promise<Readonly<Record<string, unknown>>> {
  assertJson(request);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  if (request.headers.expect !== undefined) response.writeContinue();
  const value = parse(decode(await readAtMost(request, limit)));
  assertFlat(value);
  if (Array.isArray(value)) throw badRequest('A list of operations is not taken: send one operation a request.');
  if (typeof value !== 'object' || value === null) throw badRequest('The body must be a JSON object.');
  return value as Record<string, unknown>;
}

/** Refuses JSON in a query string that is nested too deeply. What is no JSON is refused where it is read. */
export function assertFlatJson(json: string): void {
  try {
    assertFlat(JSON.parse(json));
  } catch (error) {
    if (error instanceof HttpRefusal) throw error;
  }
}

/** Level by level and not by recursion: what goes down a value later does so on the stack. */
function assertFlat(value: unknown): void {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > NESTING) throw badRequest(`JSON is taken with at most ${NESTING} lists and objects within each other.`);
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
}

function assertJson({ headers }: IncomingMessage): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const isPlain = (headers['content-encoding'] ?? 'identity') === 'identity';
  if (type.trim() === 'application/json' && isUtf8 && isPlain) return;
  throw new HttpRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json in UTF-8, not compressed.');
}

/** Stops at the limit. The stream is left open, since destroying it would take the answer's socket along. */
function readAtMost(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (act: () => void) => {
      request.off('data', take).off('end', finish).off('error', abandon).off('close', abandon);
      act();
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else settle(() => reject(tooLarge(limit)));
    };
    const finish = () => settle(() => resolve(Buffer.concat(chunks, size)));
    const abandon = () => settle(() => reject(new CallerGone('The caller went away while it was sending')));
    request.on('data', take).on('end', finish).on('error', abandon).on('close', abandon);
  });
}

function decode(body: Buffer): string {
  try {
    return UTF_8.decode(body);
  } catch {
    throw badRequest('The body is not UTF-8.');
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest('The body is not JSON.');
  }
}

function badRequest(message: string): HttpRefusal {
  return new HttpRefusal(400, 'BAD_REQUEST', message);
}

function tooLarge(limit: number): HttpRefusal {
  return new HttpRefusal(413, 'PAYLOAD_TOO_LARGE', `The body is larger than ${limit / 1024 / 1024} MiB.`);
}
