import { SpanKind } from '@opentelemetry/api';
import {
  type GuardOfMutation,
  type MutationRecord,
  OperationRecord,
  type StatementEnd,
  type TransactionRecord,
} from '../operation-record';
import { failureName, isRefusal } from './failure';
import type { SpanNode } from './span-node';
import { TracedMutation } from './traced-mutation';
import { TracedTransaction } from './traced-transaction';

/** The record of an operation that is traced: its span begins with it, and those of what it asks for stand below. */
export class TracedRecord extends OperationRecord {
  readonly #node: SpanNode;

  constructor(traceId: string, request: SpanNode) {
    super(traceId);
    // What it is called is known once it is read.
    this.#node = request.child('GraphQL Operation', {}, SpanKind.INTERNAL);
  }

  override ofMutation(guard: GuardOfMutation): MutationRecord {
    return new TracedMutation(this, this.#node, guard);
  }

  override onStatement(sql: string): StatementEnd {
    this.statements += 1;
    return this.#node.statement(sql);
  }

  override onTransaction(login: string): TransactionRecord {
    return new TracedTransaction(this, this.#node, login);
  }

  override onEnd(failure?: unknown): void {
    const { kind, name, rootFields, items } = this;
    const { span } = this.#node;
    const refusals = [...this.refusals].map(({ code, action }) => (action === null ? code : `${code} ${action}`));
    const codes = failure === undefined ? refusals : [...refusals, failureName(failure)];
    // The fields of our schema, not a name that a client gives: those are without number.
    if (kind !== null) span.updateName(rootFields.length === 1 ? `${kind} ${rootFields[0]}` : kind);
    span.setAttributes({
      ...(kind === null ? {} : { 'graphql.operation.type': kind }),
      ...(name === null ? {} : { 'graphql.operation.name': name }),
      'reseller_accounts.root_fields': [...rootFields],
      'reseller_accounts.outcome': failure === undefined ? this.outcome : isRefusal(failure) ? 'refused' : 'fault',
      ...(codes.length === 0 ? {} : { 'reseller_accounts.codes': codes }),
      ...Object.fromEntries([...items].map(([became, count]) => [`reseller_accounts.items.${became}`, count])),
      'reseller_accounts.database.statements': this.statements,
      'reseller_accounts.database.round_trips': this.roundTrips,
      'reseller_accounts.database.ms': this.databaseMs,
      'reseller_accounts.database.waited_ms': this.turnMs,
    });
    if (failure === undefined && this.outcome === 'fault') this.#node.fail('INTERNAL_SERVER_ERROR');
    this.#node.end(failure);
  }
}
