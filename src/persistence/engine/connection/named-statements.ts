import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';

/** A text gets a name when it is sent this often: one that is sent once would only be kept. */
const OFTEN = 3;
/** Each connection keeps the plans of all of them. */
const MOST_NAMES = 200;
const MOST_COUNTED = 2_000;

/** What is planned for the values that it is sent with: a page, a search, a count may be quick for one and slow for the next. */
const BY_ITS_VALUES = /\blimit\b|@@|\b(count|sum)\s*\(|\bover\s*\(/i;

/** A statement that a connection knows by a name is not what it was: after a migration, or because another session was meant. */
const CHANGED = { code: '0A000', routine: 'RevalidateCachedQuery' };
/** A name that is not known where it should be, or is where it should not. */
const MISTAKEN = ['26000', '42P05'];

/**
 * The statements that one login's connections are to keep by name, parsed once and planned once if that is no worse. Only
 * where the server itself answers, which its process says: a pooler in between may hand each transaction to another session.
 */
export class NamedStatements {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  /** Connections that lead to the server itself, and in which round they were opened. */
  readonly #direct = new WeakMap<ClientBase, number>();
  #round = 0;
  #isOff = false;

  /** Told of a connection that has opened: which process the server said it is, and which one answers. */
  opened(client: ClientBase, announced: unknown, answering: unknown): void {
    if (typeof answering === 'number' && announced === answering) this.#direct.set(client, this.#round);
  }

  /** By which name the statement goes on this connection; undefined: by none. */
  nameOf(client: ClientBase, text: string): string | undefined {
    if (this.#isOff || this.#direct.get(client) !== this.#round) return undefined;
    return this.#names.get(text) ?? this.#newName(text);
  }

  /** Whether the connection keeps statements that are not used any more. */
  isOutdated(client: ClientBase): boolean {
    const round = this.#direct.get(client);
    return round !== undefined && (this.#isOff || round !== this.#round);
  }

  /** Told of the first failure of a statement that went by a name: what is at odds with it is not sent so again. */
  failed(client: ClientBase, cause: unknown): void {
    const { code, routine } = cause as { readonly code?: unknown; readonly routine?: unknown };
    if (MISTAKEN.includes(String(code))) this.#isOff = true;
    // Connections that were opened since know it as it is now.
    if (code === CHANGED.code && routine === CHANGED.routine && !this.isOutdated(client)) this.#round += 1;
  }

  #newName(text: string): string | undefined {
    const count = (this.#counts.get(text) ?? 0) + 1;
    if (count < OFTEN || this.#names.size >= MOST_NAMES || BY_ITS_VALUES.test(text)) {
      if (this.#counts.size >= MOST_COUNTED) this.#counts.clear();
      this.#counts.set(text, count);
      return undefined;
    }
    this.#counts.delete(text);
    // The same for the same text, whichever process sends it.
    const name = `s_${createHash('sha256').update(text).digest('base64url')}`;
    this.#names.set(text, name);
    return name;
  }
}
