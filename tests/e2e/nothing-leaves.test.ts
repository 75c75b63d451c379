import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startRecordingProxy } from '../browser/recording-proxy.mjs';
import { CLAIMS, IMAGES, LIST_URL } from '../demo/claims.mjs';
import { makePictures } from '../demo/make-pictures.mjs';
import { analyse, type DemoClaim, type DemoSession, startDemoSession } from './demo-session.ts';
import { readNetLog } from './net-log.mjs';
import { drivePanel } from './panel-driver.mjs';
import { recordVideo } from './record-video.mjs';
import { readStoredHistory } from './stored-history.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'refund-lens-net-log-'));
const NET_LOG = join(FOLDER, 'net-log.json');
const HOSTS = new Set(['mms.pinduoduo.com', ...[...IMAGES.keys()].map((url) => new URL(url).hostname)]);
/**
 * Chromium asks its maker whether somebody is signed in, whether its own parts are new, and what the fields of a form are for,
 * with any extension and without. It is refused here, and held below that no extension and no page stands behind it.
 */
const OF_CHROMIUM_ITSELF = /^\w+ (http:\/\/)?(accounts\.google|(update|content-autofill)\.googleapis)\.com[:/]/;
const ANALYSED: readonly DemoClaim[] = ['earlier', 'a', 'c'];
const QUEUED: DemoClaim = 'b';

let session: DemoSession;
let pictures: string;
let proxy: Awaited<ReturnType<typeof startRecordingProxy>>;

beforeAll(async () => {
  pictures = await makePictures();
  session = await startDemoSession({
    switchesFor: async (port) => {
      proxy = await startRecordingProxy({ port, isLed: (host) => HOSTS.has(host) });
      return [
        `--proxy-server=http://127.0.0.1:${proxy.port}`,
        '--proxy-bypass-list=<-loopback>',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        `--log-net-log=${NET_LOG}`,
      ];
    },
  });
});

afterAll(async () => {
  await proxy?.close();
  rmSync(FOLDER, { recursive: true, force: true });
});

/** Has a video checked that the seller hands over. */
async function checkVideo(history: Page): Promise<void> {
  const shown = ['cracked.jpg', 'packing.jpg'].map((name) => readFile(join(pictures, name)));
  const buffer = await recordVideo(history, await Promise.all(shown), 2);
  await history.getByRole('tab', { name: '新建检查' }).click();
  await history.locator('[data-picker="evidence"]').setInputFiles({ name: 'v.webm', mimeType: 'video/webm', buffer });
  await history.getByRole('button', { name: '开始检查' }).click();
  await history.locator('.case-detail[data-status="done"]').waitFor({ timeout: 120_000 });
}

/** Has one claim of the list checked in a tab that the extension opens. */
async function checkFromList(): Promise<void> {
  await session.page.goto(LIST_URL);
  const panel = await drivePanel(session.page);
  await panel.waitForPanel(({ buttons }) => buttons.includes('检查本页全部'));
  await panel.clickInPanel('检查本页全部');
  await panel.waitForPanel(({ buttons }) => buttons.some((name) => name.startsWith('开始逐单检查')));
  // Those that were not checked yet are chosen.
  await panel.clickInPanel(new RegExp(CLAIMS.bad.orderSn), { role: 'checkbox' });
  await panel.waitForPanel(({ buttons }) => buttons.includes('开始逐单检查（1）'));
  const opening = session.context.waitForEvent('page', (page) => page.url().includes('history.html'));
  await panel.clickInPanel('开始逐单检查（1）');
  const queue = await opening;
  await queue.locator('.queue-view[data-status="done"]').waitFor({ timeout: 150_000 });
  await queue.close();
}

it('asks the network for the pictures of the claims and for nothing else, in a whole session', async () => {
  for (const name of ANALYSED) await analyse(await session.openClaim(name));
  const panel = await session.openClaim('a');
  await panel.waitForPanel(({ status }) => status === 'done');
  await panel.clickInPanel('不是，画面内容变了');
  await panel.waitForPanel(({ pictures }) => pictures[0]?.verdict === 'proof');
  await panel.clickInPanel('复制回复');
  await panel.waitForPanel(({ text }) => text.includes('已复制'));
  const history = await session.openOwnPage('/history.html');
  await history.getByRole('button', { name: '知道了' }).click();
  await history.getByText(CLAIMS.c.orderSn).first().click();
  await history.getByText('TC260:AIGC').first().waitFor();
  await Promise.all([
    history.waitForEvent('download', { timeout: 120_000 }),
    history.getByRole('button', { name: '导出证据包' }).click(),
  ]);
  await checkVideo(history);
  await checkFromList();
  await history.goto(`chrome-extension://${session.extensionId}/history.html#settings`);
  await history.locator('.history-header').waitFor();
  await history.goto(`chrome-extension://${session.extensionId}/popup.html`);
  await history.locator('body').getByRole('button').first().waitFor();
  const stored = await readStoredHistory(history);
  await session.close();

  // Every context of the browser is in its net log: pages, the service worker, the offscreen page and its worker.
  const { requests, tcpAddresses, udpPacketCount } = readNetLog(readFileSync(NET_LOG, 'utf8'));
  const byExtension = requests.filter(({ initiator }) => initiator.startsWith('chrome-extension://'));
  // What the extension asked for is what it has stored, and so what the seller is shown.
  const captured = stored.pictures
    .flatMap(({ delivered, larger }) => [delivered, larger])
    .filter((image) => image !== null)
    // A file that was handed over has no address.
    .filter(({ url }) => url !== '');
  const askedFor = byExtension.map(({ url }) => url);
  expect(new Set(askedFor)).toEqual(new Set(captured.map(({ url }) => url)));
  for (const url of [...ANALYSED, QUEUED].flatMap((name) => CLAIMS[name].images)) expect(askedFor).toContain(url);
  expect(new Set(byExtension.map(({ method }) => method))).toEqual(new Set(['GET']));
  const elsewhere = requests.filter(({ url }) => !HOSTS.has(new URL(url).hostname));
  const behindThem = new Set(elsewhere.map(({ initiator }) => initiator));
  expect([...behindThem].filter((initiator) => /^chrome-extension:|pinduoduo/.test(initiator))).toEqual([]);
  // Nothing went round the proxy, and the proxy was asked for no other host but by Chromium itself.
  expect(tcpAddresses).toEqual(new Set([`127.0.0.1:${proxy.port}`]));
  expect(udpPacketCount).toBe(0);
  expect(proxy.refused.filter((line) => !OF_CHROMIUM_ITSELF.test(line))).toEqual([]);
  expect([...proxy.led].every((host) => HOSTS.has(host))).toBe(true);
  // Six claims one after the other.
}, 600_000);
