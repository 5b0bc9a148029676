import type { GuardOfMutation, MutationRecord, OperationRecord, TransactionRecord } from '../operation-record';
import { failureName, isRefusal } from './failure';
import type { SpanNode } from './span-node';
import { TracedDatabase } from './traced-database';
import { TracedTransaction } from './traced-transaction';

/** A mutation behind its guard, as a span: `passed` is when the guard let it through. */
export class TracedMutation extends TracedDatabase implements MutationRecord {
  constructor(record: OperationRecord, operation: SpanNode, { mutation, kind, action }: GuardOfMutation) {
    const guard = operation.child('guard', {
      'reseller_accounts.mutation': mutation,
      'reseller_accounts.guard.kind': kind,
      ...(action === undefined ? {} : { 'reseller_accounts.guard.action': action }),
    });
    super(record, guard);
  }

  onPass(): void {
    this.node.span.addEvent('passed');
  }

  answered(payload: unknown, options: { readonly isDryRun?: boolean } = {}): void {
    const { isDryRun = false } = options;
    const before = new Map([...this.record.refusals].map((refusal) => [refusal, refusal.count]));
    this.record.answered(payload, options);
    const codes = [...this.record.refusals]
      .filter((refusal) => refusal.count > (before.get(refusal) ?? 0))
      .map(({ code }) => code);
    this.node.span.setAttributes({
      'reseller_accounts.outcome': codes.length > 0 ? 'refused' : 'ok',
      ...(codes.length === 0 ? {} : { 'reseller_accounts.codes': [...new Set(codes)] }),
      ...(isDryRun ? { 'reseller_accounts.dry_run': true } : {}),
    });
    this.node.end();
  }

  failed(error: unknown): void {
    this.record.failed(error);
    this.node.span.setAttributes({
      'reseller_accounts.outcome': isRefusal(error) ? 'refused' : 'fault',
      'reseller_accounts.codes': [failureName(error)],
    });
    this.node.end(error);
  }

  onTransaction(login: string): TransactionRecord {
    return new TracedTransaction(this.record, this.node, login);
  }
}
