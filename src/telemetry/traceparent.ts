/** Where a request stands in a trace that somebody before us began. */
export interface TraceParent {
  readonly traceId: string;
  readonly spanId: string;
  /** Whether those before us record it. */
  readonly isSampled: boolean;
}

/** W3C Trace Context: version, trace, span, flags; what a later version adds stands behind. */
const TRACEPARENT = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** Reads the header; null for one that is not there, comes twice or is malformed, which is as if it were not there. */
export function parseTraceparent(header: unknown): TraceParent | null {
  const found = typeof header === 'string' ? TRACEPARENT.exec(header) : null;
  if (found === null) return null;
  const [, version = '', traceId = '', spanId = '', flags = '', more] = found;
  if (version === '00' && more !== undefined) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
