import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { comesTo, comesTrue } from '../../comes-to.mjs';
import { answerInstead, listed, shown, waitForNames, watchOperations } from './list.mjs';

const EDIT = `mutation GiveValue($input: UpdateAccountInput!) {
  updateAccount(input: $input) { userErrors { message } } }`;

/** How accounts are found: by searching, by filters, in an order; and that all of it stands in the address. */
export function describeAccounts(world) {
  describe('the accounts', () => {
    let visit;
    const open = async (path = '/', options = {}) => {
      visit = await world.open('admin', path, { until: '.list-body [data-row]', ...options });
      return visit.page;
    };
    const filters = {};

    const edit = async (accountId, changes) => {
      const { updateAccount } = await world.ask('admin', EDIT, { input: { accountId, ...changes } });
      assert.deepEqual(updateAccount.userErrors, []);
    };

    before(async () => {
      const { own, copied, moved } = world.accounts;
      await edit(own, { customFields: [{ code: 'segment', value: 'A' }] });
      await edit(copied, { customFields: [{ code: 'note', value: 'VIP' }] });
      // A copy without a responsible user is what a person of the distributor is to look at.
      await edit(moved, { responsibleUserId: null });
      Object.assign(filters, filtersOf(world));
    });
    // The other tests find the world as it was.
    after(async () => {
      const { own, copied, moved } = world.accounts;
      await edit(own, { customFields: [{ code: 'segment', value: null }] });
      await edit(copied, { customFields: [{ code: 'note', value: null }] });
      await edit(moved, { responsibleUserId: 'anna' });
    });
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    test('are searched as one types; what is shown stays until the last answer, which wins', async () => {
      const page = await open();
      const all = await shown(page);
      let release;
      const held = new Promise((resolve) => {
        release = resolve;
      });
      const failed = [];
      page.on('requestfailed', (request) => failed.push(request));
      await answerInstead(page, 'AccountList', async (route, { filter }) => {
        if (filter.search === 'Al') await held;
        await route.continue().catch(() => undefined);
      });
      const asked = watchOperations(page, 'AccountList');
      await page.keyboard.press('/');
      await typeAtOnce(page, 'Al');
      await page.waitForFunction(() => document.querySelector('.list-shown').getAttribute('aria-busy') === 'true');
      assert.deepEqual(await shown(page), all);
      await typeAtOnce(page, 'freds');
      await waitForNames(page, await listed(world, 'admin', { search: 'Alfreds' }));
      release();
      // Two requests, not seven: one pause each. The first was given up.
      assert.deepEqual(
        asked.map(({ filter }) => filter.search),
        ['Al', 'Alfreds'],
      );
      await comesTrue(() => failed.includes(asked[0].request), 'the first was given up');
      assert.deepEqual(await shown(page), await listed(world, 'admin', { search: 'Alfreds' }));
      await comesTo(() => new URL(page.url()).search, '?q=Alfreds');
      await page.getByRole('button', { name: 'Clear the search' }).click();
      await waitForNames(page, all);
      // A word is one step back.
      await page.goBack();
      await waitForNames(page, await listed(world, 'admin', { search: 'Alfreds' }));
      await comesTo(() => page.getByRole('searchbox').inputValue(), 'Alfreds');
    });

    test('each filter finds what the API finds, alone and with the others', async () => {
      const page = await open();
      const everybody = await shown(page);
      for (const { choose, filter } of Object.values(filters)) {
        await choose(page);
        const names = await listed(world, 'admin', filter);
        assert.notDeepEqual(names, everybody);
        await waitForNames(page, names);
        await page.getByRole('button', { name: 'Clear all' }).click();
        await waitForNames(page, everybody);
      }
      const { managed, resellers, drift, unassigned } = filters;
      const together = {};
      for (const { choose, filter } of [managed, resellers, drift, unassigned]) {
        await choose(page);
        Object.assign(together, filter);
      }
      const names = await listed(world, 'admin', together);
      assert.ok(names.includes('Blondel père et fils'));
      await waitForNames(page, names);
    });

    test('who chooses faster than the page is drawn loses no choice', async () => {
      const { alpha, gamma } = world.resellers;
      const page = await open();
      await pressAtOnce(page, [
        page.locator('.filter-bar').getByRole('button', { name: 'With warnings', exact: true }),
        page.locator('.filter-bar').getByRole('button', { name: 'No responsible user', exact: true }),
      ]);
      await comesTo(() => new URL(page.url()).search, '?drift=yes&unassigned=yes');
      await page
        .locator('.filter-bar')
        .getByRole('button', { name: /^Reseller/ })
        .click();
      await pressAtOnce(page, [
        page.getByRole('option', { name: 'Alpha', exact: true }),
        page.getByRole('option', { name: 'Gamma', exact: true }),
      ]);
      await page.keyboard.press('Escape');
      const both = `reseller=${alpha.id}&reseller=${gamma.id}`;
      await comesTo(() => new URL(page.url()).search, `?${both}&drift=yes&unassigned=yes`);
      const filter = { hasDrift: true, withoutResponsibleUser: true, tenantResellerIds: [alpha.id, gamma.id] };
      await waitForNames(page, await listed(world, 'admin', filter));
      await pressAtOnce(page, [
        page.getByRole('button', { name: 'Remove Alpha' }),
        page.getByRole('button', { name: 'Remove With warnings' }),
      ]);
      await comesTo(() => new URL(page.url()).search, `?reseller=${gamma.id}&unassigned=yes`);
    });

    test('all of it stands in the address, and each is taken away alone', async () => {
      const { alpha, gamma } = world.resellers;
      const path = `/?q=bl&managed=managed&reseller=${alpha.id}&reseller=${gamma.id}&status=ACTIVE&drift=yes&unassigned=yes&sort=updated&order=down`;
      const page = await open(path);
      const chips = page.locator('.chip');
      const texts = [
        'Search: bl',
        'Managed by resellers',
        'Alpha',
        'Gamma',
        'Active',
        'With warnings',
        'No responsible user',
      ];
      await page.waitForFunction((count) => document.querySelectorAll('.chip').length === count, texts.length);
      await page.getByText('Gamma', { exact: true }).first().waitFor();
      await comesTo(async () => (await chips.allInnerTexts()).map((text) => text.trim()), texts);
      await page.reload();
      await chips.first().waitFor();
      await comesTo(() => new URL(page.url()).search, path.slice(1));
      for (const text of texts) await page.getByRole('button', { name: `Remove ${text}` }).click();
      await page.waitForFunction(() => document.querySelector('.chip') === null);
      await comesTo(() => new URL(page.url()).search, '?sort=updated&order=down');
      for (const _ of texts) await page.goBack();
      await page.waitForFunction((count) => document.querySelectorAll('.chip').length === count, texts.length);
      await page.getByRole('button', { name: 'Clear all' }).click();
      await page.waitForFunction(() => document.querySelector('.chip') === null);
      // What is no such thing is as if it were left out.
      await page.goto(new URL('/?managed=maybe&status=ASLEEP&value=[&field=segment&sort=size', page.url()).href);
      await waitForNames(page, await listed(world, 'admin'));
    });

    test('stand in each order, by their headings and by choice', async () => {
      const page = await open();
      const orders = [
        [/^Name/, 'descending', { field: 'NAME', direction: 'DESC' }],
        [/^Last change/, 'descending', { field: 'UPDATED_AT', direction: 'DESC' }],
        [/^Last change/, 'ascending', { field: 'UPDATED_AT', direction: 'ASC' }],
      ];
      for (const [name, sort, order] of orders) {
        const heading = page.getByRole('columnheader', { name });
        await heading.getByRole('button').click();
        await comesTo(() => heading.getAttribute('aria-sort'), sort);
        await waitForNames(page, await listed(world, 'admin', {}, order));
      }
      for (const direction of ['ASC', 'DESC']) {
        const label = direction === 'ASC' ? 'Creation, ascending' : 'Creation, descending';
        await page.locator('.list-line .select-button').click();
        await page.getByRole('option', { name: label }).click();
        await waitForNames(page, await listed(world, 'admin', {}, { field: 'CREATED_AT', direction }));
      }
      await comesTo(() => new URL(page.url()).search, '?sort=created&order=down');
    });

    test('are counted, up to ten thousand', async () => {
      const page = await open('/?q=lazy&status=DELETED');
      await page.getByText('1 account', { exact: true }).waitFor();
      await answerInstead(page, 'AccountCount', (route) =>
        route.fulfill({ json: { data: { accounts: { totalCount: 10_000, totalCountIsCapped: true } } } }),
      );
      await page.reload();
      await page.getByText('More than 10,000 accounts', { exact: true }).waitFor();
    });
  });
}

