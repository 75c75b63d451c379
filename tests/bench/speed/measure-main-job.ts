import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { ensureGrantedBuild } from '../../../scripts/build-if-needed.mjs';
import { launchWithExtension } from '../../../scripts/launch-browser.mjs';
import { ensureBrowser } from '../../../scripts/setup/ensure-browser.mjs';
import { claimUrl } from '../../demo/claims.mjs';
import { serveDemo } from '../../demo/serve.mjs';
import { drivePanel } from '../../e2e/panel-driver.mjs';
import { addClaimToDemo, type DemoClaim } from './claim-on-demo.ts';
import { extensionProcessOf, memoryOf, type ProcessMemory, peakWhile, processorTimeOf } from './process-memory.ts';
import type { TwelveMegapixelClaim } from './twelve-megapixel-claim.ts';
import { type WatchedCase, watchCase } from './watch-case.mjs';

/** Checks that read text in the picture; the targets count them apart. */
export const READING_CHECKS = ['visible-mark', 'parcel-label'];

/** How long the mouse rests on the button, as in tests/bench/measure-page-script.mjs. */
const POINTED_MS = 500;

/** One run of the main job, in milliseconds from the seller's click. */
export interface MainJobRun {
  readonly firstFindingMs: number | null;
  /** All checks on all pictures but those that read text. */
  readonly withoutReadingMs: number;
  readonly allMs: number;
  /** Processor time of that process, all its threads: what remains of a wall time on a machine that others use. */
  readonly processorMs: number;
  /** The process of the extension's pages and workers, at its most. */
  readonly peak: ProcessMemory;
  readonly watched: WatchedCase;
  readonly clickedAt: number;
}

/**
 * Clicks 分析 on each claim's page in the built extension and watches what is stored, the pictures served by this
 * machine. The first claim starts the tools and is not counted.
 * @returns the runs of all claims but the first, and what the extension held before the first
 */
export async function measureMainJob(
  folder: string,
  claims: readonly TwelveMegapixelClaim[],
): Promise<{ runs: MainJobRun[]; idle: ProcessMemory }> {
  const added = claims.map((pictures, number) => addClaimToDemo(folder, number, pictures));
  const server = await serveDemo({ picturesDirectory: folder });
  const { context, extensionId, close } = await launchWithExtension({
    executablePath: ensureBrowser(),
    extensionDir: ensureGrantedBuild(),
    hostPort: server.port,
    headless: true,
  });
  try {
    const ownPage = await context.newPage();
    await ownPage.goto(`chrome-extension://${extensionId}/popup.html`);
    const page = await context.newPage();
    const processId = await extensionProcessOf(context);
    const idle = memoryOf(processId);
    const runs: MainJobRun[] = [];
    for (const claim of added) runs.push(await runClaim(claim, page, ownPage, processId));
    return { runs: runs.slice(1), idle };
  } finally {
    await close();
    await server.close();
  }
}

async function runClaim(claim: DemoClaim, page: Page, ownPage: Page, processId: number): Promise<MainJobRun> {
  await page.goto(claimUrl(claim));
  const panel = await drivePanel(page);
  await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
  // As a person does, who sees the page with all its pictures before the button and comes to it with the mouse. The demo's
  // page puts up one picture after the other; a click before the last one waits for the page to come to rest.
  await page.waitForFunction(
    (count) => document.images.length >= count && [...document.images].every(({ complete }) => complete),
    claim.images.length,
  );
  await panel.pointInPanel('分析');
  await delay(POINTED_MS);
  await page.evaluate(() => {
    addEventListener('click', () => Object.assign(globalThis, { clickedAt: Date.now() }), {
      capture: true,
      once: true,
    });
  });
  const usedBefore = processorTimeOf(processId);
  const { peak, result: watched } = await peakWhile(processId, async () => {
    const watching = ownPage.evaluate(watchCase, claim.orderSn);
    await panel.clickInPanel('分析');
    return watching;
  });
  await panel.close();
  const clickedAt = await page.evaluate(() => (globalThis as unknown as { clickedAt: number }).clickedAt);
  const timeOf = (at: number) => at - clickedAt;
  const first = watched.results.find(({ findingCount }) => findingCount > 0);
  const quick = watched.results.filter(({ check }) => !READING_CHECKS.includes(check));
  return {
    firstFindingMs: first ? timeOf(first.at) : null,
    withoutReadingMs: timeOf(Math.max(...quick.map(({ at }) => at))),
    allMs: timeOf(watched.doneAt),
    processorMs: processorTimeOf(processId) - usedBefore,
    peak,
    watched,
    clickedAt,
  };
}
