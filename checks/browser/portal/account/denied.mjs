import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { KINDS } from './kinds.mjs';
import { openAccount, standingOf } from './page.mjs';

/** All 14 actions of every kind of account: what is denied is seen and says why, what is allowed opens. */
export function describeDenied(world) {
  describe('every action is a button, denied or not', () => {
    const kinds = world.isLong ? Object.keys(KINDS) : ['copied', 'own'];
    const identities = world.isLong ? ['admin', 'anna', 'bob', 'reader'] : ['bob'];
    for (const kind of kinds) {
      for (const identity of identities) {
        test(`${kind}, for ${identity}`, async () => {
          const id = await KINDS[kind](world);
          const { permissions } = await standingOf(world, identity, id);
          assert.equal(permissions.length, 14);
          const visit = await openAccount(world, identity, id);
          assert.equal(await visit.page.locator('.action-bar button').count(), 14);
          for (const { label, allowed, message } of permissions) {
            if (!allowed) await isDenied(visit, label, message);
            else await opens(visit, label);
          }
          await tellsByKeys(visit, permissions);
          await visit.closeWithoutFault();
          await tellsByTouch(world, identity, id, permissions);
        });
      }
    }
  });
}

/** The reason comes with the mouse, and pressing does nothing. */
async function isDenied(visit, label, message) {
  const button = visit.action(label);
  assert.equal(await button.getAttribute('aria-disabled'), 'true', label);
  assert.equal(
    await button.evaluate((node) => document.getElementById(node.getAttribute('aria-describedby')).textContent),
    message,
  );
  await visit.leaves();
  await button.hover();
  await visit.sees(message);
  // Forced: for the driver, too, it cannot be pressed.
  await button.click({ force: true });
  await visit.noDialog();
}

async function opens(visit, label) {
  const { page } = visit;
  const before = page.url();
  assert.equal(await visit.action(label).getAttribute('aria-disabled'), null, label);
  await visit.action(label).click();
  await page.waitForFunction(
    (url) => document.querySelector('[role="dialog"]') !== null || location.href !== url,
    before,
  );
  if (page.url() !== before) {
    await page.goBack();
    await page.waitForURL(before);
    return;
  }
  await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]'));
  await page.keyboard.press('Escape');
  await visit.dialog.waitFor({ state: 'detached' });
  await visit.getsFocus(visit.action(label), label);
}

/** Every button is reached by Tab, and one that is denied says why and does nothing on Enter and the space bar. */
async function tellsByKeys(visit, permissions) {
  const { page } = visit;
  await page.mouse.move(1, 1);
  await page.locator('.action-bar').evaluate((bar) => {
    bar.tabIndex = -1;
    bar.focus();
  });
  const told = new Set();
  for (let presses = 0; presses < permissions.length; presses++) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => document.activeElement.textContent);
    const { allowed, message } = permissions.find((one) => one.label === label);
    told.add(label);
    if (allowed) continue;
    await visit.sees(message);
    await page.keyboard.press('Enter');
    await page.keyboard.press(' ');
    await visit.noDialog();
  }
  assert.equal(told.size, permissions.length);
}

async function tellsByTouch(world, identity, id, permissions) {
  const visit = await openAccount(world, identity, id, { hasTouch: true, isMobile: true, width: 390, height: 844 });
  for (const { label, allowed, message } of permissions) {
    if (allowed) continue;
    await visit.tapsAway();
    await visit.action(label).tap({ force: true });
    await visit.sees(message);
    await visit.noDialog();
  }
  await visit.closeWithoutFault();
}
