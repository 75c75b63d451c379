import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CLAIMS, claimUrl } from '../../tests/demo/claims.mjs';
import { drivePanel } from '../../tests/e2e/panel-driver.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const SCREENSHOTS = join(ROOT, '.cache/screenshots');
/** What the demo's page draws last; a seller would look at the page before asking for anything. */
const LAST_PART_OF_PAGE = '.recommend_list__2n';
/** Milliseconds for one claim: eight pictures, one of which never arrives. */
const ANALYSIS_TIMEOUT_MS = 120_000;

/**
 * Goes through the demo's claims as a seller would, prints one line a picture
 * (`claim  picture  proof 铁证  what was found`) and keeps a screenshot of each claim in .cache/screenshots.
 * @param {import('playwright-core').BrowserContext} context
 */
export async function walkThroughClaims(context) {
  const words = JSON.parse(readFileSync(join(ROOT, 'utils/text/locales/zh-CN/common.json'), 'utf8'));
  mkdirSync(SCREENSHOTS, { recursive: true });
  const page = context.pages()[0] ?? (await context.newPage());
  for (const [name, claim] of Object.entries(CLAIMS)) {
    await page.goto(claimUrl(claim));
    await page.locator(LAST_PART_OF_PAGE).waitFor();
    const panel = await drivePanel(page);
    await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    await panel.clickInPanel('分析');
    const { pictures } = await panel.waitForPanel(({ status }) => status === 'done', {
      timeoutMs: ANALYSIS_TIMEOUT_MS,
    });
    for (const { index, verdict, problem, findings } of pictures) {
      const said = [problem, ...findings].filter(Boolean).join('；');
      console.log([name, `${index + 1}`, `${verdict} ${words[`verdict.${verdict}`]}`, said].join('  ').trimEnd());
    }
    await page.screenshot({ path: join(SCREENSHOTS, `claim-${name}.png`) });
    await panel.close();
  }
  console.log(`Screenshots 截图: ${SCREENSHOTS}`);
}
