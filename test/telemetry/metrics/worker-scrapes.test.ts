import { Counter, Registry } from 'prom-client';
import { reportOf } from '../../../src/telemetry/metrics/metric-report';
import { type Asked, WorkerScrapes } from '../../../src/telemetry/metrics/worker-scrapes';
import { isOverWithin } from '../../support/time/in-time';
import { Samples } from './samples';

/** Workers as the first process knows them: each is asked, and says so many requests when it does. */
function someWorkers(...ids: readonly number[]) {
  const asked: { id: number; number: number; isToLook: boolean }[] = [];
  const serving = new Set(ids);
  const workers = (): Asked[] =>
    [...serving].map((id) => ({ id, ask: (number, isToLook) => asked.push({ id, number, isToLook }) }));
  const scrapes = new WorkerScrapes(ids.length, workers);
  const say = async (id: number, requests: number, number = asked.at(-1)?.number ?? 0) => {
    const registry = new Registry();
    new Counter({ name: 'reseller_accounts_requests_total', help: 'h', registers: [registry] }).inc(requests);
    scrapes.heard(id, number, await reportOf(registry));
  };
  const end = (id: number) => {
    serving.delete(id);
    scrapes.ended(id, true);
  };
  const scraped = async () => new Samples(await scrapes.scrape());
  return { asked, scrapes, say, end, scraped };
}

test('all are asked and one alone looks at the database; the answer is of all', async () => {
  const { asked, say, scraped } = someWorkers(1, 2, 3);
  const scrape = scraped();
  expect(asked.map(({ isToLook }) => isToLook)).toEqual([true, false, false]);
  for (const id of [1, 2, 3]) await say(id, id);
  const samples = await scrape;
  expect(samples.value('requests_total')).toBe(6);
  expect(samples.value('workers_serving')).toBe(3);
  expect(samples.value('workers_unheard')).toBe(0);
});

test('whoever asks meanwhile is answered by the same, and later anew', async () => {
  const { asked, say, scraped } = someWorkers(1);
  const both = Promise.all([scraped(), scraped()]);
  expect(asked).toHaveLength(1);
  await say(1, 4);
  expect((await both).map((samples) => samples.value('requests_total'))).toEqual([4, 4]);
  const next = scraped();
  expect(asked).toHaveLength(2);
  await say(1, 5);
  expect((await next).value('requests_total')).toBe(5);
});

test('one that says nothing is waited for no longer than two seconds, and what it says late counts the next time', async () => {
  const { asked, say, scraped } = someWorkers(1, 2);
  const scrape = scraped();
  const isInTime = isOverWithin(2_000, scrape);
  await say(1, 4);
  const samples = await scrape;
  expect(await isInTime).toBe(true);
  expect([samples.value('requests_total'), samples.value('workers_unheard')]).toEqual([4, 1]);
  await say(2, 10, asked[0]?.number);
  const next = scraped();
  await say(1, 4);
  await say(2, 11);
  const later = await next;
  expect([later.value('requests_total'), later.value('workers_unheard')]).toEqual([15, 0]);
});

test('one that ends while it is asked keeps nobody waiting, and what it said last stays', async () => {
  const { say, end, scraped } = someWorkers(1, 2);
  const first = scraped();
  await say(1, 4);
  await say(2, 5);
  expect((await first).value('requests_total')).toBe(9);
  const scrape = scraped();
  await say(1, 6);
  end(2);
  expect(await isOverWithin(500, scrape)).toBe(true);
  const samples = await scrape;
  expect(samples.value('requests_total')).toBe(11);
  expect(samples.value('workers_ended_total')).toBe(1);
});

test('while none serves there is an answer too', async () => {
  const { end, say, scraped } = someWorkers(1);
  await say(1, 4, 0);
  end(1);
  const samples = await scraped();
  expect([samples.value('requests_total'), samples.value('workers_serving')]).toEqual([4, 0]);
});
