import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { comesTo } from '../../comes-to.mjs';
import { labelsOf } from './world.mjs';

const RESELLERS = `{ tenantResellers(first: 200) { edges { node {
  id name status backOrderingActive currency separateInvoices account { name } customers(first: 0) { totalCount }
  syncHealth { openProblems refusedLastDay } } } } }`;

/** The list of resellers, and what is changed of one. */
export function describeResellersList(world) {
  describe('resellers', () => {
    let visit;
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    for (const identity of ['admin', 'bob']) {
      test(`the list is what the server says to ${identity}`, async () => {
        visit = await world.open(identity, '/resellers');
        const row = visit.main.locator('tbody tr');
        await row.first().waitFor();
        const { tenantResellers } = await world.ask(identity, RESELLERS);
        const labels = await labelsOf(world, 'TenantResellerStatus');
        const expected = tenantResellers.edges.map(({ node }) => [
          node.name,
          labels[node.status],
          node.backOrderingActive ? 'On' : 'Not yet',
          node.currency,
          node.separateInvoices ? 'Yes' : 'No',
          String(node.customers.totalCount),
          node.account.name ?? 'Not visible to you',
        ]);
        const shown = () =>
          row.evaluateAll((rows) =>
            rows.map((one) => [...one.children].slice(0, 7).map((cell) => cell.textContent.trim())),
          );
        await comesTo(shown, expected);
        // How their syncs fare stands there for who may know it.
        const health = visit.main.getByRole('columnheader', { name: 'Sync' });
        await comesTo(() => health.count(), identity === 'admin' ? 1 : 0);
      });
    }

    test('a reseller is reached by its name, and its parts by addresses of their own', async () => {
      const { alpha } = world.resellers;
      visit = await world.open('admin', '/resellers');
      await visit.page.getByRole('link', { name: alpha.name, exact: true }).first().click();
      await visit.heading(alpha.name).waitFor();
      for (const [tab, path] of Object.entries({ 'Going live': '/go-live', Customers: '/customers', Sync: '/sync' })) {
        await visit.page
          .getByRole('navigation', { name: 'Parts of the reseller' })
          .getByRole('link', { name: tab })
          .click();
        await comesTo(() => new URL(visit.page.url()).pathname, `/resellers/${alpha.id}${path}`);
      }
    });

    test('an address of no reseller says so', async () => {
      visit = await world.open('admin', '/resellers/nobody', { until: '.empty' });
      await visit.page.getByText('There is no such reseller').waitFor();
    });

    test('a status is changed with what it does in sight, and back', async () => {
      const { gamma } = world.resellers;
      const labels = await labelsOf(world, 'TenantResellerStatus');
      const read = async () =>
        (await world.ask('admin', 'query ($id: ID!) { tenantReseller(id: $id) { status } }', { id: gamma.id }))
          .tenantReseller.status;
      visit = await world.open('admin', `/resellers/${gamma.id}`);
      for (const status of ['SUSPENDED', 'ACTIVE']) {
        await visit.page.getByRole('button', { name: 'Change status' }).click();
        const dialog = visit.page.getByRole('dialog');
        await dialog.getByText(labels[status], { exact: true }).click();
        await dialog.getByRole('button', { name: `Change to “${labels[status]}”` }).click();
        await visit.page.getByRole('status').getByText(`The status is “${labels[status]}” from now on.`).waitFor();
        await visit.main.locator('.badge', { hasText: labels[status] }).first().waitFor();
        assert.equal(await read(), status);
      }
    });

    test('a refused edit stands at its fields and keeps what was typed; the same corrected is saved', async () => {
      const { gamma } = world.resellers;
      visit = await world.open('admin', `/resellers/${gamma.id}`);
      await visit.page.getByRole('button', { name: 'Edit', exact: true }).click();
      const dialog = visit.page.getByRole('dialog');
      const currency = dialog.getByRole('textbox', { name: 'Currency' });
      await currency.fill('euros');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.locator('.field-error', { hasText: 'Currency' }).waitFor();
      assert.equal(await currency.inputValue(), 'euros');
      await visit.page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
      await currency.fill('CHF');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await visit.page.getByRole('status').getByText('The reseller is saved.').waitFor();
      await visit.main.getByText('CHF', { exact: true }).waitFor();
      const query = 'query ($id: ID!) { tenantReseller(id: $id) { currency name } }';
      const { tenantReseller } = await world.ask('admin', query, { id: gamma.id });
      assert.deepEqual(tenantReseller, { currency: 'CHF', name: gamma.name });
      await world.ask(
        'admin',
        'mutation ($input: UpdateTenantResellerInput!) { updateTenantReseller(input: $input) { userErrors { code } } }',
        { input: { tenantResellerId: gamma.id, currency: gamma.currency } },
      );
    });

    test('who is no administrator sees the rest, and why not more', async () => {
      const { alpha } = world.resellers;
      visit = await world.open('bob', `/resellers/${alpha.id}`);
      const reason = 'Only for administrators of the distributor.';
      await visit.main.getByText('Not for you').first().waitFor();
      for (const name of ['Change status', 'Edit']) {
        const button = visit.page.getByRole('button', { name, exact: true });
        assert.equal(await button.getAttribute('aria-disabled'), 'true');
        await button.click({ force: true });
        await visit.page.getByRole('tooltip').getByText(reason).waitFor();
        assert.equal(await visit.page.getByRole('dialog').count(), 0);
        await visit.page.keyboard.press('Escape');
        await visit.page.getByRole('tooltip').waitFor({ state: 'detached' });
      }
      for (const part of ['go-live', 'sync']) {
        await visit.page.goto(new URL(`/resellers/${alpha.id}/${part}`, world.url).href);
        await visit.main.getByText('Not for you').waitFor();
      }
      await visit.page.goto(new URL(`/resellers/${alpha.id}/prices`, world.url).href);
      await visit.page.getByRole('heading', { name: 'Price list Partner' }).waitFor();
    });
  });
}
