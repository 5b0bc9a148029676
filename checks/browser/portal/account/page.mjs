import assert from 'node:assert/strict';
import { comesTo } from '../../comes-to.mjs';

const STANDING = `query Standing($id: ID!) { account(id: $id) { id name status revision
  actionPermissions { action allowed message } fieldLocks { field message } } }`;
const LABELS = '{ accountPolicy(locale: "en") { actions { action label } fields { field label } } }';

/** What the gateway says of the account to that identity, with what people read for actions and fields. */
export async function standingOf(world, identity, id) {
  const { account } = await world.ask(identity, STANDING, { id });
  const { accountPolicy } = await world.ask(identity, LABELS);
  return {
    ...account,
    permissions: account.actionPermissions.map((one) => ({
      ...one,
      label: accountPolicy.actions.find(({ action }) => action === one.action).label,
    })),
    fields: accountPolicy.fields.map(({ field, label }) => ({
      field,
      label,
      lock: account.fieldLocks.find((one) => one.field === field)?.message ?? null,
    })),
  };
}

/** The page of one account, as people use it. */
export async function openAccount(world, identity, id, options = {}) {
  const visit = await world.open(identity, `/accounts/${id}`, { until: '.action-bar', ...options });
  const { page } = visit;
  return Object.assign(visit, {
    action: (label) => page.locator('.action-bar').getByRole('button', { name: label, exact: true }),
    dialog: page.getByRole('dialog'),
    /** Sends what the dialog is for, and waits until it is done. */
    send: async () => {
      await page.getByRole('dialog').locator('button[type="submit"]').click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
    /** The field of the overview, or of the form when it is open. */
    field: (name) => page.locator(`[role="dialog"] [data-field="${name}"], main [data-field="${name}"]`).last(),
    /** Until the sentence is seen, and nothing else beside it. */
    sees: async (reason) => {
      await page.waitForFunction(
        (text) => [...document.querySelectorAll('[role="tooltip"]')].map((tip) => tip.textContent).join() === text,
        reason,
      );
    },
    /** Away from whatever has a sentence to show. */
    leaves: async () => {
      await page.mouse.move(1, 1);
      await page.waitForFunction(() => document.querySelector('[role="tooltip"]') === null);
    },
    /** A sentence that was tapped for goes when one taps elsewhere. */
    tapsAway: async () => {
      await page.locator('h1').tap();
      await page.waitForFunction(() => document.querySelector('[role="tooltip"]') === null);
    },
    /** A page of which the clock can be put on: what it asks for again and again is asked for then. */
    withClock: async () => {
      await page.clock.install();
      await page.reload();
      await page.locator('main [data-field]').first().waitFor();
      await visit.settled();
    },
    /** Until it is the one that has the focus, which comes a frame after what it comes with. */
    getsFocus: (locator, what) =>
      comesTo(() => locator.evaluate((node) => node === document.activeElement), true, `${what} has the focus`),
    noDialog: async () => assert.equal(await page.getByRole('dialog').count(), 0),
  });
}
