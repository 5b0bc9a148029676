import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { comesTo, comesTrue } from '../../comes-to.mjs';
import { listed, watchOperations } from './list.mjs';

const ROWS = '.list-body [data-row]';
const PAGE = 50;
/** Beside those of the world, whose names come before. */
const MORE = 180;
const AT_ONCE = 20;
/** However far one scrolls. */
const MOST_ROWS = 100;
const POLL_MS = 15_000;

/** A list that is longer than a page: what is asked of it, when, and where one is in it. */
export function describeAccountsScrolling(world) {
  describe('a long list of accounts', () => {
    let visit;
    let names;
    const open = async (options = {}) => {
      visit = await world.open('admin', '/?q=zz', { until: ROWS, ...options });
      return visit.page;
    };
    before(async () => {
      for (let from = 0; from < MORE; from += AT_ONCE) await createAccounts(world, from);
      names = await listed(world, 'admin', { search: 'zz' });
      assert.equal(names.length, MORE);
    });
    // The other tests find the world as it was.
    after(async () => {
      const { accounts } = await world.ask('admin', IDS);
      const ids = accounts.edges.map(({ node }) => node.id);
      for (let from = 0; from < ids.length; from += AT_ONCE)
        await deleteAccounts(world, ids.slice(from, from + AT_ONCE));
    });
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    test('is loaded as one comes near, to its end, and no more of it than that', async () => {
      visit = await world.open('admin', '/resellers');
      const { page } = visit;
      const asked = watchOperations(page, 'AccountList');
      await visit.goesTo('/?q=zz');
      await page.locator(ROWS).first().waitFor();
      const seen = new Set(await drawnNames(page));
      assert.equal(new Set(asked.map(({ after: cursor }) => cursor)).size, 1);
      while (!seen.has(names.at(-1))) {
        await scrollBy(page, 500);
        await page.waitForFunction(() => document.querySelector('.list-body .skeleton') === null);
        const drawn = await drawnNames(page);
        assert.ok(drawn.length < MOST_ROWS);
        for (const name of drawn) seen.add(name);
      }
      assert.deepEqual([...seen], names);
      const cursors = new Set(asked.map(({ after: cursor }) => cursor));
      assert.equal(cursors.size, Math.ceil(MORE / PAGE));
      await page.keyboard.press('Home');
      await page.waitForFunction(() => scrollY === 0);
      await page.keyboard.press('PageDown');
      await page.waitForFunction(() => scrollY > 500);
      await page.keyboard.press('End');
      await page.getByText('That is the end of the list.').waitFor();
      await page.getByRole('button', { name: 'To the top' }).click();
      await page.waitForFunction(() => scrollY === 0);
      await comesTo(async () => (await drawnNames(page))[0], names[0]);
    });

    test('only the pages in view are asked again, every 15 seconds', async () => {
      const page = await openWithClock();
      await scrollToRow(page, 2 * PAGE + 25);
      await visit.quiet();
      const asked = watchOperations(page, 'AccountList');
      for (let times = 1; times <= 3; times++) {
        await visit.within(2 * POLL_MS, async () => {
          // While one is on its way no other is sent.
          await visit.later(POLL_MS + 500);
          await comesTrue(() => asked.length >= times);
        });
      }
      const cursors = new Set(asked.map(({ after: cursor }) => cursor));
      assert.equal(cursors.size, 1, 'of one page, that in view');
      assert.ok(!cursors.has(null), 'which is not the first');
      assert.equal(asked.length, 3);
    });

    test('a change made elsewhere shows where one is, after 15 seconds and on focus', async () => {
      const page = await openWithClock();
      await scrollToRow(page, PAGE + 20);
      const at = await page.evaluate(() => scrollY);
      const [id, name] = await accountAt(page, PAGE + 20);
      await rename(world, id, `${name} renamed`);
      await visit.later(POLL_MS + 500);
      await page.getByRole('link', { name: `${name} renamed` }).waitFor();
      assert.equal(await page.evaluate(() => scrollY), at);
      await rename(world, id, name);
      await visit.later(3_000);
      await visit.comesBack();
      await page.getByRole('link', { name, exact: true }).waitFor();
      assert.equal(await page.evaluate(() => scrollY), at);
    });

    test('who has the focus keeps it, however far away; back is where one was', async () => {
      const page = await open();
      const link = page.getByRole('link', { name: names[2], exact: true });
      await link.focus();
      await scrollToRow(page, PAGE + 30);
      assert.equal(await page.evaluate(() => document.activeElement.textContent), names[2]);
      await page.getByRole('link', { name: names[PAGE + 30], exact: true }).click();
      await visit.heading(names[PAGE + 30]).waitFor();
      await page.goBack();
      await page.getByRole('link', { name: names[PAGE + 30], exact: true }).waitFor();
      await comesTrue(async () => {
        const box = await page.getByRole('link', { name: names[PAGE + 30], exact: true }).boundingBox();
        return box !== null && box.y > 0 && box.y < 900;
      }, 'it is in the window');
    });

    test('has cards of the same kind on a telephone', async () => {
      const page = await open({ width: 360, height: 740 });
      await scrollToRow(page, PAGE + 5);
      assert.ok((await drawnNames(page)).length < MOST_ROWS);
      assert.equal(await visit.overflow(), 0);
      const gaps = () =>
        page.locator('.list-body > .list-row').evaluateAll((rows) =>
          rows
            .map((row) => row.getBoundingClientRect())
            .map(({ top, bottom }) => [Math.round(top), Math.round(bottom)])
            .filter(([top], index, all) => index > 0 && Math.abs(top - all[index - 1][1]) > 1),
        );
      await comesTo(gaps, [], 'each begins where the one before it ends');
    });

    async function openWithClock() {
      const page = await open();
      await page.clock.install();
      await page.reload();
      await page.locator(ROWS).first().waitFor();
      return page;
    }
  });
}

