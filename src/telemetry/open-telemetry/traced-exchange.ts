import type { OperationRecord } from '../operation-record';
import type { RequestTrace, TracedAnswer } from '../tracing';
import type { SpanNode } from './span-node';
import { TracedRecord } from './traced-record';

/** An HTTP request and its answer as a span. */
export class TracedExchange implements RequestTrace {
  readonly traceId: string;

  constructor(private readonly node: SpanNode) {
    this.traceId = node.span.spanContext().traceId;
  }

  beginOperation(): OperationRecord {
    return new TracedRecord(this.traceId, this.node);
  }

  end({ status, callerKind, outcome, code, bytesIn, bytesOut }: TracedAnswer): void {
    const said = {
      'http.response.status_code': status,
      'http.request.body.size': bytesIn,
      'http.response.body.size': bytesOut,
      'reseller_accounts.caller.kind': callerKind,
      'reseller_accounts.outcome': outcome,
      'reseller_accounts.code': code,
    };
    this.node.span.setAttributes(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)));
    // A refusal is an answer as it should be; none at all is not.
    if (status === undefined || status >= 500) this.node.fail(status === undefined ? 'aborted' : String(status));
    this.node.end();
  }
}
