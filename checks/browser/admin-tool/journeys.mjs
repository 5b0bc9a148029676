import assert from 'node:assert/strict';
import { afterEach, before, describe, test } from 'node:test';
import { comesTo, comesTrue } from '../comes-to.mjs';
import { ask } from '../copied-customer.mjs';

const CUSTOMER = 'Alfreds Futterkiste';

let server;
let visit;
let open;

const admin = (query, variables) => ask(server.url, server.administrator, query, variables);
const customer = async () => {
  const query = `query ($search: String) { accounts(filter: { search: $search }) { edges { node {
    id revision enableOrdering separateInvoices lockedFields fieldLocks { field message } actionPermissions { action allowed message } } } } }`;
  return (await admin(query, { search: CUSTOMER })).accounts.edges[0].node;
};
const labels = async (locale = 'en') =>
  (
    await admin(
      `query ($locale: String) { accountPolicy(locale: $locale) {
        fields { field label } actions { action label } mutations { mutation label guard labels { path label } } } }`,
      { locale },
    )
  ).accountPolicy;

/** What people do with the tool, from signing in to the end of it. */
export function describeJourneys(world) {
  describe('people with the tool:', () => {
    before(() => {
      server = world.server;
      open = async (options) => {
        visit = await world.open(options);
        return visit;
      };
    });
    // Whatever was done: nothing was asked of others, no token stood in an address, and nothing went wrong.
    afterEach(async () => {
      const done = visit;
      visit = null;
      await done?.closeWithoutFault();
    });

    describe('an administrator', () => {
      test('finds an account, and sees what is locked and denied, and why', async () => {
        const { page, main } = await open();
        await visit.signInAs('Admin');
        await visit.goTo('Accounts');
        await visit.search(CUSTOMER);
        await visit.openRecord(CUSTOMER);
        await main
          .getByText('This account is managed by Northwind Europe Tenant Reseller', { exact: true })
          .first()
          .waitFor();
        const { fieldLocks, actionPermissions } = await customer();
        assert.ok(fieldLocks.length > 5);
        for (const { message } of fieldLocks) await main.getByText(message).first().waitFor({ state: 'attached' });
        await comesTo(() => main.locator('.lock').count(), fieldLocks.length);
        const { actions, mutations } = await labels();
        for (const { action, allowed, message } of actionPermissions) {
          const { label } = actions.find((one) => one.action === action);
          const item = main
            .locator('.actions > li')
            .filter({ has: page.getByText(label, { exact: true }) })
            .first();
          const leadsOn = allowed && action !== 'VIEW_PENDING_INVOICES';
          await comesTo(async () => (await item.locator('a').count()) > 0, leadsOn, action);
          if (allowed) continue;
          const button = item.getByRole('button').first();
          await button.focus();
          assert.ok(await button.evaluate((node) => node === document.activeElement && node.ariaDisabled === 'true'));
          assert.ok(
            (await button.textContent()).includes(message),
            `${action}: the reason is part of the button's name`,
          );
        }
        assert.ok(mutations.length > 30);
        await main.getByText('What decides it').click();
        await main.getByText('Conditions and facts predict exactly what the server says').waitFor();
      });

      test('edits it: locked fields are shut with their reasons, wrong values are told before anything is sent', async () => {
        await open();
        await visit.signInAs('Admin');
        const account = await customer();
        await visit.goToAddress(`#/do/updateAccount?accountId=${account.id}`);
        await visit.form.getByText('is locked: it').first().waitFor();
        await comesTo(() => visit.field('Name').isDisabled(), true);
        await comesTo(() => visit.field('Name').inputValue(), CUSTOMER);
        const { message } = account.fieldLocks.find(({ field }) => field === 'NAME');
        assert.ok((await visit.describedBy(visit.field('Name'))).includes(message));
        await comesTo(() => visit.field('Responsible User').isEnabled(), true);

        const sent = visit.requests.length;
        await visit.field('Responsible User').fill('x'.repeat(256));
        await visit.field('Expected revision').fill('first');
        await visit.field('Responsible User').focus();
        await visit.form.getByText('This has not the form that is asked for.').waitFor();
        await visit.send();
        await visit.outcome.getByText('Please look at 2 values').waitFor();
        await visit.outcomeGetsFocus();
        const user = visit.field('Responsible User');
        await comesTrue(async () => (await visit.describedBy(user)).includes('At most 255 characters'));
        await comesTo(() => user.getAttribute('aria-invalid'), 'true');
        assert.equal(visit.requests.length, sent, 'nothing is sent');
        await visit.outcome.getByRole('button', { name: 'Responsible User' }).click();
        await visit.getsFocus(user);
      });

      test('tries an edit, sees what would change, then makes it', async () => {
        const { page } = await open();
        await visit.signInAs('Admin');
        const account = await customer();
        assert.equal(account.enableOrdering, true);
        await visit.goToAddress(`#/do/updateAccount?accountId=${account.id}`);
        await visit.form.getByText('is locked: it').first().waitFor();
        await visit.group('Enable Ordering').getByLabel('No', { exact: true }).check();
        await visit.form.getByLabel('Dry run').check();
        await visit.send('Try it, change nothing');
        await visit.outcome.getByText('This is what would happen. Nothing was changed.').waitFor();
        const row = visit.outcome.getByRole('row', { name: /Enable Ordering/ });
        await comesTo(() => row.getByRole('cell').allInnerTexts(), ['Yes', 'No']);
        assert.equal((await customer()).enableOrdering, true);
        await visit.form.getByLabel('Dry run').uncheck();
        await visit.send();
        await visit.outcome.getByText('Done', { exact: true }).waitFor();
        await visit.outcomeGetsFocus();
        const changed = await customer();
        assert.deepEqual([changed.enableOrdering, changed.separateInvoices], [false, account.separateInvoices]);
        // What is read anew is what the next edit expects.
        await page.waitForFunction(
          (revision) => document.getElementById('input-expectedRevision').value === revision,
          changed.revision,
        );
      });

      test('who lost the race is told at the field, and succeeds with what is recorded now', async () => {
        const { page } = await open();
        await visit.signInAs('Admin');
        const { id, revision, separateInvoices } = await customer();
        await visit.goToAddress(`#/do/updateAccount?accountId=${id}`);
        await page.waitForFunction(
          (read) => document.getElementById('input-expectedRevision')?.value === read,
          revision,
        );
        const edit =
          'mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { account { revision } userErrors { code } } }';
        const { updateAccount } = await admin(edit, { input: { accountId: id, separateInvoices: !separateInvoices } });
        await visit.group('Enable Ordering').getByLabel('Yes', { exact: true }).check();
        await visit.send();
        await visit.outcome.getByText('CONCURRENT_EDIT').waitFor();
        await visit.outcomeGetsFocus();
        await comesTo(() => visit.outcome.getAttribute('role'), 'alert');
        const told = visit.field('Expected revision');
        await comesTo(() => told.getAttribute('aria-invalid'), 'true');
        await comesTrue(async () => /meanwhile|since|changed/i.test(await visit.describedBy(told)));
        await told.fill(updateAccount.account.revision);
        await visit.send();
        await visit.outcome.getByText('Done', { exact: true }).waitFor();
        assert.equal((await customer()).enableOrdering, true);
      });

      test('who searches a record to fill in sends nothing by it, and takes the only one found', async () => {
        const { page } = await open();
        await visit.signInAs('Admin');
        const { id } = await customer();
        await visit.goToAddress('#/do/updateAccount');
        const box = visit.form.getByRole('searchbox', { name: 'Account: find by name' });
        await box.fill('nobody of this name');
        await box.press('Enter');
        await visit.form.getByText('Nothing found').waitFor();
        assert.equal(await visit.outcome.textContent(), '', 'nothing was tried');
        await box.fill(CUSTOMER);
        await visit.form.getByRole('button', { name: CUSTOMER, exact: true }).waitFor();
        await box.press('Enter');
        await page.waitForFunction((found) => document.getElementById('input-accountId').value === found, id);
        assert.equal(await visit.outcome.textContent(), '');
      });

      test('what is sent is sent once, however often the key is pressed', async () => {
        const { page } = await open();
        await visit.signInAs('Admin');
        let calls = 0;
        await page.route('**/graphql', async (route) => {
          if (route.request().postDataJSON().query.startsWith('mutation')) calls += 1;
          await route.continue();
        });
        await visit.goToAddress('#/do/createAccount');
        await visit.field('Name').fill('Only once');
        await visit.field('Currency').selectOption({ label: 'EUR' });
        await visit.form.evaluate((form) => {
          for (let times = 0; times < 3; times++) form.requestSubmit();
        });
        await visit.outcome.getByText('Done', { exact: true }).waitFor();
        assert.equal(calls, 1);
      });

      test('what is left out, empty or a value is three things to the server', async () => {
        const { page } = await open();
        await visit.signInAs('Admin');
        const { id } = await customer();
        await visit.goToAddress(`#/do/addContact?accountId=${id}`);
        await visit.field('Last name').fill('Anders');
        await visit.field('First name').fill('Maria');
        await visit.form.getByLabel('What to send for Phone').selectOption({ label: 'Empty (null)' });
        const [request] = await Promise.all([
          page.waitForRequest((one) => one.postData()?.includes('mutation Send') ?? false),
          visit.send(),
        ]);
        const { input } = request.postDataJSON().variables;
        assert.match(input.idempotencyKey, /^[\da-f-]{36}$/);
        assert.deepEqual(
          { ...input, idempotencyKey: '' },
          { accountId: id, lastName: 'Anders', firstName: 'Maria', phone: null, idempotencyKey: '' },
        );
        await visit.outcome.getByText('Done', { exact: true }).waitFor();
        const next = visit.field('Idempotency key');
        await comesTrue(async () => (await next.inputValue()) !== input.idempotencyKey, 'the next one is another call');

        // From the contact itself the form is filled in.
        await visit.goToAddress(`#/record/account/${id}`);
        await page.getByRole('tab', { name: 'Contacts' }).click();
        await page.getByRole('tabpanel').getByRole('link', { name: 'Change contact' }).click();
        await visit.heading('Change contact').waitFor();
        await comesTo(() => visit.field('Last name').inputValue(), 'Anders');
      });

      test('makes something with lists: a sharing rule gets one more group', async () => {
        await open();
        await visit.signInAs('Admin');
        await visit.goTo('Permission rules');
        await visit.page.getByRole('cell').getByRole('link', { name: 'Save sharing rule' }).click();
        await visit.heading('Save sharing rule').waitFor();
        await comesTo(() => visit.field('Name').inputValue(), 'Billing team');
        await visit.group('Grants').getByRole('button', { name: 'Add' }).click();
        const second = visit.group('Grants, number 2');
        await visit.getsFocus(second.locator('select').first());
        await visit.send();
        await visit.outcome.getByText('Please look at 3 values').waitFor();
        const [principal, access] = await second.locator('select').all();
        await principal.selectOption({ label: 'Group' });
        await second.locator('input').first().fill('readers');
        await access.selectOption({ label: 'Read' });
        await visit.send();
        await visit.outcome.getByText('Done', { exact: true }).waitFor();
        const { permissionRules } = await admin('{ permissionRules { grants { principal principalId access } } }');
        assert.deepEqual(
          permissionRules[0].grants.find(({ principalId }) => principalId === 'readers'),
          {
            principal: 'GROUP',
            principalId: 'readers',
            access: 'READ',
          },
        );
      });

      test('makes an account of its own, and changes one part of its address: the rest stays', async () => {
        await open();
        await visit.signInAs('Admin');
        await visit.goTo('Accounts');
        await visit.main.getByRole('link', { name: 'Create account' }).click();
        await visit.heading('Create account').waitFor();
        await visit.field('Name').fill('Königlich Essen');
        await visit.field('Currency').selectOption({ label: 'EUR' });
        await visit.form.getByLabel('What to send for Billing address').selectOption({ label: 'Value' });
        await visit.group('Billing address').getByLabel('City', { exact: true }).fill('Brandenburg');
        await visit.group('Billing address').getByLabel('Postal code', { exact: true }).fill('14776');
        await visit.send();
        await visit.outcome.getByText('Done', { exact: true }).waitFor();
        const query = `{ accounts(filter: { search: "Koniglich" }) { edges { node {
          id billingAddress { line1 city postalCode } fieldLocks { field } } } } }`;
        const read = async () => (await admin(query)).accounts.edges[0].node;
        const { id, fieldLocks } = await read();
        await visit.goToAddress(`#/do/updateAccount?accountId=${id}`);
        const city = visit.group('Billing address').getByLabel('City', { exact: true });
        await city.waitFor();
        await comesTo(() => city.inputValue(), 'Brandenburg');
        const locked = fieldLocks.filter(({ field }) => field !== 'STATUS');
        await comesTo(() => visit.form.locator('.fields > .is-locked').count(), locked.length);
        await city.fill('Potsdam');
        await visit.send();
        await visit.outcome.getByText('Done', { exact: true }).waitFor();
        assert.deepEqual((await read()).billingAddress, { line1: null, city: 'Potsdam', postalCode: '14776' });
      });

      test('is answered in German, words and refusals alike', async () => {
        const { page } = await open();
        await visit.signInAs('Admin');
        await page.getByLabel('Language').selectOption({ label: 'Deutsch' });
        await visit.heading('Übersicht').waitFor();
        await comesTo(() => page.locator('html').getAttribute('lang'), 'de');
        const { id } = await customer();
        const { mutations, fields } = await labels('de');
        const { label } = mutations.find(({ mutation }) => mutation === 'updateAccount');
        await visit.goToAddress(`#/do/updateAccount?accountId=${id}`);
        await visit.heading(label).waitFor();
        await visit.form.getByText('ist gesperrt').first().waitFor();
        await visit.field(fields.find(({ field }) => field === 'ACCOUNTING_NO').label).waitFor();
        // What was filled in is there in the other language too.
        await visit.field(fields.find(({ field }) => field === 'RESPONSIBLE_USER').label).fill('berta');
        await page.getByLabel('Sprache').selectOption({ label: 'English' });
        await visit.field('Responsible User').waitFor();
        await comesTo(() => visit.field('Responsible User').inputValue(), 'berta');
        await page.getByLabel('Language').selectOption({ label: 'Deutsch' });
        await visit.heading(label).waitFor();
        await visit.form.getByText('ist gesperrt').first().waitFor();
        await visit.send('Senden');
        await visit.outcome.getByText('Erledigt', { exact: true }).waitFor();
        await visit.goToAddress(`#/do/removeContact?accountId=${id}&contactId=00000000-0000-4000-8000-000000000000`);
        await visit.send('Senden');
        await visit.outcome.getByText('Abgelehnt. Nichts wurde geändert.').waitFor();
        await visit.outcome
          .getByText(/gibt es nicht|nicht gefunden|kein/i)
          .first()
          .waitFor();
      });
    });

    describe('others', () => {
      test('a person who may only read sees why nothing else is allowed', async () => {
        await open();
        await visit.signInAs('Carla');
        await visit.heading('Overview').waitFor();
        await comesTrue(async () => (await visit.entries()).includes('Accounts'));
        const entries = await visit.entries();
        assert.ok(!entries.includes('Audit entries') && !entries.includes('Inbox'), String(entries));
        await visit.goTo('Accounts');
        await visit.search(CUSTOMER);
        await visit.openRecord(CUSTOMER);
        const { id } = await customer();
        assert.equal(await visit.main.locator('.permissions a').count(), 0);
        await comesTrue(async () => (await visit.main.locator('.permissions button[aria-disabled=true]').count()) > 10);
        await visit.main.getByText('What decides it').click();
        await visit.main.getByText('Conditions and facts predict exactly what the server says').waitFor();
        await visit.goToAddress(`#/do/updateAccount?accountId=${id}`);
        await visit.main.getByText('You may not do this here').waitFor();
        const { fields } = await labels();
        await comesTo(
          () => visit.form.locator('.is-locked').count(),
          fields.length - 1,
          'all but the status, which no edit changes',
        );
        await visit.goTo('Mutations');
        assert.ok((await visit.main.locator('.row-card').count()) < 33);
      });

      test('a sync sees its own mutations and its inbox, and nothing of people', async () => {
        await open();
        await visit.signInAs('Sync of Northwind Europe');
        await visit.heading('Overview').waitFor();
        await comesTrue(async () => (await visit.entries()).includes('Inbox'));
        const entries = await visit.entries();
        assert.ok(!entries.some((name) => ['Permission rules', 'Audit entries'].includes(name)), String(entries));
        await visit.goTo('Mutations');
        const { mutations } = await labels();
        const own = mutations.filter(({ guard }) => guard === 'RESELLER_SYNC').map(({ label }) => label);
        await comesTo(() => visit.main.locator('.row-card strong').allInnerTexts(), own);
        await visit.page.getByLabel('Show also what you may not call').check();
        await comesTo(() => visit.main.locator('.row-card').count(), mutations.length);
        await visit.goTo('Inbox');
        await visit.heading('Inbox').waitFor();
        await visit.main.getByRole('cell', { name: 'BLONP' }).waitFor();
        await visit.main.getByText('Open problems').waitFor();
      });

      test('a pasted token signs in, as it is printed or as a header has it', async () => {
        await open();
        await visit.signInWith(`Authorization: Bearer ${server.distributor}\n`);
        await visit.main.getByText('Distributor user').first().waitFor();
        await visit.page.getByRole('button', { name: 'Sign out' }).click();
        await visit.heading('Admin tool').waitFor();
        await comesTo(() => visit.page.evaluate(() => JSON.stringify(sessionStorage)), '{"locale":"en"}');
      });
    });

    describe('with the keyboard alone', () => {
      test('an account is found, edited, and the end of it is told', async () => {
        const { page } = await open();
        await visit.tabTo('Skip to the content');
        await visit.tabTo('Admin');
        await page.keyboard.press('Enter');
        await visit.heading('Overview').waitFor();
        await visit.tabTo('Accounts');
        await page.keyboard.press('Enter');
        await visit.heading('Accounts').waitFor();
        await visit.tabTo('Search');
        await page.keyboard.type(CUSTOMER);
        await page.keyboard.press('Enter');
        await page.getByText('1 shown').waitFor();
        await visit.tabTo(CUSTOMER);
        await page.keyboard.press('Enter');
        await visit.heading(CUSTOMER).waitFor();
        await visit.settled();
        await visit.tabTo('Details');
        await page.keyboard.press('ArrowRight');
        await page.getByRole('tab', { name: 'Contacts', selected: true }).waitFor();
        await visit.tabTo('Edit account');
        await page.keyboard.press('Enter');
        await visit.heading('Edit account').waitFor();
        await visit.form.getByText('is locked: it').first().waitFor();
        const before = await customer();
        await visit.tabTo('What to send for Separate Invoices');
        // From what to send to the value itself.
        await page.keyboard.press('Tab');
        await page.keyboard.press('ArrowRight');
        await visit.tabTo('Send');
        await page.keyboard.press('Enter');
        await visit.outcome.getByText('Done', { exact: true }).waitFor();
        await visit.outcomeGetsFocus();
        assert.equal((await customer()).separateInvoices, !before.separateInvoices);
      });
    });
  });
}
