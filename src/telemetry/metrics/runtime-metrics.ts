import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';

const PREFIX = 'reseller_accounts_';

/** What prom-client brings and nobody needs here: gauges that are named as totals, details of the heap, what others tell too. */
const LEFT_OUT = [
  ...['handles', 'requests', 'resources'].flatMap((what) => [`nodejs_active_${what}`, `nodejs_active_${what}_total`]),
  ...['total', 'used', 'available'].map((what) => `nodejs_heap_space_size_${what}_bytes`),
  ...['', 'min_', 'max_', 'mean_', 'stddev_', 'p50_', 'p90_', 'p99_'].map(
    (what) => `nodejs_eventloop_lag_${what}seconds`,
  ),
  ...['nodejs_version_info', 'process_start_time_seconds', 'process_virtual_memory_bytes', 'process_heap_bytes'],
];
/** How often it is looked whether the event loop is late: every ten milliseconds would cost more than all that is counted. */
const RESOLUTION_MS = 50;
/** prom-client looks too, and nobody asks what it sees. */
const HARDLY_EVER_MS = 3_600_000;

/** Of the process itself: memory, garbage collection, the delay of its event loop, descriptors, version. */
export function addRuntimeMetrics(registry: Registry, version: string): void {
  const registers = [registry];
  new Gauge({
    name: `${PREFIX}build_info`,
    help: 'Always 1: the version of the server and of Node.js.',
    labelNames: ['version', 'node'] as const,
    aggregator: 'max',
    registers,
  }).set({ version, node: process.version }, 1);
  new Gauge({
    name: `${PREFIX}start_time_seconds`,
    help: 'When the process started; of several the one that runs longest.',
    aggregator: 'min',
    registers,
  }).set(Date.now() / 1000 - process.uptime());
  new Gauge({
    name: `${PREFIX}heap_limit_bytes`,
    help: 'How large the heap may become: beyond it the process ends.',
    registers,
    collect() {
      this.set(getHeapStatistics().heap_size_limit);
    },
  });
  collectDefaultMetrics({ register: registry, prefix: PREFIX, eventLoopMonitoringPrecision: HARDLY_EVER_MS });
  for (const name of LEFT_OUT) registry.removeSingleMetric(`${PREFIX}${name}`);
  addEventLoopDelay(registry);
}

/** Since the scrape before; of several processes the slowest counts, since on the average nobody would see it. */
function addEventLoopDelay(registry: Registry): void {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  // What is recorded is the time from one look to the next.
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1000);
  const gauge = (what: string, help: string, collect: () => void = () => undefined) =>
    new Gauge({
      name: `${PREFIX}event_loop_delay_${what}_seconds`,
      help: `How late the event loop was since the scrape before: ${help}.`,
      aggregator: 'max',
      registers: [registry],
      collect,
    });
  // The first that is asked tells all three.
  const p50 = gauge('p50', 'half of the time no later than that', () => {
    if (histogram.count === 0) return;
    p50.set(late(histogram.percentile(50)));
    p99.set(late(histogram.percentile(99)));
    max.set(late(histogram.max));
    histogram.reset();
  });
  const p99 = gauge('p99', 'for 99 hundredths of the time no later than that');
  const max = gauge('max', 'at most');
}
