import type { OperationRecord } from './operation-record';
import type { TraceParent } from './traceparent';

/** What is traced of this process (README, "Following a request"). */
export interface Tracing {
  /** Null for a request of which nothing is recorded. */
  begin(request: TracedRequest): RequestTrace | null;
  /** Sends what waits to be sent, for so long at most. */
  stop(milliseconds: number): Promise<void>;
}

export interface TracedRequest {
  readonly method: string;
  readonly route: string;
  readonly parent: TraceParent | null;
}

/** The trace of one request. */
export interface RequestTrace {
  readonly traceId: string;
  /** The record of its operation, which begins now. */
  beginOperation(): OperationRecord;
  end(answer: TracedAnswer): void;
}

/** What became of a request. */
export interface TracedAnswer {
  /** Undefined where none was sent. */
  readonly status?: number;
  readonly callerKind?: string;
  readonly outcome?: string;
  readonly code?: string;
  readonly bytesIn?: number;
  readonly bytesOut?: number;
}

/** Told of what keeps traces from where they should go: once as it begins, and once as it ends. */
export type ExportEvent =
  | { readonly kind: 'began'; readonly cause: unknown }
  | { readonly kind: 'ended'; readonly seconds: number; readonly dropped: number }
  /** At the stop some were not sent any more. */
  | { readonly kind: 'left'; readonly dropped: number };
