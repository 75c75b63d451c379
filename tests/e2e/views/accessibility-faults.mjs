import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds on the page that is open, a line each.
 * @param {import('playwright-core').Page} page
 * @param {string | null} context the element to look at; the whole page where null
 * @returns {Promise<string[]>}
 */
export async function accessibilityFaults(page, context) {
  // Over the debugging protocol, so that no content security policy is asked.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (include) => globalThis.axe.run(include ? { include: [[include]] } : document, { resultTypes: ['violations'] }),
    context,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary.split('\n').slice(1).join(' ').trim();
      return `${id}: ${target.flat().join(' ')}: ${why}`;
    }),
  );
}
