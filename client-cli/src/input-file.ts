import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { WrongCall } from './exit-codes.ts';

/** A line of the input, with where it stands. */
export interface InputLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** What tells one content of a file from another, and how much there is of it. */
export interface InputIdentity {
  readonly bytes: number;
  readonly sha256: string;
  readonly lines: number;
}

const NEWLINE = 0x0a;

/** Reads the whole file once: some seconds for a gigabyte. */
export async function identify(file: string): Promise<InputIdentity> {
  const hash = createHash('sha256');
  let bytes = 0;
  let lines = 0;
  let last = NEWLINE;
  for await (const chunk of open(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) lines += 1;
    last = chunk.at(-1) ?? last;
  }
  return { bytes, sha256: hash.digest('hex'), lines: last === NEWLINE ? lines : lines + 1 };
}

/** The lines of a file or of stdin (`-`), as they are asked for, without the first ones. */
export async function* linesOf(file: string, skipped: number): AsyncGenerator<InputLine> {
  const input: AsyncIterable<Buffer> = file === '-' ? process.stdin : open(file);
  const decoder = new TextDecoder();
  let rest = '';
  let number = 0;
  for await (const chunk of input) {
    const [first = '', ...more] = decoder.decode(chunk, { stream: true }).split('\n');
    const parts = [rest + first, ...more];
    rest = parts.pop() ?? '';
    for (const text of parts) {
      number += 1;
      if (number > skipped) yield { number, text };
    }
  }
  rest += decoder.decode();
  if (rest !== '' && number >= skipped) yield { number: number + 1, text: rest };
}

function open(file: string) {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new WrongCall(`There is no file ${file}.`);
  return createReadStream(file, { highWaterMark: 256 * 1024 });
}
