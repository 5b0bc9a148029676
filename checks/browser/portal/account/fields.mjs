import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { KINDS } from './kinds.mjs';
import { openAccount, standingOf } from './page.mjs';

/** The 14 fields: a padlock with its reason beside each that is locked, and none beside any other. */
export function describeFields(world) {
  describe('every field is shown, with a padlock where it is locked', () => {
    for (const kind of world.isLong ? Object.keys(KINDS) : ['copied']) {
      for (const identity of world.isLong ? ['admin', 'anna', 'bob'] : ['bob']) {
        test(`${kind}, for ${identity}`, async () => {
          const id = await KINDS[kind](world);
          const { fields } = await standingOf(world, identity, id);
          assert.equal(fields.length, 14);
          const visit = await openAccount(world, identity, id);
          await visit.page.locator('main [data-field]').first().waitFor();
          await comesTo(() => visit.page.locator('main [data-field]').count(), 14);
          for (const one of fields) await showsLock(visit, one);
          await visit.closeWithoutFault();
          const touched = await openAccount(world, identity, id, {
            hasTouch: true,
            isMobile: true,
            width: 390,
            height: 844,
          });
          for (const { field, lock } of fields.filter((one) => one.lock !== null)) {
            await touched.tapsAway();
            await touched.field(field).locator('.padlock').tap();
            await touched.sees(lock);
          }
          await touched.closeWithoutFault();
        });
      }
    }

    test('by keys, what comes into view with the focus says its reason too', async () => {
      const { fields } = await standingOf(world, 'bob', world.accounts.copied);
      const locked = fields.filter(({ lock }) => lock !== null);
      const visit = await openAccount(world, 'bob', world.accounts.copied, { height: 300 });
      await comesTo(() => visit.page.locator('main .padlock').count(), locked.length);
      const scrolled = [];
      for (const { field, lock } of locked) {
        const padlock = visit.field(field).locator('.padlock');
        // From the place before it, with the padlock itself below the window.
        const before = await padlock.evaluate(async (node) => {
          node.parentElement.tabIndex = -1;
          node.parentElement.focus({ preventScroll: true });
          window.scrollTo(0, window.scrollY + node.getBoundingClientRect().top - window.innerHeight - 20);
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          return window.scrollY;
        });
        await visit.page.keyboard.press('Tab');
        await visit.getsFocus(padlock, field);
        await visit.page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
        await visit.sees(lock);
        scrolled.push((await visit.page.evaluate(() => window.scrollY)) !== before);
        await visit.page.keyboard.press('Escape');
        await padlock.blur();
        await visit.leaves();
      }
      assert.ok(scrolled.some(Boolean), 'some were out of view');
      await visit.closeWithoutFault();
    });

    test('what is locked for everybody is locked, and what is free is free', async () => {
      const managed = await standingOf(world, 'admin', world.accounts.copied);
      const own = await standingOf(world, 'admin', world.accounts.own);
      assert.equal(managed.fields.filter(({ lock }) => lock !== null).length, 9);
      assert.equal(own.fields.filter(({ lock }) => lock !== null).length, 0);
    });
  });
}

async function showsLock(visit, { field, label, lock }) {
  const place = visit.field(field);
  assert.ok((await place.textContent()).startsWith(label), `${field} is called ${label}`);
  const padlock = place.locator('.padlock');
  assert.equal(await padlock.count(), lock === null ? 0 : 1, field);
  if (lock === null) return;
  await visit.leaves();
  await padlock.hover();
  await visit.sees(lock);
  await visit.leaves();
  // By keys: from the place before it.
  await padlock.evaluate((node) => {
    node.parentElement.tabIndex = -1;
    node.parentElement.focus();
  });
  await visit.page.keyboard.press('Tab');
  await visit.getsFocus(padlock, field);
  await visit.sees(lock);
  await visit.page.keyboard.press('Escape');
  await padlock.blur();
}
