import assert from 'node:assert/strict';
import { faultsOf } from '../axe.mjs';
import { comesTo } from '../comes-to.mjs';
import { openWatched } from '../watched-page.mjs';

const PATIENCE_MS = 60_000;

/**
 * A window on a page of the portal. `session` is who is signed in, as the sign-in page would have left it in this tab; the page is
 * there once it has its heading, or `until` (a selector) is.
 */
export async function openPortal(
  { browser, url },
  { identity, token },
  path,
  {
    width = 1280,
    height = 900,
    scheme = 'light',
    locale = 'en-GB',
    timezoneId = 'Europe/Berlin',
    until = 'h1',
    ...more
  } = {},
) {
  const options = { viewport: { width, height }, colorScheme: scheme, locale, timezoneId, ...more };
  const session = token === null ? null : JSON.stringify({ token, name: identity, identity });
  const watched = await openWatched(browser, new URL(path, url).href, PATIENCE_MS, options, (context) =>
    context.addInitScript((stored) => {
      // Once: who has signed out stays signed out.
      if (stored !== null && sessionStorage.getItem('visited') === null) sessionStorage.setItem('session', stored);
      sessionStorage.setItem('visited', 'yes');
    }, session),
  );
  const visit = new Visit(new URL(url).origin, watched);
  await watched.page
    .locator(until)
    .first()
    .waitFor()
    .catch(async ({ message }) => {
      const told = [await watched.page.locator('body').textContent(), ...watched.complaints];
      throw new Error(`${message}\nThe page shows: ${told.join('\n')}`);
    });
  return visit;
}

/** What people do with the portal, in their words. */
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

  /** What the browser said of a fault that the test itself has made; it must have said it. */
  forgive(pattern) {
    const others = this.complaints.filter((complaint) => !pattern.test(complaint));
    assert.notEqual(others.length, this.complaints.length, `Nobody complained of ${pattern}`);
    this.complaints.splice(0, Number.POSITIVE_INFINITY, ...others);
  }

  get main() {
    return this.page.getByRole('main');
  }

  heading(name) {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  /** To another address as a link leads there, without loading the page anew. */
  async goesTo(path) {
    await this.page.evaluate((to) => {
      history.pushState({}, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
  }

  /** Until nothing is being loaded any more. */
  async settled() {
    await this.page.waitForFunction(() => document.querySelector('.skeleton') === null);
  }

  /** Until nothing is on its way any more. */
  async quiet() {
    await comesTo(() => this.unanswered.size, 0, 'something is not answered');
  }

  /**
   * So much later, on a page whose clock can be put on. What is on its way is waited for before: what is asked for again and again
   * is not asked for meanwhile, and only so long after its answer.
   */
  async later(ms) {
    await this.quiet();
    await this.page.clock.fastForward(ms);
  }

  /** Does what waits for something, and sees that it came before the page's own clock had gone on so far: patience is longer. */
  async within(ms, work) {
    const now = () => this.page.evaluate(() => Date.now());
    const began = await now();
    await work();
    const took = (await now()) - began;
    assert.ok(took < ms, `it came after ${took} ms of the page's clock, not within ${ms}`);
  }

  /** Like somebody who has looked at something else and comes back to the page, which asks at once for what is new. */
  async comesBack() {
    const asked = this.page.waitForRequest('**/graphql');
    await this.within(3_000, async () => {
      await this.#turns();
      await asked;
    });
  }

  /** Nobody looks at the page any more: what is in view is not asked for again and again. */
  async looksAway() {
    await this.page.evaluate(() => Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' }));
    await this.#turns();
  }

  #turns() {
    return this.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  }

  /** What axe-core finds wrong with the page as it is now. */
  axe() {
    return faultsOf(this.page);
  }

  /** How far the page is wider than its window. */
  overflow() {
    return this.page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
  }
}
