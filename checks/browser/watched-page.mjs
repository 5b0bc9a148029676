/** A window of its own, with what its page asks for and what the browser complains of; `prepare` comes before the page. */
export async function openWatched(browser, url, patience, options, prepare = async () => undefined) {
  const context = await browser.newContext(options);
  await prepare(context);
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, requests, complaints, close: () => context.close() };
}
