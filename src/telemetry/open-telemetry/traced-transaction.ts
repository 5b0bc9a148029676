import type { OperationRecord, TransactionRecord } from '../operation-record';
import { failureName, isRefusal } from './failure';
import type { SpanNode } from './span-node';
import { TracedDatabase } from './traced-database';

/** A transaction as a span, however often it is tried. */
export class TracedTransaction extends TracedDatabase implements TransactionRecord {
  constructor(record: OperationRecord, above: SpanNode, login: string) {
    super(record, above.child('transaction', { 'db.system.name': 'postgresql', 'reseller_accounts.login': login }));
  }

  override onTurn(waitedMs: number): void {
    super.onTurn(waitedMs);
    this.node.span.addEvent('connection', { 'reseller_accounts.waited_ms': waitedMs });
  }

  override onRetry(cause: unknown): void {
    super.onRetry(cause);
    this.node.span.addEvent('retry', { 'error.type': failureName(cause) });
  }

  onEnd(failure?: unknown): void {
    const isRefused = failure !== undefined && isRefusal(failure);
    this.node.span.setAttribute('reseller_accounts.committed', failure === undefined);
    if (isRefused) this.node.span.setAttribute('reseller_accounts.codes', [failureName(failure)]);
    this.node.end(failure);
  }
}
