import type {
  GuardOfMutation,
  MutationRecord,
  OperationRecord,
  StatementEnd,
  TransactionRecord,
} from '../operation-record';
import { failureName, isRefusal } from './failure';
import type { SpanNode } from './span-node';
import { TracedTransaction } from './traced-transaction';

/** A mutation behind its guard, as a span: `passed` is when the guard let it through. What is counted the record counts. */
export class TracedMutation implements MutationRecord {
  readonly #node: SpanNode;

  constructor(
    private readonly record: OperationRecord,
    operation: SpanNode,
    { mutation, kind, action }: GuardOfMutation,
  ) {
    this.#node = operation.child('guard', {
      'reseller_accounts.mutation': mutation,
      'reseller_accounts.guard.kind': kind,
      ...(action === undefined ? {} : { 'reseller_accounts.guard.action': action }),
    });
  }

  onPass(): void {
    this.#node.span.addEvent('passed');
  }

  answered(payload: unknown, options: { readonly isDryRun?: boolean } = {}): void {
    const { isDryRun = false } = options;
    const before = new Map([...this.record.refusals].map((refusal) => [refusal, refusal.count]));
    this.record.answered(payload, options);
    const codes = [...this.record.refusals]
      .filter((refusal) => refusal.count > (before.get(refusal) ?? 0))
      .map(({ code }) => code);
    this.#node.span.setAttributes({
      'reseller_accounts.outcome': codes.length > 0 ? 'refused' : 'ok',
      ...(codes.length === 0 ? {} : { 'reseller_accounts.codes': [...new Set(codes)] }),
      ...(isDryRun ? { 'reseller_accounts.dry_run': true } : {}),
    });
    this.#node.end();
  }

  failed(error: unknown): void {
    this.record.failed(error);
    this.#node.span.setAttributes({
      'reseller_accounts.outcome': isRefusal(error) ? 'refused' : 'fault',
      'reseller_accounts.codes': [failureName(error)],
    });
    this.#node.end(error);
  }

  onTransaction(login: string): TransactionRecord {
    return new TracedTransaction(this.record, this.#node, login);
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
  }

  onRetry(): void {
    this.record.onRetry();
  }
}