const IDS = `query Ids { accounts(filter: { search: "zz" }, first: 200) { edges { node { id } } } }`;
const RENAME = `mutation Rename($input: UpdateAccountInput!) { updateAccount(input: $input) { userErrors { message } } }`;

async function rename(world, accountId, name) {
  const { updateAccount } = await world.ask('admin', RENAME, { input: { accountId, name } });
  assert.deepEqual(updateAccount.userErrors, []);
}

/** Nobody's but an administrator's. */
async function createAccounts(world, from) {
  const fields = Array.from({ length: AT_ONCE }, (_, index) => {
    const name = `Zz ${String(from + index).padStart(3, '0')}`;
    const input = `{ name: "${name}", currency: "EUR", permissionRuleId: null, responsibleUserId: null }`;
    return `a${index}: createAccount(input: ${input}) { userErrors { message } }`;
  });
  await sendAll(world, fields);
}

async function deleteAccounts(world, ids) {
  await sendAll(
    world,
    ids.map((id, index) => `a${index}: deleteAccount(input: { accountId: "${id}" }) { userErrors { message } }`),
  );
}

async function sendAll(world, fields) {
  const data = await world.ask('admin', `mutation Many { ${fields.join('\n')} }`);
  for (const { userErrors } of Object.values(data)) assert.deepEqual(userErrors, []);
}

function drawnNames(page) {
  return page.locator(ROWS).allTextContents();
}

/** Until that row is in the window. */
async function scrollToRow(page, row) {
  for (let turns = 0; turns < 200; turns++) {
    const isThere = await page.evaluate((wanted) => {
      const link = document.querySelector(`[data-row="${wanted}"]`)?.getBoundingClientRect();
      return link !== undefined && link.top > 100 && link.bottom < innerHeight - 50;
    }, row);
    if (isThere) return;
    await scrollBy(page, 400);
  }
  throw new Error(`Row ${row} does not come into view`);
}

/** Until the window is filled again: what comes into view is drawn a moment after it came. */
async function scrollBy(page, pixels) {
  await page.evaluate((by) => window.scrollBy(0, by), pixels);
  await page.waitForFunction(() => {
    const end = document.querySelector('.list-body').getBoundingClientRect().bottom;
    const drawn = Math.max(
      ...[...document.querySelectorAll('.list-body > *')].map((row) => row.getBoundingClientRect().bottom),
    );
    return drawn >= Math.min(innerHeight, end) - 1;
  });
}

async function accountAt(page, row) {
  const link = page.locator(`[data-row="${row}"]`);
  return [(await link.getAttribute('href')).split('/').at(-1), await link.textContent()];
}
