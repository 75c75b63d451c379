import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFirefox } from '../../scripts/setup/ensure-browser.mjs';
import { CLAIMS, claimUrl, IMAGES } from '../demo/claims.mjs';
import type { DemoClaim } from './demo-session.ts';
import type { PanelState } from './describe-panel.mjs';
import { type FirefoxDemoSession, startFirefoxDemoSession } from './firefox-demo-session.ts';
import { driveFirefoxPanel } from './firefox-panel-driver.mjs';

const firefox = ensureFirefox();
if (!firefox) console.warn('Firefox is not installed and cannot be: its failures are left out.');

describe.skipIf(!firefox)('in Firefox, what was begun is not lost', () => {
  let session: FirefoxDemoSession;

  beforeAll(async () => {
    session = await startFirefoxDemoSession(firefox as string);
  });

  afterAll(async () => {
    await session?.close();
  });

  const panelOf = async (page: Page, name: DemoClaim) => {
    await page.goto(claimUrl(CLAIMS[name]));
    return driveFirefoxPanel(session.browser, page);
  };
  const isDone = ({ status }: PanelState) => status === 'done';
  const originalsSince = (start: number) =>
    session.server.requests.slice(start).filter(({ url }) => url.includes('/gaudit-image/') && !url.includes('?'));

  it('where the tab is closed while it runs: the analysis goes on, and another tab shows it without asking anew', async () => {
    const first = await session.browser.newPage();
    const panel = await panelOf(first, 'a');
    await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    await panel.clickInPanel('分析');
    await panel.waitForPanel(({ status }) => status === 'running');
    const second = await session.browser.newPage();
    await first.close();
    const again = await panelOf(second, 'a');
    const { pictures } = await again.waitForPanel(isDone, { timeoutMs: 120_000 });
    expect(pictures[0]?.verdict).toBe('strong');
    const start = session.server.requests.length;
    await second.reload();
    await driveFirefoxPanel(session.browser, second).waitForPanel(isDone);
    expect(originalsSince(start)).toEqual([]);
  });

  it('where pictures are broken, refused or never come: each says why, and the claim comes to its end', async () => {
    const page = await session.browser.newPage();
    const panel = await panelOf(page, 'bad');
    await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    await panel.clickInPanel('分析');
    const { pictures } = await panel.waitForPanel(isDone, { timeoutMs: 120_000 });
    expect(pictures).toHaveLength(CLAIMS.bad.images.length);
    // Firefox draws what there is of a file that was cut off, where Chromium draws nothing.
    const cutOff = CLAIMS.bad.images.findIndex((url: string) => IMAGES.get(url)?.file === 'truncated.jpg');
    for (const { index, problem } of pictures) if (index !== cutOff) expect(problem, `${index}`).not.toBeNull();
  });
});
