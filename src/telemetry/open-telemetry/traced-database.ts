import type { OperationRecord, StatementEnd } from '../operation-record';
import type { SpanNode } from './span-node';

/** What asks the database as a part of an operation: its statements stand below its span. What is counted the record counts. */
export abstract class TracedDatabase {
  protected constructor(
    protected readonly record: OperationRecord,
    protected readonly node: SpanNode,
  ) {}

  onStatement(sql: string): StatementEnd {
    this.record.statements += 1;
    return this.node.statement(sql);
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

  onRetry(cause?: unknown): void {
    this.record.onRetry(cause);
  }
}
