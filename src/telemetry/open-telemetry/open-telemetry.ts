import { randomUUID } from 'node:crypto';
import { type Context, ROOT_CONTEXT, TraceFlags, type Tracer, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { TraceParent } from '../traceparent';
import type { ExportEvent, RequestTrace, TracedRequest, Tracing } from '../tracing';
import type { TracingSettings } from '../tracing-settings';
import { ExportOutages } from './export-outages';
import { SpanNode } from './span-node';
import { SpanQueue } from './span-queue';
import { TracedExchange } from './traced-exchange';

/** A batch is given up after so long, its repetitions included. */
const EXPORT_MS = 5_000;

/** Spans of our own, made by OpenTelemetry's tracer and sent by its exporter. Nothing of Node is patched. */
export function openOpenTelemetry(settings: TracingSettings, tell: (event: ExportEvent) => void): Tracing {
  const { url, headers } = settings;
  const exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: EXPORT_MS });
  const queue = new SpanQueue(exporter, new ExportOutages(tell));
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.instance.id': randomUUID(), ...settings.resource }),
    sampler: samplerOf(settings.sampler),
    spanProcessors: [queue],
  });
  const tracer = provider.getTracer('reseller-accounts');
  return {
    begin: (request) => begin(tracer, request),
    stop: (milliseconds) => queue.stop(milliseconds),
  };
}

function begin(tracer: Tracer, { method, route, parent }: TracedRequest): RequestTrace | null {
  const attributes = { 'http.request.method': method, 'http.route': route, 'url.path': route, 'url.scheme': 'http' };
  const node = SpanNode.root(tracer, contextOf(parent), `${method} ${route}`, attributes);
  return node === null ? null : new TracedExchange(node);
}

function contextOf(parent: TraceParent | null): Context {
  if (parent === null) return ROOT_CONTEXT;
  const { traceId, spanId, isSampled } = parent;
  const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function samplerOf({ root, ratio, isParentBased }: TracingSettings['sampler']): Sampler {
  const samplers = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
  };
  const sampler = samplers[root]();
  return isParentBased ? new ParentBasedSampler({ root: sampler }) : sampler;
}
