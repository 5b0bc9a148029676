import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { answerInstead, listed, shown, waitForNames } from './list.mjs';

const LOOKS = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
];
const DELETE =
  'mutation Delete($input: AccountReferenceInput!) { deleteAccount(input: $input) { userErrors { code } } }';
const EDIT = `mutation Unassign($input: UpdateAccountInput!) { updateAccount(input: $input) { userErrors { code } } }`;
const ROWS = '.list-body [data-row]';

/** The list of accounts in every state, for every eye and by keyboard alone. */
export function describeAccountsStates(world) {
  describe('the list of accounts', () => {
    let visit;
    const open = async (identity, path, options) => {
      visit = await world.open(identity, path, options);
      return visit.page;
    };
    /** Nothing of it is wider than the window, and axe-core finds nothing. */
    const isSound = async (what) => {
      assert.deepEqual(await visit.axe(), [], what);
      assert.equal(await visit.overflow(), 0, what);
    };
    /** The browser itself complains of answers that failed. */
    const forgiveFailedAnswers = () => {
      const others = visit.complaints.filter((text) => !text.startsWith('Failed to load resource'));
      visit.complaints.splice(0, visit.complaints.length, ...others);
    };
    // A copy without a responsible user has a warning.
    const assign = async (responsibleUserId) => {
      const input = { accountId: world.accounts.moved, responsibleUserId };
      assert.deepEqual((await world.ask('admin', EDIT, { input })).updateAccount.userErrors, []);
    };
    before(() => assign(null));
    after(() => assign('anna'));
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    // The first and the last every day.
    for (const look of world.isLong ? LOOKS : [LOOKS[0], LOOKS[3]]) {
      const name = `${look.width} pixels, ${look.scheme}`;
      test(`is sound, at ${name}`, async () => {
        const page = await open('admin', '/?managed=managed&q=bl', { until: ROWS, ...look });
        await isSound('found');
        if (look.width === 360) {
          await page.getByRole('button', { name: 'Filters 1 in use' }).click();
          await page.getByRole('dialog', { name: 'Filters' }).waitFor();
          await isSound('the dialog of filters');
        }
        await page.getByRole('button', { name: 'Status' }).click();
        await page.getByRole('option', { name: 'Deleted' }).waitFor();
        await isSound('a list to choose from');
      });

      test(`is sound where there is nothing, at ${name}`, async () => {
        const page = await open('admin', '/?q=nobodyiscalledthis', look);
        await page.getByText('No account fits').waitFor();
        await isSound('nothing found');
        await page.getByRole('button', { name: 'Clear search and filters' }).click();
        await page.locator(ROWS).first().waitFor();
        await comesTo(() => new URL(page.url()).search, '');
      });

      test(`is sound while it comes and when it does not, at ${name}`, async () => {
        const page = await open('admin', '/resellers', look);
        let answer;
        const held = new Promise((resolve) => {
          answer = resolve;
        });
        await answerInstead(page, 'AccountList', async (route) => {
          await held;
          await route.fulfill({ status: 500, json: { errors: [{ message: 'Something broke' }] } });
        });
        await page.getByRole('link', { name: 'Accounts' }).click();
        await page.getByRole('status', { name: 'Loading' }).waitFor();
        await isSound('loading');
        answer();
        await page.getByRole('button', { name: 'Try again' }).waitFor();
        await isSound('failed');
        await page.unrouteAll();
        await page.getByRole('button', { name: 'Try again' }).click();
        await page.locator(ROWS).first().waitFor();
        forgiveFailedAnswers();
      });
    }

    test('says what it means that one has no account at all', async () => {
      const page = await open('carla');
      await page.getByText('No account is here for you yet').waitFor();
      await page.getByText('a sharing rule opens to you').waitFor();
      await page.getByText('No accounts', { exact: true }).waitFor();
      await isSound('no account');
    });

    test('stays without a connection, and says so; it says too what could not be had', async () => {
      const page = await open('admin', '/', { until: ROWS });
      await page.clock.install();
      await page.reload();
      await page.locator(ROWS).first().waitFor();
      await visit.settled();
      const before = await shown(page);
      const offline = page.getByText('cannot be kept up to date just now');
      await page.context().setOffline(true);
      await visit.later(16_000);
      await offline.waitFor();
      await isSound('offline');
      assert.deepEqual(await shown(page), before);
      await page.context().setOffline(false);
      await visit.later(16_000);
      await offline.waitFor({ state: 'detached' });
      const errors = [{ message: 'One of them is late', path: ['accounts', 'edges', 0, 'node', 'name'] }];
      await answerInstead(page, 'AccountList', async (route) => {
        const { data } = await (await route.fetch()).json();
        data.accounts.edges[0].node.name = null;
        await route.fulfill({ json: { data, errors } });
      });
      await visit.later(16_000);
      await page.getByText('Not everything could be answered').waitFor();
      await isSound('partly answered');
      await page.unrouteAll({ behavior: 'wait' });
      forgiveFailedAnswers();
    });

    test('is led through by the keyboard alone', async () => {
      const page = await open('bob', '/', { until: ROWS });
      await page.keyboard.press('/');
      await page.keyboard.type('wang');
      await waitForNames(page, ['Wang Delikatessen']);
      await page.keyboard.press('Escape');
      await waitForNames(page, await listed(world, 'bob'));
      await tabTo(page, (await shown(page))[0]);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      const name = (await shown(page))[1];
      await comesTo(() => focusedText(page), name);
      await page.keyboard.press('Enter');
      await visit.heading(name).waitFor();
    });

    test('each warning says what it means, on focus too; so does a moment', async () => {
      const page = await open('admin', '/?drift=yes', { until: ROWS });
      await page.locator('.drift-badge').first().focus();
      await page.keyboard.press('Shift+Tab');
      await seesTip(page, '\\d{4}');
      await page.keyboard.press('Tab');
      await seesTip(page, 'Nobody is responsible');
    });

    test('a new account is made by whom the server lets, and refused beside its fields', async () => {
      await open('bob', '/', { until: ROWS });
      assert.equal(await visit.page.getByRole('button', { name: 'Create account' }).count(), 0);
      await visit.closeWithoutFault();
      const page = await open('admin', '/', { until: ROWS });
      await page.getByRole('button', { name: 'Create account' }).click();
      const dialog = page.getByRole('dialog', { name: 'Create account' });
      await dialog.getByLabel('Currency').fill('nothing');
      await dialog.getByRole('button', { name: 'Create account' }).click();
      await dialog.locator('.field-error').nth(1).waitFor();
      await isSound('refused');
      await dialog.getByLabel('Name', { exact: true }).fill('Zum Testen');
      await dialog.getByLabel('Currency').fill('eur');
      await dialog.getByRole('button', { name: 'Create account' }).click();
      await visit.heading('Zum Testen').waitFor();
      assert.ok((await listed(world, 'admin')).includes('Zum Testen'));
      // The other tests find the world as it was.
      const input = { accountId: new URL(page.url()).pathname.split('/').at(-1) };
      const { deleteAccount } = await world.ask('admin', DELETE, { input });
      assert.deepEqual(deleteAccount.userErrors, []);
    });
  });
}

async function tabTo(page, text) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if ((await focusedText(page)) === text) return;
  }
  throw new Error(`No key leads to "${text}"`);
}

/** Until one sentence is told, of this form: the one before it goes a moment later than it comes. */
function seesTip(page, form) {
  return page.waitForFunction((wanted) => {
    const told = [...document.querySelectorAll('[role="tooltip"]')].map(({ textContent }) => textContent);
    return told.length === 1 && new RegExp(wanted).test(told[0]);
  }, form);
}

function focusedText(page) {
  return page.evaluate(() => document.activeElement?.textContent);
}
