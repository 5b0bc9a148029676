import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { WrongCall } from './exit-codes.ts';

/** The lines that were refused, in the order of the input, each once however often the run is killed. */
export class RejectedFile {
  readonly #file: number | null;
  #bytes: number;

  /** What stands beyond `bytes` is of lines that come again. */
  constructor(path: string | undefined, bytes: number) {
    this.#bytes = bytes;
    try {
      this.#file = path === undefined ? null : openSync(path, bytes === 0 ? 'w' : 'r+', 0o600);
      if (this.#file !== null) ftruncateSync(this.#file, bytes);
    } catch (error) {
      throw new WrongCall(`${path} cannot be written: ${(error as Error).message}`);
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(line: unknown): void {
    if (this.#file === null) return;
    const text = Buffer.from(`${JSON.stringify(line)}\n`);
    writeSync(this.#file, text, 0, text.length, this.#bytes);
    this.#bytes += text.length;
  }

  /** On disk when it returns. */
  flush(): void {
    if (this.#file !== null) fsyncSync(this.#file);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
  }
}
