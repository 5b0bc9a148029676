import { createRequire } from 'node:module';

const { source: AXE } = createRequire(import.meta.url)('axe-core');

/** What axe-core finds wrong with the page as it is now, once nothing in it is on its way to another look: colours are mixed then. */
export async function faultsOf(page) {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect }) => effect.getComputedTiming().endTime === Number.POSITIVE_INFINITY),
  );
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  });
}
