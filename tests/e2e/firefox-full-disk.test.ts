import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFirefox } from '../../scripts/setup/ensure-browser.mjs';
import { CLAIMS, claimUrl } from '../demo/claims.mjs';
import type { DemoClaim } from './demo-session.ts';
import type { PanelState } from './describe-panel.mjs';
import { type KeptFirefoxSession, startKeptFirefoxSession } from './firefox-demo-session.ts';
import { openOwnPage } from './firefox-faults.mjs';
import { driveFirefoxPanel } from './firefox-panel-driver.mjs';
import { SmallDisk } from './small-disk.ts';
import { halfThere, readHistoryInPage, type StoredHistory } from './stored-history.ts';

/** Of 600 MB Firefox 153 grants so little that no analysis begins, whatever is free. */
const DISK_MEGABYTES = 1500;
/** Enough for the browser to live, too little for a picture. */
const FREE_BYTES = 64 * 1024;

const firefox = ensureFirefox();
const isPossible = firefox !== null && SmallDisk.isPossible;
if (!isPossible) console.warn('A disk that is full under Firefox needs Firefox, and root on Linux: left out.');

describe.runIf(isPossible)('a disk that is full under Firefox', () => {
  let disk: SmallDisk;
  let session: KeptFirefoxSession;
  let page: Page;
  let own: NonNullable<Awaited<ReturnType<typeof openOwnPage>>>;

  const isDone = ({ status }: PanelState) => status === 'done';
  const saysSo = ({ text }: PanelState) => /没能把结果存到硬盘|存储空间不够/.test(text);
  const stored = (): Promise<StoredHistory> => own.ask(readHistoryInPage);
  const panelOf = async (name: DemoClaim) => {
    await page.goto(claimUrl(CLAIMS[name]));
    const panel = driveFirefoxPanel(session.browser, page);
    const { buttons } = await panel.waitForPanel((state) =>
      state.buttons.some((button) => /^(重新)?分析$/.test(button)),
    );
    await panel.clickInPanel(buttons.includes('重新分析') ? '重新分析' : '分析');
    return panel;
  };

  beforeAll(async () => {
    disk = new SmallDisk(DISK_MEGABYTES);
    session = await startKeptFirefoxSession(firefox as string, disk.folder);
    page = await session.browser.newPage();
    own = await openOwnPage(session.browser, '/popup.html');
  });

  afterAll(async () => {
    // Not asked to end: how long Firefox takes for that on a disk that was full is not the question here.
    await session?.kill();
    disk?.remove();
  });

  it('is said in the panel, in words that say what to do', async () => {
    await (await panelOf('b')).waitForPanel(isDone, { timeoutMs: 120_000 });
    const before = await stored();
    disk.fill(FREE_BYTES);
    const panel = await panelOf('a');
    const { text } = await panel.waitForPanel(saysSo, { timeoutMs: 60_000 });
    expect(text).toMatch(/清理/);
    const after = await stored();
    expect(halfThere(after)).toEqual([]);
    const ofB = ({ caseId }: { caseId: string }) => caseId === before.cases[0]?.caseId;
    expect(after.results.filter(ofB)).toEqual(before.results.filter(ofB));
  });

  it('is no more than an interruption: with room again, the claim is analysed to its end', async () => {
    disk.clear();
    const { pictures } = await (await panelOf('a')).waitForPanel(isDone, { timeoutMs: 120_000 });
    expect(pictures[0]?.verdict).toBe('strong');
    const after = await stored();
    expect(halfThere(after)).toEqual([]);
    expect(after.cases.map(({ orderId }) => orderId)).toEqual(
      expect.arrayContaining([CLAIMS.a.orderSn, CLAIMS.b.orderSn]),
    );
  });
});
