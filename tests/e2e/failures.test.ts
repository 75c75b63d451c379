import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { CLAIMS, claimUrl, LIST_URL } from '../demo/claims.mjs';
import {
  crashAnalysisWorker,
  endAnalysisWorkerSilently,
  reloadExtension,
  stopServiceWorker,
} from './browser-faults.mjs';
import { analyse, type DemoSession, type PanelDriver, startDemoSession } from './demo-session.ts';
import type { PanelState } from './describe-panel.mjs';
import { drivePanel } from './panel-driver.mjs';
import { halfThere, readStoredHistory } from './stored-history.ts';
import { until } from './until.ts';

let session: DemoSession;
let ownPage: Page;
let undisturbed: ReturnType<typeof whatWasFound>;

const whatWasFound = ({ pictures }: PanelState) => pictures.map(({ verdict, findings }) => ({ verdict, findings }));
const isDone = ({ status }: PanelState) => status === 'done';

/** Starts the claim's analysis over and waits until it runs. */
async function analyseAgain(page = session.page): Promise<PanelDriver> {
  await page.goto(claimUrl(CLAIMS.a));
  const panel = await drivePanel(page);
  await panel.waitForPanel(isDone);
  await panel.clickInPanel('重新分析');
  await panel.waitForPanel(({ status }) => status === 'running');
  return panel;
}

beforeAll(async () => {
  session = await startDemoSession();
  ownPage = await session.openOwnPage('/popup.html');
  undisturbed = whatWasFound(await analyse(await session.openClaim('a')));
});
afterEach(async () => {
  expect(halfThere(await readStoredHistory(ownPage))).toEqual([]);
});
afterAll(() => session.close());

describe('an analysis ends with the same findings', () => {
  const steps: readonly (readonly [string, number])[] = [
    ['when it has begun', 0],
    ['when some checks have spoken', 3],
    ['when most checks have spoken', 7],
  ];

  it.each(steps)('where the service worker is stopped %s', async (_, resultCount) => {
    const panel = await analyseAgain();
    await resultsOfClaimA(resultCount);
    await stopServiceWorker(ownPage);
    const found = await panel.waitForPanel(isDone, { timeoutMs: 90_000 });
    expect(whatWasFound(found)).toEqual(undisturbed);
  });

  it('where the service worker is stopped again and again', async () => {
    const panel = await analyseAgain();
    for (const resultCount of [1, 2, 4, 6]) {
      await resultsOfClaimA(resultCount);
      await stopServiceWorker(ownPage);
    }
    const found = await panel.waitForPanel(isDone, { timeoutMs: 90_000 });
    expect(whatWasFound(found)).toEqual(undisturbed);
  });

  it('where the service worker is stopped while the pictures are being fetched', async () => {
    await session.page.goto(claimUrl(CLAIMS.c));
    const panel = await drivePanel(session.page);
    await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    const start = session.requests.length;
    await panel.clickInPanel('分析');
    await until(async () => originalsSince(start).length > 0);
    await stopServiceWorker(ownPage);
    const { pictures } = await panel.waitForPanel(isDone, { timeoutMs: 90_000 });
    expect(pictures[0]?.verdict).toBe('strong');
  });

  it('where the service worker is stopped whenever it has come back, up to the end', async () => {
    const panel = await analyseAgain();
    let stops = 0;
    const isOver = async () => (await readStoredHistory(ownPage)).cases.every(({ status }) => status === 'done');
    for (; !(await isOver()); stops++) await stopServiceWorker(ownPage);
    expect(stops).toBeGreaterThan(2);
    const found = await panel.waitForPanel(isDone, { timeoutMs: 90_000 });
    expect(whatWasFound(found)).toEqual(undisturbed);
  });

  it('where the tab is closed, and shows it at once in another', async () => {
    const tab = await session.context.newPage();
    await analyseAgain(tab);
    await resultsOfClaimA(1);
    await tab.close();
    await until(async () => (await readStoredHistory(ownPage)).cases.every(({ status }) => status === 'done'));
    const start = session.requests.length;
    const panel = await session.openClaim('a');
    expect(whatWasFound(await panel.waitForPanel(isDone))).toEqual(undisturbed);
    expect(originalsSince(start)).toEqual([]);
  });
});

