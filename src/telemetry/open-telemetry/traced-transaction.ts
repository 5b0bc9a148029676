import type { OperationRecord, StatementEnd, TransactionRecord } from '../operation-record';
import { failureName, isRefusal } from './failure';
import type { SpanNode } from './span-node';

/** A transaction as a span, however often it is tried. What is counted the record counts. */
export class TracedTransaction implements TransactionRecord {
  readonly #node: SpanNode;

  constructor(
    private readonly record: OperationRecord,
    above: SpanNode,
    login: string,
  ) {
    this.#node = above.child('transaction', { 'db.system.name': 'postgresql', 'reseller_accounts.login': login });
  }

  onStatement(sql: string): StatementEnd {
    this.record.statements += 1;
    return this.#node.statement(sql);
  }

  onRoundTrip(): void {
    this.record.onRoundTrip();
  }

  onIdle(busyMs: number): void {
    this.record.onIdle(busyMs);
  }

  onTurn(waitedMs: number): void {
    this.record.onTurn(waitedMs);
    this.#node.span.addEvent('connection', { 'reseller_accounts.waited_ms': waitedMs });
  }

  onRetry(cause: unknown): void {
    this.record.onRetry(cause);
    this.#node.span.addEvent('retry', { 'error.type': failureName(cause) });
  }

  onEnd(failure?: unknown): void {
    const isRefused = failure !== undefined && isRefusal(failure);
    this.#node.span.setAttribute('reseller_accounts.committed', failure === undefined);
    if (isRefused) this.#node.span.setAttribute('reseller_accounts.codes', [failureName(failure)]);
    this.#node.end(failure);
  }
}
