import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { reportOf } from '../../../src/telemetry/metrics/metric-report';
import { WorkerReports } from '../../../src/telemetry/metrics/worker-reports';
import { Samples } from './samples';

/** What one process counts, as far as it matters here. */
class Process {
  readonly #registry = new Registry();
  readonly requests = new Counter({
    name: 'reseller_accounts_requests_total',
    help: 'h',
    labelNames: ['operation'],
    registers: [this.#registry],
  });
  readonly seconds = new Histogram({
    name: 'reseller_accounts_seconds',
    help: 'h',
    buckets: [1],
    registers: [this.#registry],
  });
  readonly open = new Gauge({ name: 'reseller_accounts_open', help: 'h', registers: [this.#registry] });
  readonly accepted = new Gauge({
    name: 'reseller_accounts_last_accepted_event_timestamp_seconds',
    help: 'h',
    labelNames: ['reseller'],
    aggregator: 'max',
    registers: [this.#registry],
  });

  /** As it comes from another process. */
  async report() {
    return JSON.parse(JSON.stringify(await reportOf(this.#registry)));
  }
}

const text = async (reports: WorkerReports, ...heard: number[]) => new Samples(await reports.text([], new Set(heard)));
const Q = { operation: 'Q' };

test('what two have counted is added up, and of both the later time stands', async () => {
  const reports = new WorkerReports();
  const [one, other] = [new Process(), new Process()];
  one.requests.inc(Q, 3);
  other.requests.inc(Q, 4);
  one.seconds.observe(0.5);
  other.seconds.observe(2);
  one.open.set(5);
  other.open.set(6);
  one.accepted.set({ reseller: 'a' }, 100);
  other.accepted.set({ reseller: 'a' }, 90);
  reports.heard(1, await one.report());
  reports.heard(2, await other.report());
  const samples = await text(reports, 1, 2);
  expect(samples.value('requests_total', Q)).toBe(7);
  expect(samples.value('seconds_bucket', { le: '1' })).toBe(1);
  expect(samples.value('seconds_bucket', { le: '+Inf' })).toBe(2);
  expect(samples.value('seconds_sum')).toBe(2.5);
  expect(samples.value('open')).toBe(11);
  expect(samples.value('last_accepted_event_timestamp_seconds', { reseller: 'a' })).toBe(100);
});

test('one that has ended and was replaced lets no total become less', async () => {
  const reports = new WorkerReports();
  const [one, other] = [new Process(), new Process()];
  one.requests.inc(Q, 3);
  one.seconds.observe(0.5);
  one.open.set(5);
  one.accepted.set({ reseller: 'a' }, 100);
  other.requests.inc(Q, 4);
  reports.heard(1, await one.report());
  reports.heard(2, await other.report());
  reports.ended(1);
  const next = new Process();
  next.requests.inc(Q, 1);
  reports.heard(3, await next.report());
  const samples = await text(reports, 2, 3);
  expect(samples.value('requests_total', Q)).toBe(8);
  expect(samples.value('seconds_count')).toBe(1);
  expect(samples.value('open')).toBe(0);
  expect(samples.value('last_accepted_event_timestamp_seconds', { reseller: 'a' })).toBe(100);
});

test('one that says nothing counts with what it said last, not with how it was then', async () => {
  const reports = new WorkerReports();
  const [one, hung] = [new Process(), new Process()];
  one.requests.inc(Q, 1);
  hung.requests.inc(Q, 10);
  hung.open.set(7);
  reports.heard(1, await one.report());
  reports.heard(2, await hung.report());
  expect((await text(reports, 1, 2)).value('open')).toBe(7);
  const samples = await text(reports, 1);
  expect(samples.value('requests_total', Q)).toBe(11);
  expect(samples.value('open')).toBe(0);
});

test('a name that one has forgotten and another has not is no smaller sum', async () => {
  const reports = new WorkerReports();
  const [one, other] = [new Process(), new Process()];
  one.requests.inc(Q, 3);
  other.requests.inc(Q, 4);
  reports.heard(1, await one.report());
  reports.heard(2, await other.report());
  one.requests.remove(Q);
  reports.heard(1, await one.report());
  expect((await text(reports, 1, 2)).value('requests_total', Q)).toBe(7);
  // It comes back there.
  one.requests.inc(Q);
  reports.heard(1, await one.report());
  expect((await text(reports, 1, 2)).value('requests_total', Q)).toBe(8);
});

test('names that only processes knew that are gone are not kept for ever', async () => {
  const reports = new WorkerReports();
  const live = new Process();
  live.requests.inc(Q, 1);
  reports.heard(0, await live.report());
  for (let worker = 1; worker <= 10; worker += 1) {
    const short = new Process();
    short.requests.inc(Q, 1);
    for (let n = 0; n < 50; n += 1) short.requests.inc({ operation: `of ${worker}.${n}` });
    reports.heard(worker, await short.report());
    reports.ended(worker);
  }
  const samples = await text(reports, 0);
  expect(samples.labels('requests_total', 'operation').length).toBeLessThanOrEqual(201);
  expect(samples.value('requests_total', Q)).toBe(11);
});
