import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { PreparedQuery } from './prepared-query';

/** What is sent once is not worth the preparation. */
const AFTER_ANSWERS = 1;
/** A query that fails as it is prepared is executed twice: after that it must be answered so often first. */
const AFTER_A_FAILURE = 100;
/** Of all queries together. */
const MOST_FIELDS = 50_000;

/**
 * Prepares queries that were answered before, without an error: what fails each time is never executed twice. They are
 * known by their operation, since Apollo Server parses a text once as long as it remembers it; what it forgets is forgotten
 * here too, so that nothing is kept of a text beside what bounds those.
 */
export class SeenQueries {
  /** How many answers a query still lacks. */
  readonly #lacking = new WeakMap<OperationDefinitionNode, number>();
  #prepared = new WeakMap<OperationDefinitionNode, PreparedQuery>();
  #fields = 0;

  constructor(private readonly afterAnswers = AFTER_ANSWERS) {}

  /** The query as it is prepared; null while it is not. */
  find(schema: GraphQLSchema, operation: OperationDefinitionNode, document: DocumentNode): PreparedQuery | null {
    const known = this.#prepared.get(operation);
    if (known) return known;
    if ((this.#lacking.get(operation) ?? this.afterAnswers) > 0) return null;
    const prepared = new PreparedQuery(schema, operation, document);
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

  /** To be told when a query has worked out more fields. When there are too many in all, each is prepared anew. */
  grew(fields: number): void {
    this.#fields += fields;
    if (this.#fields <= MOST_FIELDS) return;
    this.#prepared = new WeakMap();
    this.#fields = 0;
  }
}
