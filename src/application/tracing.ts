import type { Logger } from 'pino';
import { openTracing } from '../telemetry/open-tracing';
import type { ExportEvent, Tracing } from '../telemetry/tracing';
import type { TracingSettings } from '../telemetry/tracing-settings';

/** How long a stop waits for the last spans to be sent: a part of what it may take once requests are answered. */
const LAST_SPANS_MS = 2_000;

/** Null where no traces are wanted: nothing of what makes them is loaded then. */
export async function startTracing(
  settings: TracingSettings | null,
  logger: Logger,
  started: (() => Promise<void>)[],
): Promise<Tracing | null> {
  if (settings === null) return null;
  const tracing = await openTracing(settings, (event) => tellExport(event, logger));
  started.push(() => tracing.stop(LAST_SPANS_MS));
  return tracing;
}

/** Two lines for an outage, however many batches fail in it. */
function tellExport(event: ExportEvent, logger: Logger): void {
  switch (event.kind) {
    case 'began':
      logger.warn({ err: event.cause }, 'traces are lost: they cannot be sent');
      return;
    case 'ended':
      logger.warn({ seconds: event.seconds, droppedSpans: event.dropped }, 'traces are sent again');
      return;
    case 'left':
      logger.warn({ droppedSpans: event.dropped }, 'traces were lost by the stop');
  }
}
