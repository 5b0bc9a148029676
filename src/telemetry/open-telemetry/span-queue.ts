import { setTimeout as sleep } from 'node:timers/promises';
import { TraceFlags } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace';
import type { ExportOutages } from './export-outages';

/** A few megabytes at most, and some seconds of a busy server. */
const MOST_WAITING = 4_096;
const MOST_TOGETHER = 512;
const EVERY_MS = 1_000;

/**
 * Sends ended spans, some at a time and one batch after the other, beside the requests: what does not fit is dropped and
 * counted, and nobody waits (test/telemetry/span-queue.test.ts).
 */
export class SpanQueue implements SpanProcessor {
  readonly #waiting: ReadableSpan[] = [];
  #sending: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** Of the batch that is not answered yet. */
  #underWay = 0;
  #isStopped = false;

  constructor(
    private readonly exporter: SpanExporter,
    private readonly outages: ExportOutages,
    private readonly most = MOST_WAITING,
  ) {}

  onStart(): void {}

  onEnd(span: ReadableSpan): void {
    if (this.#isStopped || (span.spanContext().traceFlags & TraceFlags.SAMPLED) === 0) return;
    if (this.#waiting.length >= this.most) {
      this.outages.lost(1, new Error('More spans are waiting to be sent than are kept'));
      return;
    }
    this.#waiting.push(span);
    if (this.#waiting.length >= MOST_TOGETHER) this.#begin();
    else this.#timer ??= setTimeout(() => this.#begin(), EVERY_MS).unref();
  }

  async forceFlush(): Promise<void> {
    this.#begin();
    await this.#sending;
  }

  /** Sends what waits, for so long at most. */
  async stop(milliseconds: number): Promise<void> {
    await Promise.race([this.forceFlush(), sleep(milliseconds, undefined, { ref: false })]);
    this.#isStopped = true;
    this.outages.stopped(this.#waiting.splice(0).length + this.#underWay);
    // What of a batch is under way waits for its answer no longer than the process lives.
    this.exporter.shutdown().catch(() => undefined);
  }

  async shutdown(): Promise<void> {
    await this.stop(0);
  }

  #begin(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_TOGETHER);
      this.#underWay = batch.length;
      const failure = await this.#send(batch);
      this.#underWay = 0;
      // What was under way then was told to be lost.
      if (this.#isStopped) return;
      if (failure === null) this.outages.sent();
      else this.outages.lost(batch.length, failure);
    }
  }

  #send(batch: ReadableSpan[]): Promise<unknown> {
    return new Promise((resolve) => {
      try {
        // 0 is success; the enum stands in a package that nothing else here needs.
        this.exporter.export(batch, ({ code, error }) => resolve(code === 0 ? null : (error ?? new Error('not sent'))));
      } catch (error) {
        resolve(error);
      }
    });
  }
}
