import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ask } from '../copied-customer.mjs';

const WINDOWS = [
  ['a light window of 1280 pixels', { width: 1280, height: 900, scheme: 'light' }],
  ['a dark telephone of 390 pixels', { width: 390, height: 844, scheme: 'dark' }],
];
const CUSTOMER = 'Alfreds Futterkiste';
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** As long as a name may be and without a place to break it; that a page could take for markup; from right to left. */
const NAMES = ['W'.repeat(255), '<img src=x onerror="document.title=1">', 'شركة الاختبار'];

/** What the page is told of a call that comes to nothing, and what people are told then. */
const FAILURES = [
  ['nobody there', null, 'The server cannot be reached'],
  ['offline', { status: 502, json: { errors: [{ message: 'gone' }] } }, 'The server cannot be reached'],
  [
    'unauthenticated',
    { status: 401, json: { errors: [{ message: 'expired', extensions: { code: 'UNAUTHENTICATED' } }] } },
    'You are not signed in any more',
  ],
  [
    'forbidden',
    { status: 403, json: { errors: [{ message: 'not you', extensions: { code: 'FORBIDDEN' } }] } },
    'This is not for you',
  ],
  ['busy', { status: 503, headers: { 'retry-after': '7' }, json: { errors: [{ message: 'later' }] } }, 'again in 7 s'],
  [
    'a fault',
    { status: 200, json: { data: null, errors: [{ message: 'a fault', extensions: { code: 'INTERNAL' } }] } },
    'The server refused the call',
  ],
  [
    'a change not answered',
    { status: 504, json: { errors: [{ message: 'whether it was made is not known' }] } },
    'whether it was made is not known',
  ],
  ['no JSON', { status: 200, body: '<html></html>' }, 'This cannot be shown'],
  ['nothing in it', { status: 200, json: {} }, 'This cannot be shown'],
  ['another shape', { status: 200, json: { data: { tenantResellers: { edges: [null] } } } }, 'This cannot be shown'],
];

/** Every page in every state that it can be in: nothing for axe-core to find, and no wider than its window. */
export function describeStates(world) {
  describe('every page in every state', () => {
    let account;
    const named = [];
    before(async () => {
      const query = `query ($search: String) { accounts(filter: { search: $search }) { edges { node { id } } } }`;
      const { url, administrator } = world.server;
      account = (await ask(url, administrator, query, { search: CUSTOMER })).accounts.edges[0].node.id;
      const creation =
        'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id } userErrors { code } } }';
      for (const name of NAMES) {
        const { createAccount } = await ask(url, administrator, creation, { input: { name, currency: 'EUR' } });
        named.push(createAccount.account.id);
      }
    });

    for (const [name, window] of WINDOWS) {
      describe(`every page in ${name}`, () => {
        test('is accessible and as wide as the window', async () => {
          const visit = await world.open(window);
          const look = async (state) => {
            await visit.settled();
            assert.deepEqual(await visit.faults(), [], state);
            assert.ok((await visit.overflow()) <= 0, `${state} is wider than its window`);
            assert.deepEqual(await visit.cutOff(), [], `${state} cuts off what it shows nowhere else`);
          };
          await visit.page.getByRole('button', { name: /^Admin/ }).waitFor();
          await look('sign-in');
          await visit.signInAs('Admin');
          await visit.heading('Overview').waitFor();
          await look('overview');
          assert.notDeepEqual(await visit.faultsOf('<input>'), [], 'axe-core finds what is wrong');
          if (window.width < 800) {
            await visit.page.getByRole('button', { name: 'Menu' }).click();
            await look('the menu');
          }
          for (const [state, act] of Object.entries(statesOf(visit, account))) {
            await act();
            await look(state);
          }
          for (const [index, id] of named.entries()) {
            await visit.goToAddress(`#/record/account/${id}`);
            await visit.heading(NAMES[index]).waitFor();
            await look(`an account called ${NAMES[index]}`);
            await visit.goToAddress(`#/do/updateAccount?accountId=${id}`);
            await visit.main.locator('.on a').waitFor();
            await look(`an edit of ${NAMES[index]}`);
          }
          await visit.closeWithoutFault();
        });

        test('says what is wrong where a call comes to nothing, and what to do', async () => {
          const visit = await world.open(window);
          await visit.signInAs('Admin');
          for (const [kind, answer, told] of FAILURES) {
            await visit.page.route('**/graphql', (route) => (answer === null ? route.abort() : route.fulfill(answer)));
            await visit.goToAddress(`#/list/tenantResellers?${encodeURIComponent(kind)}`);
            await visit.main.getByRole('alert').getByText(told).waitFor();
            assert.doesNotMatch(await visit.main.textContent(), /Nothing was changed/, kind);
            assert.deepEqual(await visit.faults(), [], kind);
            await visit.page.unroute('**/graphql');
          }
          // With the server back, the same page goes on.
          await visit.main.getByRole('button', { name: 'Try again' }).click();
          await visit.main.getByRole('link', { name: 'Northwind Europe' }).first().waitFor();
          await visit.goToAddress('#/');
          await visit.page.route('**/graphql', (route) => route.fulfill(FAILURES[2][1]));
          await visit.page.reload();
          await visit.page.getByRole('button', { name: 'Sign in' }).click();
          await visit.heading('Admin tool').waitFor();
          await visit.close();
        });
      });
    }
  });
}

