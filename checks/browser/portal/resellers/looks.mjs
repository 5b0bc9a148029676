import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';

/** Each part in each look: nothing is in the way of anybody, and nothing is wider than the window. */
export function describeResellersLooks(world) {
  describe('the looks of resellers', () => {
    let visit;
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    const LOOKS = [
      { width: 360, scheme: 'dark', locale: 'de-DE' },
      ...(world.isLong
        ? [
            { width: 360, scheme: 'light', locale: 'en-GB' },
            { width: 1280, scheme: 'light', locale: 'de-DE' },
            { width: 1280, scheme: 'dark', locale: 'en-GB' },
          ]
        : []),
    ];
    const parts = () => {
      const base = `/resellers/${world.resellers.alpha.id}`;
      return ['', '/go-live', '/customers', '/sync', '/prices'].map((part) => base + part);
    };
    const sees = () => ['/', `/customers/${world.accounts.copied}`, '/sync', '/services'];

    for (const look of LOOKS) {
      const name = `${look.width} px, ${look.scheme}, ${look.locale}`;
      test(`for an administrator at ${name}`, async () => {
        await lookAt('admin', ['/resellers', ...parts()], look);
      });
      test(`for a sync at ${name}`, async () => {
        await lookAt(`sync-${world.resellers.alpha.id}`, sees(), look);
      });
      if (!world.isLong) continue;
      test(`for who may see less at ${name}`, async () => {
        await lookAt('bob', ['/resellers', ...parts()], look);
      });
    }

    async function lookAt(identity, paths, look) {
      visit = await world.open(identity, paths[0], look);
      for (const path of paths) {
        await visit.page.goto(new URL(path, world.url).href);
        await visit.page.locator('h1').first().waitFor();
        await visit.page.locator('h2, tbody tr, .empty').first().waitFor();
        await visit.settled();
        assert.deepEqual(await visit.axe(), [], path);
        assert.equal(await visit.overflow(), 0, path);
      }
    }
  });
}
