import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { createOwn, KINDS } from './kinds.mjs';
import { openAccount, standingOf } from './page.mjs';

const WINDOWS = [
  ['a light window of 1280 pixels', { width: 1280, height: 900, scheme: 'light' }],
  ['a dark telephone of 360 pixels', { width: 360, height: 740, scheme: 'dark' }],
];
const EVERY_WINDOW = [1280, 360].flatMap((width) =>
  ['light', 'dark'].map((scheme) => [`a ${scheme} window of ${width} pixels`, { width, height: 800, scheme }]),
);

/** Every kind of account and every dialog: nothing for axe-core to find, and no wider than its window. */
export function describeLooks(world) {
  describe('the page of an account is accessible and as wide as its window', () => {
    for (const [name, window] of world.isLong ? EVERY_WINDOW : WINDOWS) {
      test(name, async () => {
        for (const kind of world.isLong ? Object.keys(KINDS) : ['copied']) {
          const visit = await openAccount(world, 'anna', world.accounts[kind] ?? (await KINDS[kind](world)), window);
          await visit.page.locator('main [data-field]').first().waitFor();
          await isWell(visit, kind);
          await visit.page.locator('.padlock, [aria-disabled]').first().focus();
          await visit.page.getByRole('tooltip').waitFor();
          await isWell(visit, `${kind}, with a reason`);
          await visit.closeWithoutFault();
        }
      });

      test(`the dialogs in ${name}`, async () => {
        const { id } = await createOwn(world);
        const { permissions } = await standingOf(world, 'anna', id);
        const visit = await openAccount(world, 'anna', id, window);
        const opened = permissions.filter(({ allowed, action }) => allowed && action !== 'VIEW_PENDING_INVOICES');
        for (const { label } of world.isLong
          ? opened
          : opened.filter(({ label }) => /^(Edit|Create offer)$/.test(label))) {
          await visit.action(label).click();
          await visit.dialog.locator('button[type="submit"]').waitFor();
          await visit.settled();
          await isWell(visit, label);
          await visit.page.keyboard.press('Escape');
          await visit.dialog.waitFor({ state: 'detached' });
        }
        await visit.closeWithoutFault();
      });
    }

    test('its actions stay within their card in every width, in German', async () => {
      const visit = await openAccount(world, 'anna', world.accounts.own, { locale: 'de-DE' });
      for (const width of [1280, 1024, 768, 360]) {
        await visit.page.setViewportSize({ width, height: 900 });
        const outside = () =>
          visit.page.locator('.action-bar').evaluate((card) => {
            const { left, right } = card.getBoundingClientRect();
            return [...card.querySelectorAll('button')]
              .filter((button) => {
                const at = button.getBoundingClientRect();
                return at.left < left || at.right > right || button.scrollWidth > button.clientWidth;
              })
              .map(({ textContent }) => textContent);
          });
        await comesTo(async () => [await outside(), await visit.overflow()], [[], 0], `${width} pixels`);
      }
      await visit.closeWithoutFault();
    });

    test('a core system that is gone is told of, and everything else is there', async () => {
      const visit = await world.open('anna', '/', {});
      await visit.page.route('**/graphql', async (route) => {
        if (!route.request().postData().includes('AccountCore')) return route.continue();
        const errors = [{ message: 'gone', path: ['account', 'industry'] }];
        return route.fulfill({
          json: { data: { account: { id: world.accounts.own, industry: null, website: null } }, errors },
        });
      });
      await visit.page.goto(new URL(`/accounts/${world.accounts.own}`, world.url).href);
      await visit.page.getByText('The core system does not answer just now').waitFor();
      await visit.page.locator('[data-field="NAME"]').getByText('Königlich Essen').waitFor();
      assert.deepEqual(await visit.axe(), []);
      await visit.closeWithoutFault();
    });
  });
}

async function isWell(visit, state) {
  assert.deepEqual(await visit.axe(), [], state);
  assert.ok((await visit.overflow()) <= 0, `${state} is wider than its window`);
}
