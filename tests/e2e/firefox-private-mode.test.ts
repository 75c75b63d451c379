import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFirefox } from '../../scripts/setup/ensure-browser.mjs';
import { CLAIMS, claimUrl } from '../demo/claims.mjs';
import { type KeptFirefoxSession, startKeptFirefoxSession } from './firefox-demo-session.ts';
import { openOwnPage } from './firefox-faults.mjs';
import { driveFirefoxPanel } from './firefox-panel-driver.mjs';
import { until } from './until.ts';

const firefox = ensureFirefox();
if (!firefox) console.warn('Firefox is not installed and cannot be: its private windows are left out.');

const SAYS_SO = /浏览器不让插件在这里存数据[\s\S]*无痕窗口[\s\S]*普通窗口/;

// The browser keeps no database then: InvalidStateError, seen in Firefox 153.
describe.skipIf(!firefox)('in a Firefox that always browses privately', () => {
  const profile = mkdtempSync(join(tmpdir(), 'refund-lens-private-'));
  let session: KeptFirefoxSession;

  beforeAll(async () => {
    const preferences = { 'browser.privatebrowsing.autostart': true };
    session = await startKeptFirefoxSession(firefox as string, profile, preferences);
  });

  afterAll(async () => {
    await session?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('the card stands on the claim’s page, and a click says that nothing can be kept, and fetches nothing', async () => {
    const page = await session.browser.newPage();
    const panel = driveFirefoxPanel(session.browser, page);
    await until(async () => {
      await page.goto(claimUrl(CLAIMS.a));
      return panel.waitForPanel(({ buttons }) => buttons.includes('分析'), { timeoutMs: 5_000 }).catch(() => null);
    });
    const before = session.server.requests.length;
    await panel.clickInPanel('分析');
    const { status } = await panel.waitForPanel(({ text }) => SAYS_SO.test(text), { timeoutMs: 60_000 });
    expect(status).toBe('idle');
    const originals = session.server.requests.slice(before).filter(({ url }) => url.includes('/gaudit-image/'));
    expect(originals.filter(({ url }) => !url.includes('?'))).toEqual([]);
  });

  it('the history says the same', async () => {
    const own = await openOwnPage(session.browser, '/history.html');
    await until(async () => SAYS_SO.test(await own.text()));
  });
});