function statesOf(visit, account) {
  const { page } = visit;
  const go = (hash) => () => visit.goToAddress(hash);
  const tab = (name) => () => page.getByRole('tab', { name }).click();
  return {
    'a list': go('#/list/accounts'),
    'its filters': () => page.getByText('More filters').click(),
    'nothing found': async () => {
      await page.getByRole('searchbox').first().fill('nobody of this name');
      await page.keyboard.press('Enter');
      await page.getByText('Nothing found').waitFor();
    },
    'an account': async () => {
      await visit.goToAddress(`#/record/account/${account}`);
      await page.getByText('What decides it').click();
    },
    'its history': tab('History'),
    'what is pending': tab('Pending invoices'),
    'its audit': tab('Audit'),
    'no contacts': tab('Contacts'),
    'an unknown account': go(`#/record/account/${NOBODY}`),
    'a reseller': go('#/list/tenantResellers'),
    'an edit with locks': async () => {
      await visit.goToAddress(`#/do/updateAccount?accountId=${account}`);
      await visit.form.getByText('is locked: it').first().waitFor();
      await page.getByText('As it is sent').click();
    },
    'an edit tried': async () => {
      await visit.group('Enable Ordering').getByLabel('No', { exact: true }).check();
      await visit.form.getByLabel('Dry run').check();
      await visit.send('Try it, change nothing');
      await visit.outcome.getByText('What would change').waitFor();
    },
    'an edit with faults': async () => {
      await visit.field('Responsible User').fill('x'.repeat(300));
      await visit.send('Try it, change nothing');
      await visit.outcome.getByText('Please look at one value').waitFor();
    },
    'an edit refused': async () => {
      await visit.field('Responsible User').fill('anna');
      await visit.field('Expected revision').fill('999');
      await visit.send('Try it, change nothing');
      await visit.outcome.getByText('CONCURRENT_EDIT').waitFor();
    },
    'what is denied': async () => {
      await visit.goToAddress(`#/do/deleteAccount?accountId=${account}`);
      await page.getByText('You may not do this here').waitFor();
    },
    'a form with lists': async () => {
      await visit.goToAddress('#/do/transferAccounts');
      await visit.group('Accounts').getByRole('button', { name: 'Add' }).click();
    },
    'a form of others': go('#/do/syncCustomers'),
    mutations: go('#/mutations'),
    'all mutations': () => page.getByLabel('Show also what you may not call').check(),
    actions: go('#/policy'),
    fields: tab(/^Fields/),
    'mutations of the policy': tab(/^Mutations/),
    enums: tab(/^Enums/),
    inbox: go('#/inbox'),
    audit: go('#/list/auditEntries'),
    'one record': go('#/list/apiOptions'),
    'sharing rules': go('#/list/permissionRules'),
    services: go('#/list/offeredServices'),
    'no such page': go('#/nothing'),
    'an address that was cut short': go('#/record/account/%E0%A4%A'),
  };
}
