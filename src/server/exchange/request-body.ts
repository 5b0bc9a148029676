import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyBytes } from './body-bytes';
import type { EdgeLimits } from './edge-limits';
import type { Holding } from './fair-share';
import { badRequest, HttpRefusal, tryAgain } from './http-refusal';
import { assertShape } from './json-shape';
import { readInTurns } from './read-in-turns';

const PACE_CHECK_MS = 500;
const MIB = 1024 * 1024;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** The caller went away in the middle of its request: there is nobody to answer. */
export class CallerGone extends Error {
  override readonly name = 'CallerGone';
}

/** What a body may take: so many bytes, at this pace, and of the memory no more than the caller's share. */
export interface BodyLimits extends Pick<EdgeLimits, 'bodyGraceMs' | 'bodyBytesPerSecond'> {
  readonly bytes: number;
  readonly held: Holding;
  /** Told how many came, whatever becomes of them. */
  readonly onBytes?: (bytes: number) => void;
}

/** Reads a JSON object in UTF-8 within these limits, and refuses anything else. */
export async function readJsonObject(
  request: IncomingMessage,
  response: ServerResponse,
  limits: BodyLimits,
): Promise<Readonly<Record<string, unknown>>> {
  assertJson(request);
  if (Number(request.headers['content-length'] ?? 0) > limits.bytes) throw tooLarge(limits.bytes);
  if (request.headers.expect !== undefined) response.writeContinue();
  const body = await readWithin(request, limits);
  assertShape(body, limits.bytes);
  const value = parse(decode(body));
  if (Array.isArray(value)) throw badRequest('A list of operations is not taken: send one operation a request.');
  if (typeof value !== 'object' || value === null) throw badRequest('The body must be a JSON object.');
  return value as Record<string, unknown>;
}

function assertJson({ headers }: IncomingMessage): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const isPlain = (headers['content-encoding'] ?? 'identity') === 'identity';
  if (type.trim() === 'application/json' && isUtf8 && isPlain) return;
  throw new HttpRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json in UTF-8, not compressed.');
}

/** Stops at the limits. The stream is left open, since destroying it would take the answer's socket along. */
function readWithin(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const body = new BodyBytes((bytes) => limits.held.take(bytes));
    const deadline = new Deadline(limits);
    const settle = (act: () => void) => {
      clearInterval(pace);
      stop();
      limits.onBytes?.(body.size);
      request.off('end', finish).off('error', abandon).off('close', abandon);
      act();
    };
    const refuse = (refusal: HttpRefusal) => settle(() => reject(refusal));
    const take = (chunk: Buffer) => {
      deadline.putOff(chunk.length);
      if (body.size + chunk.length > limits.bytes) refuse(tooLarge(limits.bytes));
      else if (!body.add(chunk)) refuse(tooMuchHeld());
    };
    const finish = () => settle(() => resolve(body.whole()));
    const abandon = () => settle(() => reject(new CallerGone('The caller went away while it was sending')));
    let checksLate = 0;
    const pace = setInterval(() => {
      // Once may be our own delay: what came meanwhile is read before the next look.
      checksLate = deadline.isOver() ? checksLate + 1 : 0;
      if (checksLate > 1) refuse(tooSlow());
    }, PACE_CHECK_MS);
    request.on('end', finish).on('error', abandon).on('close', abandon);
    const stop = readInTurns(request, take);
  });
}

/** When the time of a body is up. Each byte puts it off, never beyond the first moments from now: who stops is late soon. */
class Deadline {
  #at: number;

  constructor(private readonly limits: BodyLimits) {
    this.#at = performance.now() + limits.bodyGraceMs;
  }

  putOff(bytes: number): void {
    const { bodyGraceMs, bodyBytesPerSecond } = this.limits;
    this.#at = Math.min(this.#at + (bytes / bodyBytesPerSecond) * 1000, performance.now() + bodyGraceMs);
  }

  isOver(): boolean {
    return performance.now() > this.#at;
  }
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

function tooLarge(limit: number): HttpRefusal {
  const most = limit < MIB ? `${limit / 1024} KiB` : `${limit / MIB} MiB`;
  return new HttpRefusal(413, 'PAYLOAD_TOO_LARGE', `The body is larger than ${most}.`);
}

function tooSlow(): HttpRefusal {
  return new HttpRefusal(408, 'REQUEST_TIMEOUT', 'The body came too slowly.');
}

function tooMuchHeld(): HttpRefusal {
  return tryAgain('Too many bodies of yours are being read.', { limit: 'held_bytes' });
}