it('a claim of a list is checked to its end where the service worker is stopped at each change of the queue', async () => {
  await session.page.goto(LIST_URL);
  const panel = await drivePanel(session.page);
  await panel.waitForPanel(({ buttons }) => buttons.includes('检查本页全部'));
  await panel.clickInPanel('检查本页全部');
  await panel.waitForPanel(({ buttons }) => buttons.some((name) => name.startsWith('开始逐单检查')));
  // Claims with a result are not chosen at first: all, then none.
  for (const _ of ['all', 'none']) await panel.clickInPanel('全选', { role: 'checkbox' });
  await panel.clickInPanel(new RegExp(CLAIMS.b.orderSn), { role: 'checkbox' });
  await panel.waitForPanel(({ buttons }) => buttons.includes('开始逐单检查（1）'));
  await panel.clickInPanel('开始逐单检查（1）');
  const states: (string | undefined)[] = [];
  await until(async () => {
    const state = await stateOfQueuedClaim();
    if (state === states.at(-1)) return false;
    states.push(state);
    await stopServiceWorker(ownPage);
    return state === 'done' || state === 'problem';
  }, 240_000).catch((error: unknown) => {
    throw new Error(`It got no further than ${states.join(', ')}`, { cause: error });
  });
  expect(states.at(-1)).toBe('done');
  expect(states).toContain('opening');
  const { cases } = await readStoredHistory(ownPage);
  expect(cases.find(({ orderId }) => orderId === CLAIMS.b.orderSn)?.status).toBe('done');
}, 300_000);

it('a crash of the analysis worker costs at most the check that ran, and the analysis comes to its end', async () => {
  const panel = await analyseAgain();
  await resultsOfClaimA(2);
  await crashAnalysisWorker(session.context);
  const { pictures } = await panel.waitForPanel(isDone, { timeoutMs: 90_000 });
  const { results } = await readStoredHistory(ownPage);
  const failed = results.filter(({ outcome }) => outcome.status === 'failed');
  expect(failed.length).toBeLessThanOrEqual(1);
  for (const { outcome } of failed) expect(outcome.reason).toBe('worker-crashed');
  // A crash makes no picture look worse than it is; one that came while the picture was decoded leaves it unjudged.
  expect(['strong', 'unknown', 'none', 'note', 'cannot-judge']).toContain(pictures[0]?.verdict);
});

it('an analysis worker that ends without a word is noticed, and the analysis comes to its end', async () => {
  const panel = await analyseAgain();
  await resultsOfClaimA(2);
  await endAnalysisWorkerSilently(session.context);
  const { pictures } = await panel.waitForPanel(isDone, { timeoutMs: 150_000 });
  const { results } = await readStoredHistory(ownPage);
  const failed = results.filter(({ outcome }) => outcome.status === 'failed');
  // Between two checks none is lost; in the middle of one that one is, and says so.
  expect(failed.length).toBeLessThanOrEqual(1);
  expect(pictures).toHaveLength(1);
});

it('an update of the extension while it runs loses nothing, and the claim goes on when it is opened again', async () => {
  await analyseAgain();
  await resultsOfClaimA(2);
  await ownPage.close();
  await reloadExtension(session.context, ensureGrantedBuild());
  ownPage = await until(() => session.openOwnPage('/popup.html').catch(() => null));
  const start = session.requests.length;
  const panel = await session.openClaim('a');
  const found = await panel.waitForPanel(isDone, { timeoutMs: 90_000 });
  expect(whatWasFound(found)).toEqual(undisturbed);
  expect(originalsSince(start)).toEqual([]);
});

/** What became of the one claim in the queue so far. */
async function stateOfQueuedClaim(): Promise<string | undefined> {
  const read = `chrome.storage.session.get('claim-queue').then((stored) => stored['claim-queue']?.rows[0]?.state)`;
  return ownPage.evaluate(read) as Promise<string | undefined>;
}

/** Waits until as many results of claim A are stored. */
async function resultsOfClaimA(count: number): Promise<void> {
  const ofClaim = (orderId: string) => orderId === CLAIMS.a.orderSn;
  await until(async () => {
    const { cases, results } = await readStoredHistory(ownPage);
    const caseId = cases.find((stored) => ofClaim(stored.orderId))?.caseId;
    return results.filter((result) => result.caseId === caseId).length >= count;
  });
}

function originalsSince(start: number) {
  return session.requests.slice(start).filter(({ url }) => url.includes('/gaudit-image/') && !url.includes('?'));
}
