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
    const analysed = await panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: ANALYSIS_TIMEOUT_MS });
    const { pictures } = await confirmChanges(panel, analysed);
    for (const { index, verdict, problem, findings } of pictures) {
      const said = [problem, ...findings].filter(Boolean).join('；');
      console.log([name, `${index + 1}`, `${verdict} ${words[`verdict.${verdict}`]}`, said].join('  ').trimEnd());
    }
    await page.screenshot({ path: join(SCREENSHOTS, `claim-${name}.png`) });
    await panel.close();
  }
  console.log(`Screenshots 截图: ${SCREENSHOTS}`);
}

const NOT_AN_OVERLAY = '不是，画面内容变了';

/**
 * Confirms every marked change, as a seller does who has looked at it: until then it counts as strong evidence only.
 * @param {Awaited<ReturnType<typeof drivePanel>>} panel
 * @param {import('../../tests/e2e/panel-driver.mjs').PanelState} state
 */
async function confirmChanges(panel, state) {
  let left = state.buttons.filter((name) => name === NOT_AN_OVERLAY).length;
  for (; left > 0; left--) {
    await panel.clickInPanel(NOT_AN_OVERLAY);
    const next = left - 1;
    state = await panel.waitForPanel(
      ({ buttons }) => buttons.filter((name) => name === NOT_AN_OVERLAY).length === next,
    );
  }
  return state;
}
