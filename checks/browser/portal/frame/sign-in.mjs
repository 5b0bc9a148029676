import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';

const TITLE = 'Your accounts, whoever manages them';
const WINDOWS = [
  { width: 1280, scheme: 'light' },
  { width: 360, scheme: 'dark', locale: 'de-DE' },
];

/** How people come in, and whom they come in as. */
export function describeSignIn(world) {
  describe('signing in', () => {
    let visit;
    const open = async (...args) => {
      visit = await world.open(...args);
      return visit;
    };
    // Whatever was done: nothing was asked of others, no token stood in an address, and nothing went wrong.
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    for (const window of WINDOWS) {
      test(`the page where one signs in, ${window.width} wide and ${window.scheme}`, async () => {
        await open(null, '/', window);
        await visit.page.locator('.identity').first().waitFor();
        await comesTo(() => visit.page.locator('.identity').count(), 7);
        assert.deepEqual([await visit.overflow(), await visit.axe()], [0, []]);
        await visit.page.locator('summary').click();
        await visit.page.getByRole('textbox').waitFor();
        assert.deepEqual([await visit.overflow(), await visit.axe()], [0, []]);
      });
    }

    for (const name of world.isLong ? ['Admin', 'Anna', 'Bob', 'Carla'] : ['Carla']) {
      test(`${name} comes to the page that was asked for, by keys alone`, async () => {
        await open(null, '/nothing');
        const button = visit.page.getByRole('button', { name: new RegExp(`^${name}`) });
        await button.focus();
        await visit.page.keyboard.press('Enter');
        await visit.heading('There is no such page').waitFor();
        await comesTo(() => visit.page.locator('.who-name').textContent(), name);
        await visit.page.getByRole('button', { name: 'Sign out' }).click();
        await visit.heading(TITLE).waitFor();
        await visit.page.reload();
        await visit.heading(TITLE).waitFor();
      });
    }

    test('where the browser keeps nothing for the page one comes in all the same, and until it is loaded again', async () => {
      await open(null);
      await visit.page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException('Denied', 'SecurityError');
            },
          });
        }
      });
      await visit.page.reload();
      await visit.page.getByRole('button', { name: /^Admin/ }).click();
      await visit.heading('Accounts').waitFor();
      await visit.page.reload();
      await visit.heading(TITLE).waitFor();
    });

    test("what a reseller's sync would see is none of the distributor's pages", async () => {
      await open(null);
      const group = visit.page.getByRole('region', { name: 'What a reseller’s sync would see' });
      await group.getByRole('button').first().click();
      await visit.page.locator('.who-name').waitFor();
      assert.equal(await visit.page.getByRole('link', { name: 'Resellers' }).count(), 0);
    });

    test('a token goes on too, as it is printed or as a header has it', async () => {
      await open(null, '/nothing');
      await visit.page.getByText('Use a token of your own').click();
      const use = visit.page.getByRole('button', { name: 'Go on with this token' });
      await use.click();
      await visit.page.getByText('Paste a token first.').waitFor();
      const token = await world.token('bob');
      await visit.page.getByRole('textbox').fill(`Authorization: Bearer ${token.slice(0, 80)}\n${token.slice(80)}\n`);
      await use.click();
      await visit.heading('There is no such page').waitFor();
      await comesTo(() => visit.page.locator('.who-name').textContent(), 'bob');
    });

    test('where it cannot be told who one may be, it says so, and tries again', async () => {
      await open(null);
      await visit.page.route('**/identities', (route) => route.abort());
      await visit.page.reload();
      await visit.page.getByText('No connection').waitFor();
      assert.deepEqual(await visit.axe(), []);
      await visit.page.unroute('**/identities');
      await visit.page.getByRole('button', { name: 'Try again' }).click();
      await visit.page.locator('.identity').first().waitFor();
      visit.forgive(/ERR_FAILED/);
    });

    test('an identity that is gone is said to be, and the others stay', async () => {
      await open(null);
      await visit.page.route('**/identities/admin', (route) => route.fulfill({ status: 404, body: '{}' }));
      await visit.page.getByRole('button', { name: /^Admin/ }).click();
      await visit.page.getByRole('alert').getByText('That did not work').waitFor();
      await visit.page.getByRole('button', { name: /^Anna/ }).click();
      await visit.page.locator('.who-name').waitFor();
      visit.forgive(/404/);
    });
  });
}
