import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFirefox } from '../../scripts/setup/ensure-browser.mjs';
import { CLAIMS, claimUrl } from '../demo/claims.mjs';
import type { DemoClaim } from './demo-session.ts';
import type { PanelState } from './describe-panel.mjs';
import { type KeptFirefoxSession, startKeptFirefoxSession } from './firefox-demo-session.ts';
import {
  crashAnalysisWorker,
  endAnalysisWorkerSilently,
  endBackgroundPage,
  holdAnalysisWorkers,
  killExtensionProcess,
  openOwnPage,
} from './firefox-faults.mjs';
import { driveFirefoxPanel } from './firefox-panel-driver.mjs';
import { halfThere, readHistoryInPage, type StoredHistory } from './stored-history.ts';
import { until } from './until.ts';

/** A busy machine was seen to take more than three minutes to build and to start Firefox. */
const START_LIMIT_MS = 600_000;

const firefox = ensureFirefox();
if (!firefox) console.warn('Firefox is not installed and cannot be: what befalls it is left out.');

describe.skipIf(!firefox)('in Firefox, an analysis comes to its end and nothing done is lost', () => {
  const profile = mkdtempSync(join(tmpdir(), 'refund-lens-firefox-'));
  let session: KeptFirefoxSession | null = null;
  let page: Page;
  let own: NonNullable<Awaited<ReturnType<typeof openOwnPage>>>;
  let undisturbed: ReturnType<typeof whatWasFound>;

  const whatWasFound = ({ pictures }: PanelState) => pictures.map(({ verdict, findings }) => ({ verdict, findings }));
  const isDone = ({ status }: PanelState) => status === 'done';
  const spoken = ({ pictureId, check, outcome }: StoredHistory['results'][number]) =>
    `${pictureId} ${check} ${outcome.status}`;
  const stored = (): Promise<StoredHistory> => own.ask(readHistoryInPage);

  const reopen = async (): Promise<KeptFirefoxSession> => {
    session = await startKeptFirefoxSession(firefox as string, profile);
    page = await session.browser.newPage();
    own = await openOwnPage(session.browser, '/popup.html');
    return session;
  };
  const panelOf = async (name: DemoClaim) => {
    await page.goto(claimUrl(CLAIMS[name]));
    return driveFirefoxPanel((session as KeptFirefoxSession).browser, page);
  };
  /** By the card's button what is stored stays, and a claim that is done is done again before anybody sees it run. */
  const start = async (name: DemoClaim, button: '分析' | '重新分析') => {
    const panel = await panelOf(name);
    await panel.waitForPanel(({ buttons }) => buttons.includes(button));
    await panel.clickInPanel(button);
    await panel.waitForPanel(({ status }) => status === 'running');
    return panel;
  };
  const resultsOf = async (name: DemoClaim) => {
    const { cases, results } = await stored();
    const caseId = cases.find(({ orderId }) => orderId === CLAIMS[name].orderSn)?.caseId;
    return results.filter((result) => result.caseId === caseId);
  };
  const originalsSince = (count: number) =>
    session?.server.requests.slice(count).filter(({ url }) => url.includes('/gaudit-image/') && !url.includes('?'));

  beforeAll(async () => {
    await reopen();
    await holdAnalysisWorkers(own);
    const panel = await start('a', '分析');
    undisturbed = whatWasFound(await panel.waitForPanel(isDone, { timeoutMs: 120_000 }));
    expect(undisturbed[0]?.verdict).toBe('strong');
  }, START_LIMIT_MS);

  afterAll(async () => {
    await session?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  // Before anything ends the background page, which keeps hold of the worker.
  it.each([
    // With it ends its second worker, in which another check may have been running.
    ['crashes', crashAnalysisWorker, 1],
    ['ends without a word', endAnalysisWorkerSilently, 2],
  ])(
    'where the analysis worker %s: what had spoken stays, and at most what was running is lost and says so',
    async (_, befall, mostLost) => {
      const panel = await start('a', '重新分析');
      await until(async () => (await resultsOf('a')).length >= 2);
      const before = await resultsOf('a');
      await befall(own);
      const { pictures } = await panel.waitForPanel(isDone, { timeoutMs: 150_000 });
      const after = await resultsOf('a');
      // What reads the file alone is read once more with the pixels, so only what it came to is the same.
      expect(after.map(spoken)).toEqual(expect.arrayContaining(before.map(spoken)));
      const failed = after.filter(({ outcome }) => outcome.status === 'failed');
      expect(failed.length).toBeLessThanOrEqual(mostLost);
      for (const { outcome } of failed) expect(['worker-crashed', 'check-timed-out']).toContain(outcome.reason);
      // A crash makes no picture look worse than it is; one that came while it was decoded leaves it unjudged.
      expect(['strong', 'unknown', 'none', 'note', 'cannot-judge']).toContain(pictures[0]?.verdict);
      expect(halfThere(await stored())).toEqual([]);
    },
  );

  it.each([0, 3, 7])('where the background page ends after %i results, and its worker with it', async (count) => {
    const panel = await start('a', '重新分析');
    await until(async () => (await resultsOf('a')).length >= count);
    await endBackgroundPage((session as KeptFirefoxSession).browser);
    const found = await panel.waitForPanel(isDone, { timeoutMs: 150_000 });
    expect(whatWasFound(found)).toEqual(undisturbed);
    expect(halfThere(await stored())).toEqual([]);
  });

  it('where the extension is updated while it runs, and the claim is opened again', async () => {
    await start('a', '重新分析');
    await until(async () => (await resultsOf('a')).length >= 2);
    const { browser, install } = session as KeptFirefoxSession;
    await install();
    own = await openOwnPage(browser, '/popup.html');
    const panel = await panelOf('a');
    expect(whatWasFound(await panel.waitForPanel(isDone, { timeoutMs: 150_000 }))).toEqual(undisturbed);
    expect(halfThere(await stored())).toEqual([]);
  });

  it('where the browser is killed, and the claim is opened again in the next', async () => {
    await start('c', '分析');
    await until(async () => (await resultsOf('c')).length >= 1);
    const before = await stored();
    await session?.kill();
    const { server } = await reopen();
    const after = await stored();
    expect(halfThere(after)).toEqual([]);
    const nameOf = ({ pictureId, check }: { pictureId: string; check: string }) => `${pictureId} ${check}`;
    expect(after.results.map(nameOf)).toEqual(expect.arrayContaining(before.results.map(nameOf)));
    const asked = server.requests.length;
    const done = await panelOf('a');
    expect(whatWasFound(await done.waitForPanel(isDone))).toEqual(undisturbed);
    expect(originalsSince(asked)).toEqual([]);
    const cutOff = await panelOf('c');
    const { pictures } = await cutOff.waitForPanel(isDone, { timeoutMs: 150_000 });
    expect(pictures[0]?.verdict).toBe('strong');
    expect(halfThere(await stored())).toEqual([]);
  });

  it('where the process of all extensions is killed, and the claim is opened again', async () => {
    await start('c', '重新分析');
    await until(async () => (await resultsOf('c')).length >= 1);
    const { browser } = session as KeptFirefoxSession;
    await killExtensionProcess(browser);
    const panel = await panelOf('c');
    const { pictures } = await panel.waitForPanel(isDone, { timeoutMs: 150_000 });
    expect(pictures[0]?.verdict).toBe('strong');
    // The tab of the page that was open has crashed with its process.
    own = await openOwnPage(browser, '/history.html');
    expect(halfThere(await stored())).toEqual([]);
  });

  it('where the files of the history are damaged: it is said to be gone, and new claims are checked and kept', async () => {
    await session?.close();
    const storage = join(profile, 'storage/default');
    const folder = readdirSync(storage).find((name) => name.startsWith('moz-extension+++')) as string;
    const files = readdirSync(join(storage, folder, 'idb')).filter((name) => name.endsWith('.sqlite'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) writeFileSync(join(storage, folder, 'idb', file), Buffer.alloc(4096, 0xa5));
    const { browser } = await reopen();
    const history = await openOwnPage(browser, '/history.html');
    await until(async () => (await history.text()).includes('这台电脑上的历史记录不见了'));
    const panel = await start('a', '分析');
    const { pictures } = await panel.waitForPanel(isDone, { timeoutMs: 150_000 });
    expect(pictures[0]?.verdict).toBe('strong');
    expect((await stored()).cases.map(({ orderId }) => orderId)).toEqual([CLAIMS.a.orderSn]);
    expect(halfThere(await stored())).toEqual([]);
  });
});
