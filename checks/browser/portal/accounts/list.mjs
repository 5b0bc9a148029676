import assert from 'node:assert/strict';

const NAMES = `query Names($filter: AccountFilter, $orderBy: AccountOrder!) {
  accounts(filter: $filter, orderBy: $orderBy, first: 200) { totalCount edges { node { name } } } }`;
const BY_NAME = { field: 'NAME', direction: 'ASC' };

/** What the API lists: the names in order. */
export async function listed(world, identity, filter = {}, orderBy = BY_NAME) {
  const { accounts } = await world.ask(identity, NAMES, { filter, orderBy });
  return accounts.edges.map(({ node }) => node.name);
}

/** The names in the list as they stand there from the top, as far as they are drawn. */
export function shown(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.list-body [data-row]')]
      .sort((one, other) => one.dataset.row - other.dataset.row)
      .map(({ textContent }) => textContent),
  );
}

/** Waits until these are listed, from the first on as far as the window draws them, and nothing is on its way any more. */
export async function waitForNames(page, names) {
  await page
    .waitForFunction((wanted) => {
      const drawn = [...document.querySelectorAll('.list-body [data-row]')]
        .sort((one, other) => one.dataset.row - other.dataset.row)
        .map(({ textContent }) => textContent);
      const isBusy = document.querySelector('.list-shown')?.getAttribute('aria-busy') === 'true';
      const isWhole = drawn.length === Math.min(wanted.length, Math.max(drawn.length, 12));
      return !isBusy && isWhole && drawn.every((name, index) => name === wanted[index]);
    }, names)
    .catch(async () => assert.deepEqual(await shown(page), names));
}

/** The operations of that name that the page asks from now on, each with its variables. */
export function watchOperations(page, name) {
  const asked = [];
  page.on('request', (request) => {
    const sent = operationOf(request);
    if (sent?.name === name) asked.push({ ...sent.variables, request });
  });
  return asked;
}

/** Which operation a request sends; null where it sends none. */
export function operationOf(request) {
  if (request.method() !== 'POST' || !request.url().endsWith('/graphql')) return null;
  const { query, variables } = request.postDataJSON();
  return { name: /(?:query|mutation) (\w+)/.exec(query)?.[1], variables };
}

/** Lets `answer` answer the operations of that name; all others go their way. */
export async function answerInstead(page, name, answer) {
  await page.route('**/graphql', async (route) => {
    const sent = operationOf(route.request());
    if (sent?.name === name) return answer(route, sent.variables);
    return route.continue();
  });
}
