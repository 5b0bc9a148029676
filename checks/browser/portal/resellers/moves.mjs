import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { day } from '../days.mjs';

const MANAGED = `query ($id: ID!) { account(id: $id) { managedByReseller {
  sourceAccountId reseller { name } moveTo { name } } } }`;

/** Customers that go from one reseller to another. */
export function describeResellersMoves(world) {
  describe("moves of a reseller's customers", () => {
    let visit;
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });
    const managed = async ({ id }) => (await world.ask('admin', MANAGED, { id })).account.managedByReseller;
    // Nothing of it has begun, also when a midnight is near, so that nothing is to be invoiced first.
    const copy = async (sourceAccountId, name) => {
      const paid = { sourceSubscriptionId: `${sourceAccountId}-1`, sku: 'SEATS', quantity: 1 };
      const { account } = await world.sync(world.resellers.alpha, { sourceAccountId, name }, [
        { ...paid, billingPeriod: 'MONTHLY', startDate: day(1) },
      ]);
      return account;
    };

    test('are announced, withdrawn and completed, each customer for itself', async () => {
      const { alpha, gamma } = world.resellers;
      const [goes, stays] = [await copy('CHOPS', 'Chop-suey Chinese'), await copy('DRACD', 'Drachenblut')];
      visit = await world.open('admin', `/resellers/${alpha.id}/customers`);
      const { page, main } = visit;
      const dialog = page.getByRole('dialog');
      const choose = async (...customers) => {
        for (const { id } of customers) await main.locator(`[data-account="${id}"] .row-choice`).click();
      };
      const step = async (name) => {
        await page.getByRole('button', { name, exact: true }).click();
        await dialog.getByRole('button', { name, exact: true }).waitFor();
      };
      const confirm = async (name) => {
        await dialog.getByRole('button', { name, exact: true }).click();
        await page.getByRole('status').getByText(`${name}: `).waitFor();
      };

      const announce = page.getByRole('button', { name: 'Announce move' });
      await main.locator(`[data-account="${goes.id}"]`).waitFor();
      assert.equal(await announce.getAttribute('aria-disabled'), 'true', 'nobody is chosen');
      await choose(goes, stays);
      await step('Announce move');
      await dialog.getByRole('button', { name: /New tenant reseller/ }).click();
      await page.getByRole('option', { name: gamma.name, exact: true }).click();
      // One of them without what it is called there.
      await dialog.getByRole('textbox').nth(0).fill('G-CHOPS');
      await dialog.getByRole('button', { name: 'Check first' }).click();
      await dialog.locator('.field-error').waitFor();
      await dialog.locator('.reseller-change strong', { hasText: 'G-CHOPS' }).waitFor();
      await dialog.locator('.reseller-change strong', { hasText: gamma.name }).waitFor();
      assert.equal((await managed(goes)).moveTo, null);
      await dialog.getByRole('textbox').nth(1).fill('G-DRACD');
      await confirm('Announce move');
      for (const customer of [goes, stays]) {
        await main.locator(`[data-account="${customer.id}"]`).getByText(`Moves to ${gamma.name}`).waitFor();
        assert.deepEqual((await managed(customer)).moveTo, { name: gamma.name });
      }

      await choose(stays);
      await step('Withdraw move');
      await confirm('Withdraw move');
      assert.equal((await managed(stays)).moveTo, null);

      await choose(goes, stays);
      await step('Complete move');
      await dialog.getByRole('button', { name: 'Complete move', exact: true }).click();
      // What was not announced any more is refused, and the other is done.
      await dialog.getByText(/^Done: Chop-suey Chinese\./).waitFor();
      await dialog.getByRole('alert').waitFor();
      await page.keyboard.press('Escape');
      await main.locator(`[data-account="${goes.id}"]`).waitFor({ state: 'detached' });
      const { sourceAccountId, reseller } = await managed(goes);
      assert.deepEqual({ sourceAccountId, reseller }, { sourceAccountId: 'G-CHOPS', reseller: { name: gamma.name } });
      assert.equal((await managed(stays)).reseller.name, alpha.name);
    });

    test('are not for who is no administrator, and say so', async () => {
      visit = await world.open('bob', `/resellers/${world.resellers.alpha.id}/customers`);
      await visit.main.locator('tbody tr').first().waitFor();
      await visit.page.getByRole('button', { name: 'Complete move' }).click({ force: true });
      await visit.page.getByRole('tooltip').getByText('Only for administrators of the distributor.').waitFor();
      assert.equal(await visit.main.getByRole('checkbox').count(), 0);
    });
  });
}
