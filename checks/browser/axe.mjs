import { createRequire } from 'node:module';

const { source: AXE } = createRequire(import.meta.url)('axe-core');

/** What axe-core finds wrong with the page as it is now. */
export async function faultsOf(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  });
}
