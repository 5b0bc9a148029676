/** A window of its own, with what its page asks for and what the browser complains of; `prepare` comes before the page. */
export async function openWatched(browser, url, patience, options, prepare = async () => undefined) {
  const context = await browser.newContext(options);
  await prepare(context);
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on('request', (request) => requests.push(request.url()));
  const unanswered = new Set();
  page.on('request', (request) => unanswered.add(request));
  for (const event of ['requestfinished', 'requestfailed']) page.on(event, (request) => unanswered.delete(request));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  const close = async () => {
    // What a test answers itself may be on its way still.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  };
  return { page, requests, complaints, unanswered, close };
}
