import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';

/** How people come in, and whom they see as. */
export function describeSignIn(world) {
  describe('signing in', () => {
    let visit;
    // Whatever was done: nothing was asked of others, no token stood in an address, and nothing went wrong.
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    test('nobody is signed in by an address alone', async () => {
      visit = await world.open(null, '/resellers');
      await visit.heading('Distributor portal').waitFor();
      assert.deepEqual(await visit.axe(), []);
    });

    for (const identity of ['admin', 'anna', 'bob', 'carla']) {
      test(`${identity} comes to the accounts`, async () => {
        visit = await world.open(identity);
        await visit.heading('Accounts').waitFor();
        assert.equal(await visit.overflow(), 0);
      });
    }

    test("what a reseller's sync sees is no page of the distributor's", async () => {
      const { id } = world.resellers.alpha;
      visit = await world.open(`sync-${id}`);
      assert.equal(await visit.page.getByRole('link', { name: 'Resellers' }).count(), 0);
    });
  });
}
