import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { startServer } from '../../scripts/built-server.mjs';
import { launch } from './chromium.mjs';
import { comesTo, comesTrue } from './comes-to.mjs';
import { copyCustomer } from './copied-customer.mjs';
import {
  activeTab,
  headersOf,
  openGraphiql,
  pasteIntoHeaders,
  run,
  storedTabs,
  tabsOf,
  textIn,
} from './graphiql-visit.mjs';

const WIDE = { width: 1280, height: 800 };
const WINDOWS = [
  ['a window of 1280 pixels', WIDE],
  ['a telephone of 390 pixels', { width: 390, height: 844, touch: true }],
];
const READY = ['Resellers', 'Viewer', 'ManagedAccounts', 'Policy', 'EditALockedField'];
/** Has the form of a token, and is nobody's. */
const OTHER_TOKEN = `${'a'.repeat(60)}.${'b_'.repeat(90)}.${'c-'.repeat(43)}`;

let server;
let browser;
before(async () => {
  server = await startServer();
  await copyCustomer(server);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const [name, window] of WINDOWS) {
  describe(`GraphiQL in ${name}`, () => {
    let visit;
    const open = async () => {
      visit = await openGraphiql(browser, server.url, window);
      return visit.page;
    };
    const choose = (tab) => (window.touch ? tab.tap() : tab.click());

    // Whatever was done: nothing was asked of others, and nothing went wrong.
    afterEach(async () => {
      const { requests, complaints, close } = visit;
      await close();
      const foreign = requests.filter(
        (url) => !/^(blob|data):/.test(url) && !url.startsWith(new URL(server.url).origin),
      );
      assert.deepEqual([foreign, complaints], [[], []]);
    });

    test('each ready operation is answered as it stands, once a token as it is printed was pasted', async () => {
      const page = await open();
      await pasteIntoHeaders(page, `${server.administrator}\n`);
      await headers(page, `Bearer ${server.administrator}`);
      await comesTo(() => tabsOf(page).allInnerTexts(), READY);
      for (const [index, tab] of READY.entries()) {
        await choose(tabsOf(page).nth(index));
        await comesTo(() => activeTab(page), tab);
        const { data, errors } = await run(page);
        assert.equal(errors, undefined, tab);
        for (const [field, value] of Object.entries(data)) assert.notEqual(value, null, `${tab}: ${field}`);
        if (tab === 'ManagedAccounts') assert.equal(data.accounts.edges[0].node.name, 'Alfreds Futterkiste');
        if (tab === 'EditALockedField') {
          assert.deepEqual(
            data.updateAccount.userErrors.map(({ code }) => code),
            ['FIELD_LOCKED'],
          );
          assert.match(await textIn(page, 'variables.json'), /"accountId": "[0-9a-f-]{36}"/);
        }
      }
    });

    test('tabs are switched by pressing, also where the press shakes, and closed and opened', async () => {
      const page = await open();
      for (const index of [1, 4, 0, 2]) {
        await choose(tabsOf(page).nth(index));
        await comesTo(() => activeTab(page), READY[index]);
        const wanted = new RegExp(`(query|mutation) ${READY[index]}\\b`);
        await comesTrue(async () => wanted.test(await textIn(page, 'operation.graphql')), READY[index]);
        await settled(page, index, READY.length);
        // GraphiQL takes the editor over a moment later, into the tab that is active then.
        assert.match(await textIn(page, 'operation.graphql'), wanted);
      }
      if (!window.touch) {
        const { x, y } = await tabsOf(page).nth(1).boundingBox();
        await page.mouse.move(x + 20, y + 12);
        await page.mouse.down();
        await page.mouse.move(x + 25, y + 14, { steps: 4 });
        await page.mouse.up();
        await comesTo(() => activeTab(page), READY[1]);
        await settled(page, 1, READY.length);
      }
      await choose(page.getByLabel('New tab'));
      await comesTo(() => tabsOf(page).count(), READY.length + 1);
      await settled(page, READY.length, READY.length + 1);
      await choose(page.locator('.graphiql-tab-active').getByLabel('Close Tab'));
      await comesTo(() => tabsOf(page).allInnerTexts(), READY);
    });

    test('who comes back finds the tabs as they were, and none more', async () => {
      const page = await open();
      await choose(tabsOf(page).nth(4));
      // GraphiQL writes it down a moment later.
      await settled(page, 4, READY.length);
      for (let visits = 0; visits < 2; visits++) {
        await page.reload();
        await page.getByText('updateAccount').first().waitFor();
        await comesTo(async () => [await activeTab(page), await tabsOf(page).allInnerTexts()], [READY[4], READY]);
      }
    });

    test('every control can be reached, and the page is as wide as the window', async () => {
      const page = await open();
      await comesTo(() => outOfReach(page), []);
      if (window.touch) {
        await page.setViewportSize({ width: window.width, height: 600 });
        await comesTo(() => outOfReach(page), [], 'a short telephone');
        await page.setViewportSize(window);
      }
      for (const panel of ['Documentation Explorer', 'GraphiQL Explorer']) {
        await choose(page.getByLabel(`Show ${panel}`));
        await page
          .locator('.graphiql-plugin')
          .getByText(/Docs|Explorer|query/i)
          .first()
          .waitFor();
        await comesTo(() => outOfReach(page), [], panel);
        await choose(page.getByLabel(`Hide ${panel}`));
      }
      for (const dialog of ['Open settings dialog', 'Open short keys dialog']) {
        await choose(page.getByLabel(dialog));
        const close = page.locator('.graphiql-dialog-close');
        await close.waitFor();
        await comesTrue(async () => {
          const { x, width } = await page.locator('.graphiql-dialog').boundingBox();
          return x >= 0 && x + width <= window.width;
        }, dialog);
        await choose(close);
        await close.waitFor({ state: 'detached' });
      }
    });
  });
}

describe('what is put into the headers of GraphiQL', () => {
  let visit;
  let page;
  before(async () => {
    visit = await openGraphiql(browser, server.url, WIDE);
    page = visit.page;
  });
  after(() => visit?.close());

  for (const [how, text] of [
    ['alone', OTHER_TOKEN],
    ['with Bearer', `Bearer ${OTHER_TOKEN}`],
    ['as a whole header', `Authorization: Bearer ${OTHER_TOKEN}\n`],
    ['within quotes', `"${OTHER_TOKEN}"`],
  ]) {
    test(`a token pasted ${how} becomes the header, instead of the one before`, async () => {
      await pasteIntoHeaders(page, server.administrator);
      await headers(page, `Bearer ${server.administrator}`);
      await pasteIntoHeaders(page, text);
      await headers(page, `Bearer ${OTHER_TOKEN}`);
    });
  }

  test('a token typed instead of everything becomes the header', async () => {
    await pasteIntoHeaders(page, server.administrator);
    await headers(page, `Bearer ${server.administrator}`);
    await headersOf(page).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(OTHER_TOKEN);
    await headers(page, `Bearer ${OTHER_TOKEN}`);
  });

  test('other headers stay as they are', async () => {
    const before = '{ "authorization": "Bearer old", "accept-language": "de" }';
    await pasteIntoHeaders(page, before, { instead: true });
    await comesTo(() => textIn(page, 'request-headers.json'), before);
    await pasteIntoHeaders(page, OTHER_TOKEN);
    await headers(page, `Bearer ${OTHER_TOKEN}`, { 'accept-language': 'de' });
  });

  test('what has not the form of a token is no token', async () => {
    await pasteIntoHeaders(page, 'Bearer of no token', { instead: true });
    await page.waitForFunction(() =>
      globalThis.monaco.editor.getModels().some((model) => model.getValue() === 'Bearer of no token'),
    );
  });

  test('a token that the server does not know is refused, and the page says so', async () => {
    await pasteIntoHeaders(page, OTHER_TOKEN);
    await headers(page, `Bearer ${OTHER_TOKEN}`);
    const { errors } = await run(page);
    assert.match(JSON.stringify(errors), /UNAUTHENTICATED/);
  });

  test('a token of one tab serves the others, which show it', async () => {
    await pasteIntoHeaders(page, server.administrator);
    await headers(page, `Bearer ${server.administrator}`);
    await tabsOf(page).nth(3).click();
    await headers(page, `Bearer ${server.administrator}`);
    const { data } = await run(page);
    assert.ok(data.accountPolicy.actions.length > 0);
  });
});

/**
 * GraphiQL takes over what stands in an editor a tenth of a second later, into the tab that is active then: nothing is changed
 * until it has written down which tab that is, which it does later still.
 */
function settled(page, active, count) {
  return comesTo(async () => {
    const stored = await storedTabs(page);
    return stored === null ? null : [stored.activeTabIndex, stored.tabs.length];
  }, [active, count]);
}

/** Waits until the header is there, and nothing besides it but the others. */
async function headers(page, authorization, others = {}) {
  const wanted = JSON.stringify({ Authorization: authorization, ...others }, null, 2);
  await page
    .waitForFunction((text) => globalThis.monaco.editor.getModels().some((model) => model.getValue() === text), wanted)
    .catch(async () => assert.equal(await textIn(page, 'request-headers.json'), wanted));
}

/** The controls that are shown and nobody could press, and whatever makes the page wider than its window. */
function outOfReach(page) {
  return page.evaluate(() => {
    const faults = [];
    const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} wide`);
    for (const control of document.querySelectorAll('button, [role=tab]')) {
      if (!control.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
      control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const { x, y, width, height } = control.getBoundingClientRect();
      if (width === 0) continue;
      const there = document.elementFromPoint(x + width / 2, y + height / 2);
      if (there === null || !(control.contains(there) || there.contains(control))) {
        faults.push(`${control.getAttribute('aria-label') ?? control.textContent} at ${x}, ${y}`);
      }
    }
    return faults;
  });
}
