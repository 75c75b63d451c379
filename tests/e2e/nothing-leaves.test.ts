import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startRecordingProxy } from '../browser/recording-proxy.mjs';
import { CLAIMS, IMAGES } from '../demo/claims.mjs';
import { analyse, type DemoClaim, type DemoSession, startDemoSession } from './demo-session.ts';
import { readNetLog } from './net-log.mjs';
import { readStoredHistory } from './stored-history.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'refund-lens-net-log-'));
const NET_LOG = join(FOLDER, 'net-log.json');
const HOSTS = new Set(['mms.pinduoduo.com', ...[...IMAGES.keys()].map((url) => new URL(url).hostname)]);
/**
 * Chromium asks its maker whether somebody is signed in and whether its own parts are new, with any extension and
 * without. It is refused here, and held below that no extension and no page stands behind it.
 */
const OF_CHROMIUM_ITSELF = /^\w+ (http:\/\/)?(accounts\.google|update\.googleapis)\.com[:/]/;
const ANALYSED: readonly DemoClaim[] = ['earlier', 'a', 'c'];

let session: DemoSession;
let proxy: Awaited<ReturnType<typeof startRecordingProxy>>;

beforeAll(async () => {
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
    .filter((image) => image !== null);
  const askedFor = byExtension.map(({ url }) => url);
  expect(new Set(askedFor)).toEqual(new Set(captured.map(({ url }) => url)));
  for (const url of ANALYSED.flatMap((name) => CLAIMS[name].images)) expect(askedFor).toContain(url);
  expect(new Set(byExtension.map(({ method }) => method))).toEqual(new Set(['GET']));
  const elsewhere = requests.filter(({ url }) => !HOSTS.has(new URL(url).hostname));
  const behindThem = new Set(elsewhere.map(({ initiator }) => initiator));
  expect([...behindThem].filter((initiator) => /^chrome-extension:|pinduoduo/.test(initiator))).toEqual([]);
  // Nothing went round the proxy, and the proxy was asked for no other host but by Chromium itself.
  expect(tcpAddresses).toEqual(new Set([`127.0.0.1:${proxy.port}`]));
  expect(udpPacketCount).toBe(0);
  expect(proxy.refused.filter((line) => !OF_CHROMIUM_ITSELF.test(line))).toEqual([]);
  expect([...proxy.led].every((host) => HOSTS.has(host))).toBe(true);
});
