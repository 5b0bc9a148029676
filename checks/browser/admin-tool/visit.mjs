import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { faultsOf } from '../axe.mjs';
import { comesTo } from '../comes-to.mjs';
import { startPage } from '../started-page.mjs';
import { openWatched } from '../watched-page.mjs';

const START = fileURLToPath(new URL('../../../examples/admin-tool/start.mjs', import.meta.url));
const PATIENCE_MS = 60_000;

/** The admin tool as a user starts it, beside the server of a data folder. `said` is what it has printed. */
export const startTool = (args, env) => startPage(START, args, env);

/** Opens the tool in a window of its own. */
export async function openTool(browser, url, { width = 1280, height = 900, scheme = 'light', locale = 'en' } = {}) {
  const options = { viewport: { width, height }, colorScheme: scheme, locale };
  return new Visit(new URL(url).origin, await openWatched(browser, url, PATIENCE_MS, options));
}

/** What people do with the tool, in their words. */
class Visit {
  constructor(origin, watched) {
    Object.assign(this, watched, { origin });
  }

  /** Nothing was asked of others, no token stood in an address, and the browser complained of nothing. */
  async closeWithoutFault() {
    await this.close();
    assert.deepEqual(
      this.requests.filter((url) => !url.startsWith(this.origin) || /eyJ/.test(url)),
      [],
    );
    assert.deepEqual(this.complaints, []);
  }

  get main() {
    return this.page.getByRole('main');
  }

  heading(name) {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  async signInAs(name) {
    await this.page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await this.page.locator('.shell').waitFor();
  }

  async signInWith(token) {
    await this.page.getByRole('textbox').fill(token);
    await this.page.locator('.paste button').click();
    await this.page.locator('.shell').waitFor();
  }

  /** By the link of that name at the side. */
  async goTo(name) {
    await this.page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click();
    await this.heading(name).waitFor();
  }

  /** By its address, as from a bookmark. */
  async goToAddress(hash) {
    await this.page.evaluate((next) => {
      window.location.hash = next;
    }, hash);
    await this.page.locator('h1').first().waitFor();
    await this.settled();
  }

  /** Until nothing is being loaded any more. */
  async settled() {
    await this.page.waitForFunction(() => document.querySelector('.loading') === null);
  }

  /** The entries at the side. */
  entries() {
    return this.page.getByRole('navigation').first().getByRole('link').allInnerTexts();
  }

  async search(text) {
    await this.page.getByRole('searchbox').first().fill(text);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('link', { name: text, exact: true }).waitFor();
  }

  async openRecord(name) {
    await this.page.getByRole('link', { name, exact: true }).first().click();
    await this.heading(name).waitFor();
    await this.settled();
  }

  /** The control of a value, by its label. */
  field(label) {
    return this.form.getByLabel(label, { exact: true });
  }

  /** A value that consists of others, or is chosen of two. */
  group(label) {
    return this.form.getByRole('group', { name: label, exact: true });
  }

  get form() {
    return this.page.locator('form.mutation-form');
  }

  /** What a control is told besides its label: what it is for, why it is locked, what is wrong. */
  describedBy(control) {
    return control.evaluate((node) =>
      (node.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    );
  }

  async send(name = 'Send') {
    await this.form.getByRole('button', { name, exact: true }).click();
  }

  /** What became of it, which has the focus. */
  get outcome() {
    return this.page.locator('.outcome');
  }

  outcomeGetsFocus() {
    return this.getsFocus(this.outcome);
  }

  /** Until it is the one that has the focus. */
  getsFocus(locator) {
    return comesTo(() => locator.evaluate((node) => node === document.activeElement), true, 'it has the focus');
  }

  /** What axe-core finds wrong with the page as it is now. */
  faults() {
    return faultsOf(this.page);
  }

  /** What it finds with something in the page that is not ours. */
  async faultsOf(markup) {
    const foreign = await this.main.evaluateHandle((main, html) => {
      main.insertAdjacentHTML('beforeend', `<div>${html}</div>`);
      return main.lastElementChild;
    }, markup);
    const faults = await this.faults();
    await foreign.evaluate((node) => node.remove());
    return faults;
  }

  /** How far the page is wider than its window. */
  overflow() {
    return this.page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
  }

  /** Values of which a part is not shown; what is said to readers alone is a pixel wide. */
  cutOff() {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('main td *, main dd *')]
        .filter((node) => getComputedStyle(node).overflowX === 'hidden' && node.scrollWidth > node.clientWidth + 1)
        .filter(({ clientWidth }) => clientWidth > 1)
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
  }

  /** Presses Tab until the control of that name has the focus; how it is reached is not told, that it is seen is. */
  async tabTo(name) {
    for (let presses = 0; presses < 150; presses++) {
      await this.page.keyboard.press('Tab');
      const there = await this.page.evaluate(() => {
        const { activeElement: node } = document;
        // Between the last of the page and the first.
        if (node === document.body) return { label: '', isSeen: true };
        const label = node.getAttribute('aria-label') ?? node.labels?.[0]?.textContent ?? node.textContent;
        const shown = node.matches('input[type=radio], input[type=checkbox]')
          ? (node.nextElementSibling ?? node)
          : node;
        const { outlineStyle, outlineWidth } = getComputedStyle(shown);
        return { label: label.trim(), isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 };
      });
      if (!there.isSeen) throw new Error(`The focus is not seen at "${there.label}"`);
      if (there.label === name || there.label.startsWith(`${name}`)) return;
    }
    throw new Error(`No key leads to "${name}"`);
  }
}
