import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds on the page that is open, a line each, and the boxes for messages that are drawn without a message in them.
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
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary.split('\n').slice(1).join(' ').trim();
      return `${id}: ${target.flat().join(' ')}: ${why}`;
    }),
  );
  return [...faults, ...(await page.evaluate(emptyBoxes))];
}

/** Runs in the page. */
function emptyBoxes() {
  const hasBox = (element) => {
    const { borderTopWidth, backgroundColor } = getComputedStyle(element);
    return Number.parseFloat(borderTopWidth) > 0 || !/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor);
  };
  return [...document.querySelectorAll('[role="status"], [role="alert"], p')]
    .filter((element) => element.childElementCount === 0 && element.textContent.trim() === '')
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 0 && hasBox(element))
    .map(({ className, parentElement }) => `empty box: ${className} in ${parentElement?.className}`);
}
