import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { copy, createOwn, transfer } from './kinds.mjs';
import { openAccount, standingOf } from './page.mjs';

const RENAME = `mutation Rename($input: UpdateTenantResellerInput!) { updateTenantReseller(input: $input) {
  userErrors { message } } }`;

/** What happens to an account while its page is open. */
export function describeLive(world) {
  describe('a change that arrives meanwhile shows without a reload', () => {
    test("what the reseller's sync sends, within 15 seconds", async () => {
      const { id, customer } = await copy(world);
      const visit = await openAccount(world, 'anna', id);
      await visit.withClock();
      const name = `Bon app renamed ${randomUUID().slice(0, 8)}`;
      await world.sync(world.resellers.alpha, { ...customer, name, status: 'SUSPENDED' });
      await visit.within(35_000, async () => {
        await visit.later(15_000);
        await visit.heading(name).waitFor();
      });
      await visit.page.locator('.account-title').getByText('Suspended').waitFor();
      await visit.field('STATUS').getByText('Suspended').waitFor();
      await world.sync.delete(world.resellers.alpha, customer.sourceAccountId);
      await visit.later(15_000);
      await visit.page.locator('.action-bar [aria-disabled="true"]', { hasText: 'Edit' }).waitFor();
      await visit.closeWithoutFault();
    });

    test('a reseller that is called otherwise, in the very words of the server', async () => {
      const { alpha } = world.resellers;
      const { id } = await copy(world);
      const visit = await openAccount(world, 'anna', id);
      await visit.withClock();
      const ribbon = visit.page.locator('main > .ribbon');
      assert.equal(await ribbon.textContent(), 'This account is managed by Alpha Tenant Reseller');
      const rename = async (name) => world.ask('admin', RENAME, { input: { tenantResellerId: alpha.id, name } });
      await rename('Alpha & Sons');
      try {
        await visit.later(15_000);
        await ribbon.getByText('This account is managed by Alpha & Sons Tenant Reseller', { exact: true }).waitFor();
      } finally {
        await rename('Alpha');
      }
      await visit.closeWithoutFault();
    });

    test('a transfer, once one looks at the page again: locks come, and what may be done goes', async () => {
      const { id, subscriptionId } = await createOwn(world, { billToId: world.resellers.alpha.accountId });
      const visit = await openAccount(world, 'anna', id);
      await visit.withClock();
      const button = visit.action('Delete');
      assert.equal(await button.getAttribute('aria-disabled'), null);
      assert.equal(await visit.field('NAME').locator('.padlock').count(), 0);
      await button.focus();
      await transfer(world, id, subscriptionId);
      // Longer than what was answered counts as fresh, and shorter than it is asked for again.
      await visit.later(5_000);
      await visit.comesBack();
      await visit.field('NAME').locator('.padlock').waitFor();
      const { permissions } = await standingOf(world, 'anna', id);
      const { message } = permissions.find(({ action }) => action === 'DELETE');
      await comesTo(() => button.getAttribute('aria-disabled'), 'true');
      await visit.getsFocus(button, 'the button, as before,');
      await visit.leaves();
      await button.hover();
      await visit.sees(message);
      await visit.closeWithoutFault();
    });
  });
}
