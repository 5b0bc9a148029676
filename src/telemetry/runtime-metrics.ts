import { getHeapStatistics } from 'node:v8';
import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';

const PREFIX = 'reseller_accounts_';

/** What prom-client brings and nobody needs here: gauges that are named as totals, details of the heap, what others tell too. */
const LEFT_OUT = [
  ...['handles', 'requests', 'resources'].flatMap((what) => [`nodejs_active_${what}`, `nodejs_active_${what}_total`]),
  ...['total', 'used', 'available'].map((what) => `nodejs_heap_space_size_${what}_bytes`),
  ...['min', 'mean', 'stddev', 'p90'].map((what) => `nodejs_eventloop_lag_${what}_seconds`),
  ...['nodejs_version_info', 'process_start_time_seconds', 'process_virtual_memory_bytes', 'process_heap_bytes'],
];
/** Of several processes the slowest counts: on the average nobody would see it. */
const OF_THE_WORST = [
  'nodejs_eventloop_lag_seconds',
  'nodejs_eventloop_lag_p50_seconds',
  'nodejs_eventloop_lag_p99_seconds',
];

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
  collectDefaultMetrics({ register: registry, prefix: PREFIX });
  for (const name of LEFT_OUT) registry.removeSingleMetric(`${PREFIX}${name}`);
  for (const name of OF_THE_WORST)
    Object.assign(registry.getSingleMetric(`${PREFIX}${name}`) ?? {}, { aggregator: 'max' });
}
