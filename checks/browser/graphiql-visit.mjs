import { openWatched } from './watched-page.mjs';

const PATIENCE_MS = 60_000;

/** Opens GraphiQL in a window of its own, and keeps what it asks for and complains of. */
export async function openGraphiql(browser, url, { width, height, touch = false }) {
  const visit = await openWatched(browser, url, PATIENCE_MS, {
    viewport: { width, height },
    hasTouch: touch,
    isMobile: touch,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await visit.page.locator('.graphiql-query-editor .view-line span span').first().waitFor();
  return visit;
}

/** What stands in one of the editors: `operation.graphql`, `variables.json`, `request-headers.json`, `response.json`. */
export function textIn(page, editor) {
  return page.evaluate(
    (name) =>
      globalThis.monaco.editor
        .getModels()
        .find(({ uri }) => uri.path.endsWith(name))
        ?.getValue() ?? '',
    editor,
  );
}

/** Pastes into the headers as a person does: a click into them, and the keys. `instead` of all that stands there. */
export async function pasteIntoHeaders(page, text, { instead = false } = {}) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await headersOf(page).click();
  if (instead) await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
}

export function headersOf(page) {
  return page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden) .view-lines');
}

/**
 * Runs what the active tab holds; the answer. GraphiQL notes which operation a tab that was just chosen holds a moment later,
 * and says until then that it cannot infer one: pressed again, as a person does.
 */
export async function run(page) {
  for (let presses = 0; presses < 50; presses++) {
    const answer = await pressAndRead(page);
    if (!JSON.stringify(answer).includes('Cannot infer operation')) return answer;
    await page.waitForTimeout(100);
  }
  throw new Error('GraphiQL never noted the operation of the tab');
}

async function pressAndRead(page) {
  const shown = 'response.json';
  await page.evaluate((name) => {
    for (const model of globalThis.monaco.editor.getModels()) if (model.uri.path.endsWith(name)) model.setValue('');
  }, shown);
  const answered = page.waitForFunction((name) => {
    const text =
      globalThis.monaco.editor
        .getModels()
        .find(({ uri }) => uri.path.endsWith(name))
        ?.getValue() ?? '';
    return /[}\]]\s*$/.test(text) && text;
  }, shown);
  await page.locator('.graphiql-execute-button').click();
  return JSON.parse(await (await answered).jsonValue());
}

/** The tabs as GraphiQL has written them down; null before it has. */
export function storedTabs(page) {
  return page.evaluate(() => {
    const [, state] = Object.entries(localStorage).find(([key]) => key.endsWith('tabState')) ?? [];
    return state === undefined ? null : JSON.parse(state);
  });
}

export const tabsOf = (page) => page.locator('.graphiql-tab-button');
export const activeTab = (page) => page.locator('.graphiql-tab-active .graphiql-tab-button').textContent();
