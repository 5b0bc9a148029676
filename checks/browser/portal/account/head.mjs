import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { announceMove, copy } from './kinds.mjs';
import { openAccount } from './page.mjs';

const UPDATE = `mutation Update($input: UpdateAccountInput!) { updateAccount(input: $input) { userErrors { message } } }`;

/** What one has to know of an account before doing anything to it. */
export function describeHead(world) {
  describe('the head of an account', () => {
    for (const [kind, reseller, origin] of [
      ['copied', 'Alpha', 'Copied from the reseller'],
      ['transferred', 'Alpha', 'Transferred to the reseller'],
      ['moved', 'Gamma', 'Moved from another reseller'],
    ]) {
      test(`says who manages a ${kind} account, and how that came`, async () => {
        const visit = await openAccount(world, 'anna', world.accounts[kind]);
        const told = await visit.page.locator('.head-facts').textContent();
        assert.ok(told.includes(`Managed by${reseller}${origin}, since `), told);
        assert.ok(told.includes('Your accessFull'), told);
        assert.equal(
          await visit.page.locator('main > .ribbon').textContent(),
          `This account is managed by ${reseller} Tenant Reseller`,
        );
        await visit.closeWithoutFault();
      });
    }

    test("says nothing of the kind of the distributor's own", async () => {
      const visit = await openAccount(world, 'anna', world.accounts.own);
      assert.ok((await visit.page.locator('.head-facts').textContent()).includes('The distributor itself'));
      assert.equal(await visit.page.locator('main > .ribbon').count(), 0);
      await visit.closeWithoutFault();
    });

    test('warns of what has drifted apart, with what it means', async () => {
      const { id } = await copy(world);
      const input = { accountId: id, responsibleUserId: null };
      assert.deepEqual((await world.ask('admin', UPDATE, { input })).updateAccount.userErrors, []);
      const visit = await openAccount(world, 'admin', id);
      await visit.main
        .getByText('No responsible user. Nobody is responsible for the account: name a responsible user.')
        .waitFor();
      assert.deepEqual(await visit.axe(), []);
      await visit.closeWithoutFault();
    });

    test('tells of an announced move to administrators alone', async () => {
      const { id } = await copy(world);
      await announceMove(world, id);
      for (const [identity, count] of [
        ['admin', 1],
        ['anna', 0],
      ]) {
        const visit = await openAccount(world, identity, id);
        assert.equal(await visit.main.getByText('A move to Gamma is announced.').count(), count, identity);
        await visit.closeWithoutFault();
      }
    });
  });
}
