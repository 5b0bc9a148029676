import { type DocumentNode, TokenKind } from 'graphql';

/** Of all documents together: 300 of the widest queries of a portal. */
const MOST_BYTES = 64 * 2 ** 20;
/** What a document takes of memory, measured: for a character of its text, a comment, and a token with its node. */
const BYTES = { character: 2, comment: 100, token: 1_000 } as const;

/**
 * The documents that were parsed and found valid, by their texts. Those that were not sent for longest are forgotten. Apollo
 * Server's own store weighs them without text and comments, of which a few kilobytes take a megabyte: it would keep
 * gigabytes of whoever sends one text after the other (test/server/apollo/document-store.test.ts).
 */
export class DocumentStore {
  /** The one used last is the last. */
  readonly #kept = new Map<string, { readonly document: DocumentNode; readonly bytes: number }>();
  #bytes = 0;

  async get(key: string): Promise<DocumentNode | undefined> {
    const found = this.#kept.get(key);
    if (!found) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.document;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    await this.delete(key);
    const bytes = bytesOf(document);
    this.#kept.set(key, { document, bytes });
    this.#bytes += bytes;
    for (const longestUnused of this.#kept.keys()) {
      if (this.#bytes <= MOST_BYTES) break;
      await this.delete(longestUnused);
    }
  }

  async delete(key: string): Promise<void> {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }
}

function bytesOf({ loc }: DocumentNode): number {
  if (!loc) throw new Error('A document without its text cannot be weighed');
  let bytes = loc.source.body.length * BYTES.character;
  for (let token = loc.startToken.next; token !== null; token = token.next) {
    bytes += token.kind === TokenKind.COMMENT ? BYTES.comment : BYTES.token;
  }
  return bytes;
}
