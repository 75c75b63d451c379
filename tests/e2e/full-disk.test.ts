import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIMS, LIST_URL } from '../demo/claims.mjs';
import { analyse, type DemoSession, startDemoSession } from './demo-session.ts';
import type { PanelState } from './describe-panel.mjs';
import { drivePanel } from './panel-driver.mjs';
import { SmallDisk } from './small-disk.ts';
import { halfThere, readStoredHistory } from './stored-history.ts';

const DISK_MEGABYTES = 400;
/** Enough for the browser to live, too little for a picture. */
const FREE_BYTES = 64 * 1024;

if (!SmallDisk.isPossible) console.warn('A disk that is full needs root on Linux: these tests are left out.');

describe.runIf(SmallDisk.isPossible)('a disk that is full', () => {
  let disk: SmallDisk;
  let session: DemoSession;
  let ownPage: Page;

  beforeAll(async () => {
    disk = new SmallDisk(DISK_MEGABYTES);
    session = await startDemoSession({ profileDir: disk.folder });
    ownPage = await session.openOwnPage('/popup.html');
  });

  afterAll(async () => {
    await session?.close();
    disk?.remove();
  });

  const isDone = ({ status }: PanelState) => status === 'done';
  const saysSo = ({ text }: PanelState) => /没能把结果存到硬盘|存储空间不够/.test(text);

  it('is said in the panel, in words that say what to do', async () => {
    await analyse(await session.openClaim('b'));
    const before = await readStoredHistory(ownPage);
    disk.fill(FREE_BYTES);
    const panel = await session.openClaim('a');
    await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    await panel.clickInPanel('分析');
    const { text } = await panel.waitForPanel(saysSo, { timeoutMs: 60_000 });
    expect(text).toMatch(/清理/);
    const after = await readStoredHistory(ownPage);
    expect(halfThere(after)).toEqual([]);
    const ofB = ({ caseId }: { caseId: string }) => caseId === before.cases[0]?.caseId;
    expect(after.results.filter(ofB)).toEqual(before.results.filter(ofB));
  });

  it('holds up no batch: every claim of the list has its turn, and the list comes to its end', async () => {
    await session.page.goto(LIST_URL);
    const panel = await drivePanel(session.page);
    await panel.waitForPanel(({ buttons }) => buttons.includes('检查本页全部'));
    await panel.clickInPanel('检查本页全部');
    await panel.waitForPanel(({ buttons }) => buttons.some((name) => name.startsWith('开始逐单检查')));
    const opening = session.context.waitForEvent('page', (page) => page.url().includes('history.html'));
    await panel.clickInPanel(/开始逐单检查/);
    const history = await opening;
    await history.locator('.queue-view[data-status="done"]').waitFor({ timeout: 170_000 });
    await history.close();
    expect(halfThere(await readStoredHistory(ownPage))).toEqual([]);
  });

  it('is no more than an interruption: with room again, the claim is analysed to its end', async () => {
    disk.clear();
    const panel = await session.openClaim('a');
    const { buttons } = await panel.waitForPanel((state) => state.buttons.some((name) => /^(重新)?分析$/.test(name)));
    await panel.clickInPanel(buttons.includes('重新分析') ? '重新分析' : '分析');
    const { pictures } = await panel.waitForPanel(isDone, { timeoutMs: 90_000 });
    expect(pictures[0]?.verdict).toBe('strong');
    const after = await readStoredHistory(ownPage);
    expect(halfThere(after)).toEqual([]);
    expect(after.cases.map(({ orderId }) => orderId)).toEqual(
      expect.arrayContaining([CLAIMS.a.orderSn, CLAIMS.b.orderSn]),
    );
  });
});
