import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT_CONTEXT, type Tracer } from '@opentelemetry/api';
import { type ReadableSpan, type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace';
import { ExportOutages } from '../../src/telemetry/open-telemetry/export-outages';
import { SpanQueue } from '../../src/telemetry/open-telemetry/span-queue';
import type { ExportEvent } from '../../src/telemetry/tracing';

/** An exporter whose answers a test gives. */
class Exporter implements SpanExporter {
  readonly batches: ReadableSpan[][] = [];
  readonly #answers: ((code: number) => void)[] = [];

  export(spans: ReadableSpan[], done: (result: { code: number; error?: Error }) => void): void {
    this.batches.push(spans);
    this.#answers.push((code) => done(code === 0 ? { code } : { code, error: new Error('refused') }));
  }

  async answer(code: number): Promise<void> {
    this.#answers.shift()?.(code);
    await sleep(5);
  }

  async shutdown(): Promise<void> {}
}

let now = 0;
let events: ExportEvent[];
let exporter: Exporter;
let queue: SpanQueue;
let tracer: Tracer;

beforeEach(() => {
  now = 0;
  events = [];
  exporter = new Exporter();
  const outages = new ExportOutages(
    (event) => events.push(event),
    1_000,
    () => now,
  );
  queue = new SpanQueue(exporter, outages, 600);
  tracer = new TracerProvider({ spanProcessors: [queue] }).getTracer('test');
});

function spans(count: number): void {
  for (let number = 0; number < count; number += 1) tracer.startSpan('one', {}, ROOT_CONTEXT).end();
}

test('a full batch goes at once, the rest behind it, and one batch after the other', async () => {
  spans(513);
  expect(exporter.batches.map(({ length }) => length)).toEqual([512]);
  await exporter.answer(0);
  expect(exporter.batches.map(({ length }) => length)).toEqual([512, 1]);
  await exporter.answer(0);
  expect(events).toEqual([]);
});

test('a few go together within about a second', async () => {
  spans(3);
  expect(exporter.batches).toEqual([]);
  await sleep(1_200);
  expect(exporter.batches.map(({ length }) => length)).toEqual([3]);
});

test('what does not fit is dropped and counted; an outage is told once as it begins and once as it ends', async () => {
  spans(512 + 600 + 7);
  expect(events).toEqual([{ kind: 'began', cause: expect.any(Error) }]);
  now = 500;
  await exporter.answer(1);
  expect(events).toHaveLength(1);
  now = 1_400;
  await exporter.answer(0);
  expect(events).toHaveLength(1);
  now = 1_600;
  await exporter.answer(0);
  expect(events.slice(1)).toEqual([{ kind: 'ended', seconds: 1.6, dropped: 7 + 512 }]);
  spans(600);
  await exporter.answer(1);
  expect(events.slice(2)).toEqual([{ kind: 'began', cause: expect.any(Error) }]);
});

test('a stop sends what waits', async () => {
  spans(4);
  const stopped = queue.stop(1_000);
  await sleep(5);
  await exporter.answer(0);
  await stopped;
  expect(exporter.batches.map(({ length }) => length)).toEqual([4]);
  expect(events).toEqual([]);
  spans(1);
  await queue.forceFlush();
  expect(exporter.batches).toHaveLength(1);
});

test('a stop says what it could not send in time', async () => {
  spans(520);
  const since = performance.now();
  await queue.stop(100);
  expect(performance.now() - since).toBeLessThan(1_000);
  expect(events).toEqual([{ kind: 'left', dropped: 520 }]);
  // What comes of them later is no news.
  await exporter.answer(1);
  expect(events).toHaveLength(1);
});

test('an exporter that throws disturbs nobody', async () => {
  exporter.export = () => {
    throw new Error('broken');
  };
  spans(3);
  await queue.forceFlush();
  expect(events).toEqual([{ kind: 'began', cause: expect.objectContaining({ message: 'broken' }) }]);
});
