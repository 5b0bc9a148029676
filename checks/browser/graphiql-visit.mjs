const PATIENCE_MS = 60_000;

/** Opens GraphiQL in a window of its own, and keeps what it asks for and complains of. */
export async function openGraphiql(browser, url, { width, height, touch = false }) {
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: touch,
    isMobile: touch,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  await page.locator('.graphiql-query-editor .view-line span span').first().waitFor();
  return { page, requests, complaints, close: () => context.close() };
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

/** Runs what the active tab holds; the answer. */
export async function run(page) {
  const answered = page.waitForFunction(
    (before) => {
      const model = globalThis.monaco.editor.getModels().find(({ uri }) => uri.path.endsWith('response.json'));
      return model?.getValue() !== before && model?.getValue().trim().endsWith('}') && model.getValue();
    },
    await textIn(page, 'response.json'),
  );
  await page.locator('.graphiql-execute-button').click();
  return JSON.parse(await (await answered).jsonValue());
}

export const tabsOf = (page) => page.locator('.graphiql-tab-button');
export const activeTab = (page) => page.locator('.graphiql-tab-active .graphiql-tab-button').textContent();
