import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A span as it was sent. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly events: readonly { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> }[];
  readonly isFailed: boolean;
  readonly resource: Readonly<Record<string, unknown>>;
}

/** A span with those below it, in the order of their beginning. */
export interface SpanTree {
  readonly span: ReceivedSpan;
  readonly below: readonly SpanTree[];
}

/** Takes OTLP over HTTP in JSON, as a collector does. */
export interface SpanReceiver {
  readonly url: string;
  /** All bodies as they came. */
  readonly bodies: readonly string[];
  readonly headers: readonly IncomingMessage['headers'][];
  readonly spans: readonly ReceivedSpan[];
  /** What is answered from now on. */
  answerWith(answer: (response: ServerResponse) => void): void;
  /** The trace once its first span, which is sent last, is here. */
  trace(traceId: string): Promise<SpanTree>;
  stop(): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: what was sent is looked at, not trusted
type Sent = any;

export async function startSpanReceiver(port = 0): Promise<SpanReceiver> {
  const bodies: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const spans: ReceivedSpan[] = [];
  let answer = (response: ServerResponse): void =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      bodies.push(body);
      headers.push(request.headers);
      spans.push(...spansOf(JSON.parse(body)));
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    headers,
    spans,
    answerWith: (next) => {
      answer = next;
    },
    trace: async (traceId) => {
      for (let look = 0; look < 100; look += 1) {
        const whole = spans.filter((span) => span.traceId === traceId);
        const first = whole.find(({ kind }) => kind === 2);
        if (first) return treeOf(first, whole);
        await sleep(50);
      }
      throw new Error(`The trace ${traceId} did not come`);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function spansOf({ resourceSpans }: Sent): ReceivedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }: Sent) =>
    scopeSpans.flatMap(({ spans }: Sent) =>
      spans.map((span: Sent) => ({
        ...span,
        attributes: valuesOf(span.attributes),
        events: (span.events ?? []).map((event: Sent) => ({
          name: event.name,
          attributes: valuesOf(event.attributes),
        })),
        isFailed: span.status?.code === 2,
        resource: valuesOf(resource.attributes),
      })),
    ),
  );
}

function valuesOf(attributes: Sent[] = []): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, readValue(value)]));
}

function readValue({ arrayValue, ...single }: Sent): unknown {
  if (arrayValue) return arrayValue.values.map(readValue);
  const [value] = Object.values(single);
  return 'intValue' in single ? Number(value) : value;
}

function treeOf(span: ReceivedSpan, all: readonly ReceivedSpan[]): SpanTree {
  const below = all
    .filter(({ parentSpanId }) => parentSpanId === span.spanId)
    .sort((one, other) => (BigInt(one.startTimeUnixNano) < BigInt(other.startTimeUnixNano) ? -1 : 1));
  return { span, below: below.map((child) => treeOf(child, all)) };
}

/** The names alone, for comparing: a span with none below is its name. */
export function namesOf({ span, below }: SpanTree): unknown {
  return below.length === 0 ? span.name : { [span.name]: below.map(namesOf) };
}

/** The first span of that name, wherever it stands. */
export function spanOf(tree: SpanTree, name: string): ReceivedSpan {
  const found = [tree, ...descendants(tree)].find(({ span }) => span.name === name);
  if (!found) throw new Error(`There is no ${name} in ${JSON.stringify(namesOf(tree))}`);
  return found.span;
}

export function descendants({ below }: SpanTree): SpanTree[] {
  return below.flatMap((child) => [child, ...descendants(child)]);
}
