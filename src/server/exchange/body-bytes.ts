/** Smaller pieces are put together: kept as they come, one of a byte would cost a hundred times that. */
const SMALL = 1024;
const BLOCK = 16 * 1024;

/** The bytes of a body as they come in. What is kept of them is what is counted. */
export class BodyBytes {
  readonly #parts: Buffer[] = [];
  #block = Buffer.alloc(0);
  /** Where in the block stands what is no part yet. */
  #from = 0;
  #to = 0;
  #size = 0;

  /** `take` says whether so many bytes more may be kept. */
  constructor(private readonly take: (bytes: number) => boolean) {}

  get size(): number {
    return this.#size;
  }

  /** False when there is no room for the chunk. */
  add(chunk: Buffer): boolean {
    this.#size += chunk.length;
    if (chunk.length < SMALL) return this.#copy(chunk);
    this.#closePart();
    this.#parts.push(chunk);
    return this.take(chunk.length);
  }

  whole(): Buffer {
    this.#closePart();
    return Buffer.concat(this.#parts, this.#size);
  }

  #copy(chunk: Buffer): boolean {
    if (this.#to + chunk.length > this.#block.length) {
      this.#closePart();
      if (!this.take(BLOCK)) return false;
      this.#block = Buffer.allocUnsafeSlow(BLOCK);
      this.#from = this.#to = 0;
    }
    this.#to += chunk.copy(this.#block, this.#to);
    return true;
  }

  #closePart(): void {
    if (this.#to > this.#from) this.#parts.push(this.#block.subarray(this.#from, this.#to));
    this.#from = this.#to;
  }
}
