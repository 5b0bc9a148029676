import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { answerInstead, operationOf } from '../accounts/list.mjs';

/** What stands around every page: where one is, who one is, and what is said when that changes. */
export function describeShell(world) {
  describe('around every page', () => {
    let visit;
    const open = async (...args) => {
      visit = await world.open(...args);
      return visit;
    };
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });
    const link = (name) => visit.page.getByRole('navigation').first().getByRole('link', { name, exact: true });

    test('another page has the focus at its beginning and its name in the tab', async () => {
      await open('admin');
      await visit.page.waitForFunction(() => document.title === 'Accounts · Distributor portal');
      await link('Resellers').click();
      await visit.page.waitForFunction(() => document.title === 'Resellers · Distributor portal');
      await comesTo(() => link('Resellers').getAttribute('aria-current'), 'page');
      await comesTo(() => link('Accounts').getAttribute('aria-current'), 'false');
      await visit.page.waitForFunction(() => document.activeElement === document.querySelector('main'));
    });

    test('the page of one record has its name in the tab', async () => {
      const { alpha } = world.resellers;
      await open('admin', `/resellers/${alpha.id}`);
      await visit.page.waitForFunction((name) => document.title === `${name} · Distributor portal`, alpha.name);
      await visit.page.goto(new URL(`/accounts/${world.accounts.own}`, world.url).href);
      const name = await visit.page.locator('h1').textContent();
      await visit.page.waitForFunction((own) => document.title === `${own} · Distributor portal`, name);
      await comesTo(() => link('Accounts').getAttribute('aria-current'), 'true');
      await visit.closeWithoutFault();
      await open(`sync-${alpha.id}`);
      await visit.page.waitForFunction((own) => document.title === `${own} · Distributor portal`, alpha.name);
    });

    test('of more tabs than there is room for, that which is shown is in view', async () => {
      await open('admin', `/accounts/${world.accounts.copied}/audit`, { width: 360 });
      const tab = visit.page.locator('.tabs [aria-current="page"]');
      await tab.waitFor();
      await visit.page.waitForFunction(() => {
        const { left, right } = document.querySelector('.tabs [aria-current="page"]').getBoundingClientRect();
        return left >= 0 && right <= window.innerWidth;
      });
      assert.equal(await visit.page.evaluate(() => window.scrollY), 0);
    });

    test('who is there and the words are asked for at once, within the frame', async () => {
      await open('admin', '/nothing');
      let answerViewer;
      const held = new Promise((resolve) => {
        answerViewer = resolve;
      });
      await answerInstead(visit.page, 'Viewer', async (route) => {
        await held;
        await route.continue();
      });
      const words = visit.page.waitForRequest((request) => operationOf(request)?.name === 'PolicyWords');
      await visit.page.reload();
      await words;
      await visit.page.getByRole('banner').waitFor();
      await visit.main.getByRole('status', { name: 'Loading' }).waitFor();
      answerViewer();
      await visit.heading('There is no such page').waitFor();
    });

    test('who goes back is where they were', async () => {
      await open('admin', `/accounts/${world.accounts.copied}`, { height: 420 });
      // What comes above it later would move it.
      await visit.settled();
      await visit.page.waitForLoadState('networkidle');
      // The page notes where one is when it is told that it was scrolled, which comes with the next frame.
      await visit.page.evaluate(async () => {
        document.querySelector('main').style.minHeight = '3000px';
        const told = new Promise((resolve) => {
          window.addEventListener('scroll', resolve, { once: true });
        });
        window.scrollTo(0, 700);
        await told;
      });
      await visit.page.waitForFunction(() => window.scrollY === 700);
      // A click by hand would first bring what it clicks on into the middle.
      await link('Resellers').evaluate((node) => node.click());
      await visit.page.waitForFunction(() => window.scrollY === 0);
      await visit.page.goBack();
      await visit.page.waitForFunction(() => window.scrollY === 700);
    });

    test('an address that leads nowhere is a page that says so', async () => {
      await open('bob', '/nothing/at/all', { width: 360 });
      await visit.heading('There is no such page').waitFor();
      assert.deepEqual([await visit.overflow(), await visit.axe()], [0, []]);
      await visit.page.getByRole('link', { name: 'To the accounts' }).click();
      await visit.heading('Accounts').waitFor();
    });

    test('another language is everywhere at once, and stays', async () => {
      await open('admin', '/nothing');
      await visit.page.getByRole('button', { name: /English/ }).click();
      await visit.page.getByRole('option', { name: 'Deutsch' }).click();
      await visit.heading('Diese Seite gibt es nicht').waitFor();
      await comesTo(() => visit.page.evaluate(() => document.documentElement.lang), 'de');
      await visit.page.reload();
      await visit.heading('Diese Seite gibt es nicht').waitFor();
    });

    for (const width of [1280, 360]) {
      test(`without a network it says so, and when there is one again, ${width} wide`, async () => {
        await open('admin', '/nothing', { width });
        await visit.page.context().setOffline(true);
        const notice = visit.page.getByText('You are offline.');
        await notice.waitFor();
        assert.deepEqual([await visit.overflow(), await visit.axe()], [0, []]);
        await visit.page.context().setOffline(false);
        await notice.waitFor({ state: 'detached' });
      });
    }

    test('a session that ends leaves the page as it is, and the same person goes on there', async () => {
      await open('anna', `/accounts/${world.accounts.own}`);
      const title = await visit.page.locator('h1').textContent();
      await endSession(visit);
      const dialog = visit.page.getByRole('dialog', { name: 'Your session has ended' });
      await dialog.waitFor();
      assert.deepEqual(await visit.axe(), []);
      await visit.page.keyboard.press('Escape');
      assert.ok(await dialog.isVisible());
      await visit.page.unroute('**/graphql');
      await dialog.getByRole('button', { name: 'Go on as anna' }).click();
      await dialog.waitFor({ state: 'detached' });
      await comesTo(() => visit.page.locator('h1').textContent(), title);
      assert.match(visit.page.url(), new RegExp(`${world.accounts.own}$`));
    });

    test('who goes on as somebody else finds nothing of what the person before has seen', async () => {
      const use = () => visit.page.getByRole('button', { name: 'Go on with this token' }).click();
      const paste = async (identity) => visit.page.getByRole('textbox').fill(await world.token(identity));
      await open(null, `/accounts/${world.accounts.own}`);
      await visit.page.getByText('Use a token of your own').click();
      await paste('anna');
      await use();
      await visit.page.locator('.tabs').waitFor();
      const name = await visit.page.locator('h1').textContent();
      await endSession(visit);
      await visit.page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
      await visit.page.unroute('**/graphql');
      let answer;
      const held = new Promise((resolve) => {
        answer = resolve;
      });
      await answerInstead(visit.page, 'AccountStanding', async (route) => {
        await held;
        await route.continue();
      });
      await paste('carla');
      await use();
      await visit.page.locator('.who-name', { hasText: 'carla' }).waitFor();
      await visit.main.getByRole('status', { name: 'Loading' }).waitFor();
      assert.equal(await visit.page.getByText(name).count(), 0);
      answer();
      await visit.page.getByText('There is no such account').waitFor();
    });

    test('a token that is too old when one comes is told, and one goes on at the same address', async () => {
      await open('bob', '/nothing', { expiresIn: -60 });
      await visit.heading('Your session has ended').waitFor();
      assert.deepEqual(await visit.axe(), []);
      await visit.page.getByRole('button', { name: 'Go on as bob' }).click();
      await visit.heading('There is no such page').waitFor();
    });

    test('a part that cannot be loaded says so, and the rest stays', async () => {
      await open('admin');
      await visit.page.route('**/assets/resellers-*.js', (route) => route.abort());
      await link('Resellers').click();
      await visit.page.getByText('This page has stopped working').waitFor();
      assert.deepEqual(await visit.axe(), []);
      await visit.page.unroute('**/assets/resellers-*.js');
      await link('Accounts').click();
      await visit.heading('Accounts').waitFor();
      visit.forgive(/ERR_FAILED|dynamically imported/);
    });
  });
}

/** From now on the gateway takes the token for nobody's; the page asks when it comes to the front again. */
async function endSession({ page }) {
  const errors = [{ message: 'The token has expired.', extensions: { code: 'UNAUTHENTICATED' } }];
  await page.route('**/graphql', (route) => route.fulfill({ json: { data: null, errors } }));
  // TanStack asks again when the page becomes visible, but not for what is younger than two seconds.
  await page.waitForFunction(() => performance.now() > 4_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
}
