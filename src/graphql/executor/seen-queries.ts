import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { PreparedQuery } from './prepared-query';

/** What is sent once is not worth the preparation. */
const AFTER_ANSWERS = 1;
/** A query that fails as it is prepared is executed twice: after that it must be answered so often first. */
const AFTER_A_FAILURE = 100;
const MOST_QUERIES = 500;
/** Of all queries together. */
const MOST_FIELDS = 50_000;

/**
 * Prepares queries that were answered before, without an error: what fails each time is never executed twice. They are
 * known by their operation, since Apollo Server parses a text once as long as it remembers it. Those that were not sent
 * for longest are forgotten.
 */
export class SeenQueries {
  /** How many answers a query still lacks. */
  readonly #lacking = new WeakMap<OperationDefinitionNode, number>();
  /** The one used last is the last. */
  readonly #prepared = new Map<OperationDefinitionNode, PreparedQuery>();

  constructor(private readonly afterAnswers = AFTER_ANSWERS) {}

  /** How much is prepared. */
  get size(): { readonly queries: number; readonly fields: number } {
    return { queries: this.#prepared.size, fields: this.#fields() };
  }

  /** The query as it is prepared; null while it is not. */
  find(schema: GraphQLSchema, operation: OperationDefinitionNode, document: DocumentNode): PreparedQuery | null {
    const known = this.#prepared.get(operation);
    if (!known && (this.#lacking.get(operation) ?? this.afterAnswers) > 0) return null;
    const prepared = known ?? new PreparedQuery(schema, operation, document);
    this.#prepared.delete(operation);
    this.#prepared.set(operation, prepared);
    return prepared;
  }

  /** The query was answered without an error. */
  answered(operation: OperationDefinitionNode): void {
    const lacking = this.#lacking.get(operation) ?? this.afterAnswers;
    if (lacking > 0) this.#lacking.set(operation, lacking - 1);
  }

  /** The query could not be answered as it was prepared. */
  failed(operation: OperationDefinitionNode): void {
    this.#prepared.delete(operation);
    this.#lacking.set(operation, this.afterAnswers === 0 ? 0 : AFTER_A_FAILURE);
  }

  /** To be called when a query has grown. */
  keepWithinBounds(): void {
    while (this.#prepared.size > 1 && (this.#prepared.size > MOST_QUERIES || this.#fields() > MOST_FIELDS)) {
      const [longestUnused] = this.#prepared.keys();
      if (longestUnused) this.#prepared.delete(longestUnused);
    }
  }

  #fields(): number {
    let fields = 0;
    for (const { size } of this.#prepared.values()) fields += size;
    return fields;
  }
}