/** One key after the other, without waiting for what comes of each: a person does not, and a slow machine makes no pause of it. */
async function typeAtOnce(page, text) {
  await Promise.all([...text].map((letter) => page.keyboard.press(letter)));
}

/** One after the other, before the page has drawn what came of the first. */
async function pressAtOnce(page, buttons) {
  const handles = await Promise.all(buttons.map((button) => button.elementHandle()));
  await page.evaluate(async (nodes) => {
    for (const node of nodes) {
      node.click();
      // What a press changes at once is there then, and what may take its time is not.
      await new Promise((resolve) => queueMicrotask(resolve));
    }
  }, handles);
}

/** How each filter is chosen by hand, and what it is to the API. */
function filtersOf({ resellers: { alpha, gamma } }) {
  const several =
    (label, ...options) =>
    async (page) => {
      await page
        .locator('.filter-bar')
        .getByRole('button', { name: new RegExp(`^${label}`) })
        .click();
      for (const option of options) await page.getByRole('option', { name: option, exact: true }).click();
      await page.keyboard.press('Escape');
    };
  const whose = (option) => async (page) => {
    await page.locator('.filter-bar .select-button').click();
    await page.getByRole('option', { name: option }).click();
  };
  const toggle = (name) => (page) => page.locator('.filter-bar').getByRole('button', { name, exact: true }).click();
  const customField = (field, fill) => async (page) => {
    await page
      .locator('.filter-bar')
      .getByRole('button', { name: /^Custom fields/ })
      .click();
    const form = page.locator('.choice-form');
    await form.locator('.select-button').first().click();
    await page.getByRole('option', { name: field, exact: true }).click();
    await fill(page, form);
    await form.getByRole('button', { name: 'Show these' }).click();
  };
  const chooseA = async (page, form) => {
    await form.locator('.select-button').nth(1).click();
    await page.getByRole('option', { name: 'A', exact: true }).click();
  };
  const typeVip = (_, form) => form.getByRole('textbox', { name: 'Value' }).fill('VIP');
  const without = (_, form) => form.getByText('Without a value').click();
  return {
    managed: { choose: whose('Managed by resellers'), filter: { managed: true } },
    own: { choose: whose('The distributor’s own'), filter: { managed: false } },
    resellers: { choose: several('Reseller', 'Alpha', 'Gamma'), filter: { tenantResellerIds: [alpha.id, gamma.id] } },
    status: { choose: several('Status', 'Suspended', 'Deleted'), filter: { status: ['SUSPENDED', 'DELETED'] } },
    drift: { choose: toggle('With warnings'), filter: { hasDrift: true } },
    unassigned: { choose: toggle('No responsible user'), filter: { withoutResponsibleUser: true } },
    choice: { choose: customField('Segment', chooseA), filter: { customField: { code: 'segment', equals: 'A' } } },
    text: { choose: customField('Note', typeVip), filter: { customField: { code: 'note', equals: 'VIP' } } },
    none: { choose: customField('Note', without), filter: { customField: { code: 'note', equals: null } } },
  };
}
