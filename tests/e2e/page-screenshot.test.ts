import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIMS, claimUrl } from '../demo/claims.mjs';
import { clickToolbarButton } from './browser-controls.mjs';
import { analyse, type DemoSession, startDemoSession } from './demo-session.ts';
import { drivePanel } from './panel-driver.mjs';

interface ReadShot {
  readonly reason: string | null;
  readonly url: string | null;
  readonly sha256: string | null;
  readonly base64: string;
}

let session: DemoSession;
let own: Page;

beforeAll(async () => {
  session = await startDemoSession();
  own = await session.openOwnPage('/history.html');
});

afterAll(() => session.close());

/** The stored record of a claim's page, its bytes included. */
const readShot = (claimId: string) =>
  own.evaluate(async (caseId): Promise<ReadShot> => {
    const opening = indexedDB.open('refund-lens');
    const database: IDBDatabase = await new Promise((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const request = database.transaction('pageShots').objectStore('pageShots').get(caseId);
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    database.close();
    const { shot, problem } = request.result;
    const bytes = shot ? new Uint8Array(await shot.blob.arrayBuffer()) : new Uint8Array();
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return {
      reason: problem?.reason ?? null,
      url: shot?.url ?? null,
      sha256: shot?.sha256 ?? null,
      base64: btoa(binary),
    };
  }, `pinduoduo:${claimId}`);

/** Runs the analysis once more from the panel. */
async function analyseAgain(): Promise<void> {
  const panel = await drivePanel(session.page);
  await panel.clickInPanel('重新分析');
  await panel.waitForPanel(({ status }) => status === 'running');
  await panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: 90_000 });
}

describe('the screenshot of the claim’s page', () => {
  it('is not permitted by a click into the page alone, and the record says so', async () => {
    await session.page.bringToFront();
    await analyse(await session.openClaim('a'));
    expect(await readShot(CLAIMS.a.id)).toMatchObject({ reason: 'screenshot-not-permitted', url: null });
  });

  it('is taken once the toolbar button was clicked on that tab, without the panel over the page', async () => {
    await clickToolbarButton(session.page, session.extensionId);
    await session.page.bringToFront();
    await analyseAgain();
    const { reason, url, sha256, base64 } = await readShot(CLAIMS.a.id);
    expect({ reason, url }).toEqual({ reason: null, url: claimUrl(CLAIMS.a) });
    const png = Buffer.from(base64, 'base64');
    expect(sha256).toBe(createHash('sha256').update(png).digest('hex'));
    const { width } = await sharp(png).metadata();
    expect(width).toBeGreaterThan(1000);
    const shown = await sharp(await session.page.screenshot())
      .raw()
      .toBuffer();
    const captured = await sharp(png).raw().toBuffer();
    expect(captured.equals(shown), 'the panel stands in the page and not in its screenshot').toBe(false);
  });

  it('is part of the evidence pack, byte for byte', async () => {
    const { sha256, base64 } = await readShot(CLAIMS.a.id);
    await own.goto(own.url().replace(/#.*|$/, `#case=pinduoduo%3A${CLAIMS.a.id}`));
    const [download] = await Promise.all([
      own.waitForEvent('download', { timeout: 60_000 }),
      own.getByRole('button', { name: '导出证据包' }).click(),
    ]);
    const entries = unzipSync(readFileSync(await download.path()));
    const packed = Buffer.from(entries['page/screenshot.png'] ?? []);
    expect(packed.equals(Buffer.from(base64, 'base64'))).toBe(true);
    const record = JSON.parse(new TextDecoder().decode(entries['analysis.json']));
    expect(record.page).toMatchObject({ screenshot: { sha256, url: claimUrl(CLAIMS.a) }, problem: null });
  });

  it('is still permitted on the next claim of the same seller center in that tab', async () => {
    await session.page.bringToFront();
    await analyse(await session.openClaim('b'));
    expect(await readShot(CLAIMS.b.id)).toMatchObject({ reason: null, url: claimUrl(CLAIMS.b) });
  });

  it('is not taken when it is switched off, and an earlier one stays', async () => {
    await own.goto(own.url().replace(/#.*|$/, '#settings'));
    await own.reload();
    const choice = own.getByLabel('点“分析”时给售后页面截一张图，放进证据包');
    await choice.click();
    await expect.poll(() => choice.isChecked()).toBe(false);
    await session.page.bringToFront();
    await analyseAgain();
    expect(await readShot(CLAIMS.b.id)).toMatchObject({ reason: 'screenshot-off', url: claimUrl(CLAIMS.b) });
  });

  it('wrote no error to any console', () => {
    expect(session.errors).toEqual([]);
  });
});
