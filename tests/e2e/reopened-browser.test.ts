import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { CLAIMS, LIST_URL } from '../demo/claims.mjs';
import { killBrowser } from './browser-faults.mjs';
import { analyse, type DemoClaim, type DemoSession, startDemoSession } from './demo-session.ts';
import { drivePanel } from './panel-driver.mjs';
import { halfThere, readStoredHistory } from './stored-history.ts';
import { until } from './until.ts';

const PROFILE = mkdtempSync(join(tmpdir(), 'refund-lens-reopened-'));
let session: DemoSession | null = null;

afterAll(async () => {
  await session?.close();
  rmSync(PROFILE, { recursive: true, force: true, maxRetries: 5 });
});

async function reopen(): Promise<{ session: DemoSession; ownPage: Page }> {
  await session?.close();
  session = await startDemoSession({ profileDir: PROFILE });
  return { session, ownPage: await session.openOwnPage('/popup.html') };
}

const isDone = ({ status }: { status: string }) => status === 'done';

// The first, so that a single claim is all that is lost.
it('a history whose files are damaged is said to be gone, and new claims are checked and kept', async () => {
  const first = await reopen();
  await analyse(await first.session.openClaim('b'));
  await first.session.close();
  session = null;
  const folder = join(
    PROFILE,
    'Default/IndexedDB',
    `chrome-extension_${first.session.extensionId}_0.indexeddb.leveldb`,
  );
  const damaged = readdirSync(folder).filter((file) => /\.(ldb|log)$|^MANIFEST/.test(file));
  expect(damaged.length).toBeGreaterThan(1);
  for (const file of damaged) writeFileSync(join(folder, file), Buffer.alloc(4096, 0xa5));

  const { session: second, ownPage } = await reopen();
  await ownPage.goto(`chrome-extension://${second.extensionId}/history.html`);
  await ownPage.getByText('这台电脑上的历史记录不见了').waitFor();
  await ownPage.getByRole('button', { name: '知道了' }).click();
  await ownPage.getByText('还没有记录').waitFor();
  const { pictures } = await analyse(await second.openClaim('a'));
  expect(pictures[0]?.verdict).toBe('strong');
  await ownPage.reload();
  await ownPage.getByText(CLAIMS.a.orderSn).first().waitFor();
  await ownPage.getByText('这台电脑上的历史记录不见了').waitFor();
  expect(halfThere(await readStoredHistory(ownPage))).toEqual([]);
});

it('a browser killed in the middle of a batch has lost nothing that was done, and goes on where it was', async () => {
  const first = await reopen();
  await first.session.page.goto(LIST_URL);
  const panel = await drivePanel(first.session.page);
  await panel.waitForPanel(({ buttons }) => buttons.includes('检查本页全部'));
  await panel.clickInPanel('检查本页全部');
  await panel.waitForPanel(({ buttons }) => buttons.some((name) => name.startsWith('开始逐单检查')));
  await panel.clickInPanel(/开始逐单检查/);
  const before = await until(async () => {
    const history = await readStoredHistory(first.ownPage);
    const running = history.cases.find(({ status }) => status === 'running');
    const hasSpoken = history.results.some(({ caseId }) => caseId === running?.caseId);
    return history.cases.some(isDone) && hasSpoken && history;
  }, 120_000);
  await killBrowser(first.session.context);

  const { session: second, ownPage } = await reopen();
  const after = await readStoredHistory(ownPage);
  expect(halfThere(after)).toEqual([]);
  const nameOf = ({ pictureId, check }: { pictureId: string; check: string }) => `${pictureId} ${check}`;
  expect(after.results.map(nameOf)).toEqual(expect.arrayContaining(before.results.map(nameOf)));
  for (const { caseId } of before.cases.filter(isDone))
    expect(after.cases.find((stored) => stored.caseId === caseId)?.status).toBe('done');

  const [cutOff] = before.cases.filter(({ status }) => status === 'running');
  const name = (Object.keys(CLAIMS) as DemoClaim[]).find((key) => CLAIMS[key].orderSn === cutOff?.orderId);
  const again = await second.openClaim(name as DemoClaim);
  await again.waitForPanel(isDone, { timeoutMs: 120_000 });
  expect(halfThere(await readStoredHistory(ownPage))).toEqual([]);
});
