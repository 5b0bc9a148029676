import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { makeGoingLive } from './world.mjs';

const STATE = `query ($id: ID!) { tenantReseller(id: $id) {
  backOrderingActive goLivePlan { ready } customers { edges { node { id managedByReseller { sourceAccountId }
  subscriptions { edges { node { sourceSubscriptionId } } } } } } } }`;

/** From a reseller that is not live to one that is, without another tool. */
export function describeGoingLive(world) {
  describe('going live', () => {
    let visit;
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });
    const stateOf = async ({ id }) => (await world.ask('admin', STATE, { id })).tenantReseller;

    test('is refused with the account that is missing; transferred, it succeeds', async () => {
      const made = await makeGoingLive(world, 'Delta');
      visit = await world.open('admin', `/resellers/${made.id}/go-live`);
      const { page } = visit;
      const dialog = page.getByRole('dialog');
      await page.getByRole('heading', { name: /^Delta is not ready/ }).waitFor();
      await page.getByRole('button', { name: 'Activate back-ordering' }).click();
      await dialog.getByRole('button', { name: 'Activate back-ordering' }).click();
      await dialog.getByRole('alert').getByText(made.accountName).waitFor();
      assert.equal((await stateOf(made)).backOrderingActive, false);
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: `Transfer ${made.accountName}` }).click();
      await dialog.getByRole('textbox').first().waitFor();
      await dialog.getByRole('button', { name: 'Check first' }).click();
      // Both fields are empty, and each says so.
      await dialog.locator('.field-error').nth(1).waitFor();
      await dialog.getByRole('textbox').nth(0).fill('delta-1');
      await dialog.getByRole('textbox').nth(1).fill('delta-1-seats');
      await dialog.getByRole('button', { name: 'Check first' }).click();
      await dialog.getByText('Nothing is changed yet.').waitFor();
      for (const text of ['Delta', 'delta-1', 'delta-1-seats']) {
        await dialog.locator('.reseller-change strong', { hasText: text }).first().waitFor();
      }
      assert.deepEqual((await stateOf(made)).customers.edges, []);
      if (world.isLong) {
        // What the component library tells of a button that was busy names what is gone by now; it takes it back in seconds.
        await page.waitForFunction(() => document.querySelector('[data-live-announcer] [role="img"]') === null);
        assert.deepEqual(await visit.axe(), []);
      }

      await dialog.getByRole('button', { name: 'Transfer', exact: true }).click();
      await page.getByRole('status').getByText(`Transferred: ${made.accountName}.`).waitFor();
      const { customers } = await stateOf(made);
      assert.deepEqual(
        customers.edges.map(({ node }) => node),
        [
          {
            id: made.accountId,
            managedByReseller: { sourceAccountId: 'delta-1' },
            subscriptions: { edges: [{ node: { sourceSubscriptionId: 'delta-1-seats' } }] },
          },
        ],
      );
      await page.getByRole('heading', { name: 'Delta is ready to go live.' }).waitFor();
      await page.getByRole('button', { name: 'Activate back-ordering' }).click();
      await dialog.getByRole('button', { name: 'Activate back-ordering' }).click();
      await page.getByRole('status').getByText('Back-ordering of Delta is active.').waitFor();
      await page.getByRole('heading', { name: 'Delta is live.' }).waitFor();
      await comesTo(() => page.getByRole('button', { name: 'Activate back-ordering' }).count(), 0);
      assert.equal((await stateOf(made)).backOrderingActive, true);
    });

    test('needs nothing but a keyboard', async () => {
      const made = await makeGoingLive(world, 'Epsilon');
      visit = await world.open('admin', `/resellers/${made.id}/go-live`);
      const { page } = visit;
      const transfer = page.getByRole('button', { name: `Transfer ${made.accountName}` });
      await transfer.waitFor();
      await tabTo(page, transfer);
      await page.keyboard.press('Enter');
      // The first field has the focus already.
      const fields = page.getByRole('dialog').getByRole('textbox');
      await fields.first().waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
      await page.keyboard.type('epsilon-1');
      await page.keyboard.press('Tab');
      await page.keyboard.type('epsilon-1-seats');
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText(`Transferred: ${made.accountName}.`).waitFor();
      const activate = page.getByRole('button', { name: 'Activate back-ordering' });
      await page.getByRole('heading', { name: 'Epsilon is ready to go live.' }).waitFor();
      await tabTo(page, activate);
      await page.keyboard.press('Enter');
      const confirm = page.getByRole('dialog').getByRole('button', { name: 'Activate back-ordering' });
      await confirm.waitFor();
      await tabTo(page, confirm);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Epsilon is live.' }).waitFor();
      // Who was there is told, though what was pressed is gone.
      await page.waitForFunction(() => document.activeElement?.textContent === 'Back-ordering of Epsilon is active.');
      assert.equal((await stateOf(made)).backOrderingActive, true);
    });
  });
}

/** By the Tab key alone, from wherever the focus is. */
async function tabTo(page, target) {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail('The Tab key does not lead there');
}
