import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { seed } from '../../../bench/data/seed.mjs';
import { built } from '../../../scripts/built.mjs';
import { startServer } from '../../../scripts/built-server.mjs';
import { startPage } from '../started-page.mjs';
import { openPortal } from './visit.mjs';

const START = fileURLToPath(new URL('../../../examples/portal/start.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ACCOUNTS = 100_000;
const ROWS_SCROLLED = 3_000;
const ROWS = '.list-body [data-row]';
const MOST_ROWS = 100;
const LONGEST_TASK_MS = 200;
const FIRST_PAGE_MS = 1_000;
/** Others may be at work on the machine: the best of so many counts. */
const TRIES = 3;

/** A hundred thousand accounts, in a database of their own: the list is as smooth as with ten. */
export function describeManyAccounts(world) {
  describe('a hundred thousand accounts', { skip: !world.isLong }, () => {
    const own = {};
    before(async () => {
      own.server = await startServer();
      const { findEmbeddedPostgres } = built('development/embedded-postgres/find-running.js');
      const postgres = await findEmbeddedPostgres(own.server.dataDir);
      await seed(ROOT, postgres.url('reseller_accounts'), ACCOUNTS, () => undefined);
      own.page = await startPage(START, [], { DATA_DIR: own.server.dataDir });
    });
    after(async () => {
      await own.page?.stop();
      await own.server?.stop();
    });
    const open = (options) => {
      const session = { identity: 'admin', token: own.server.administrator };
      return openPortal({ browser: world.browser, url: own.page.url }, session, '/', { until: ROWS, ...options });
    };

    test('are there within a second, and counted', async () => {
      const visit = await open();
      const { page } = visit;
      await page.getByText('More than 10,000 accounts', { exact: true }).waitFor();
      const times = [];
      for (let tries = 0; tries < TRIES; tries++) {
        await page.reload();
        await page.locator(ROWS).first().waitFor();
        times.push(await page.evaluate(() => performance.now()));
      }
      console.log(`first page: ${times.map(Math.round).join(', ')} ms`);
      assert.ok(Math.min(...times) < FIRST_PAGE_MS, `The first page took ${times} ms`);
      await visit.closeWithoutFault();
    });

    for (const width of [1280, 360]) {
      test(`are scrolled through without a jerk, at ${width} pixels`, async () => {
        const longest = [];
        for (let tries = 0; tries < TRIES && !(Math.min(...longest) < LONGEST_TASK_MS); tries++) {
          const visit = await open({ width });
          const { mostRows, tasks, pagesBack } = await scrollFar(visit);
          assert.ok(mostRows > 0 && mostRows < MOST_ROWS, `${mostRows} rows were drawn`);
          // What was left far behind is asked for again: it was not kept.
          assert.ok(pagesBack > ROWS_SCROLLED / 50 / 2, `${pagesBack} pages were asked for on the way back`);
          longest.push(Math.max(0, ...tasks));
          await visit.closeWithoutFault();
        }
        console.log(`longest tasks: ${longest.map(Math.round).join(', ')} ms`);
        assert.ok(Math.min(...longest) < LONGEST_TASK_MS, `A task took ${longest} ms`);
      });
    }
  });
}

/** Down so many rows a window's half at a time, each time until what is there is drawn, and back to the top. */
async function scrollFar({ page }) {
  await page.evaluate(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => {
      globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  const mostRows = await page.evaluate(
    async ([rows, wanted]) => {
      let most = 0;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let last = 0; last < wanted; ) {
        scrollBy(0, innerHeight / 2);
        do await frame();
        while (document.querySelector('.list-body .skeleton') !== null);
        const drawn = [...document.querySelectorAll(rows)].map((row) => Number(row.dataset.row));
        most = Math.max(most, document.querySelectorAll('.list-body > *').length);
        last = Math.max(...drawn);
      }
      return most;
    },
    [ROWS, ROWS_SCROLLED],
  );
  let pagesBack = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('query AccountList')) pagesBack += 1;
  });
  await page.evaluate(async () => {
    while (scrollY > 0) {
      scrollBy(0, -innerHeight);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await page.waitForFunction(() => document.querySelector('.list-body .skeleton') === null);
  return { mostRows, tasks: await page.evaluate(() => globalThis.tasks), pagesBack };
}
