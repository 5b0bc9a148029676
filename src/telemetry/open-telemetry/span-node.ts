import {
  type Attributes,
  type Context,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { StatementEnd } from '../operation-record';
import { failureName, isRefusal } from './failure';
import { statementName } from './statement-name';

/** A span with its place in the trace, which is handed from one to the next: nothing here looks for what is current. */
export class SpanNode {
  private constructor(
    private readonly tracer: Tracer,
    readonly span: Span,
    private readonly context: Context,
  ) {}

  /** A span of a request; null when it is not to be recorded. */
  static root(tracer: Tracer, context: Context, name: string, attributes: Attributes): SpanNode | null {
    const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, context);
    return span.isRecording() ? new SpanNode(tracer, span, trace.setSpan(context, span)) : null;
  }

  child(name: string, attributes: Attributes = {}, kind = SpanKind.INTERNAL): SpanNode {
    const span = this.tracer.startSpan(name, { kind, attributes }, this.context);
    return new SpanNode(this.tracer, span, trace.setSpan(this.context, span));
  }

  /** One statement, from when it is sent until it is answered: those that share a round trip overlap. */
  statement(sql: string): StatementEnd {
    const { summary, verb, table } = statementName(sql);
    const attributes = {
      'db.system.name': 'postgresql',
      'db.operation.name': verb,
      'db.query.summary': summary,
      ...(table === null ? {} : { 'db.collection.name': table }),
    };
    const span = this.tracer.startSpan(summary, { kind: SpanKind.CLIENT, attributes }, this.context);
    return (failure) => {
      if (failure !== undefined) failWith(span, 'db.response.status_code', failureName(failure));
      span.end();
    };
  }

  /** Ends it, as one that failed if it did for a reason of ours. What is refused is answered as it should be. */
  end(failure?: unknown): void {
    if (failure !== undefined && !isRefusal(failure)) failWith(this.span, 'error.type', failureName(failure));
    this.span.end();
  }

  fail(kind: string): void {
    failWith(this.span, 'error.type', kind);
  }
}

function failWith(span: Span, attribute: string, kind: string): void {
  span.setAttributes({ [attribute]: kind, 'error.type': kind });
  span.setStatus({ code: SpanStatusCode.ERROR });
}
