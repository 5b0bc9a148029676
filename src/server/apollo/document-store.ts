import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { type DocumentNode, TokenKind } from 'graphql';

/** Of all documents together: 300 of the widest queries of a portal. */
const MOST_BYTES = 64 * 2 ** 20;
/** What a document takes of memory, measured: for a character of its text, a comment, and a token with its node. */
const BYTES = { character: 2, comment: 100, token: 1_000 } as const;

/**
 * The documents that were parsed and found valid, by their texts. Those that were not sent for longest are forgotten. Apollo
 * Server weighs them without text and comments, of which a few kilobytes take a megabyte: it would keep gigabytes of whoever
 * sends one text after the other (test/server/apollo/document-store.test.ts).
 */
export class DocumentStore extends InMemoryLRUCache<DocumentNode> {
  constructor() {
    super({ maxSize: MOST_BYTES, sizeCalculation: bytesOf });
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
