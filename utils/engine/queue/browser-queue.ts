import { browser } from 'wxt/browser';
import { historyDatabase } from '../../cases/database.ts';
import type { QueuedClaim } from '../../claims/claim-queue.ts';
import { PLATFORMS } from '../../platforms/index.ts';
import { platformOf } from '../../platforms/platform-of.ts';
import { askLoader } from '../ask-loader.ts';
import type { EngineHost } from '../host.ts';
import { QueueRunner } from './queue-runner.ts';
import { changeQueue } from './queue-store.ts';

const ALARM = 'claim-queue';
/** The browser's shortest; a timer does it sooner for as long as the background lives. */
const ALARM_MINUTES = 0.5;
const STEP_MS = 1000;

/** The queue of this browser: its tabs, its storage, its clock. */
export function browserQueue(host: EngineHost): QueueRunner {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const runner: QueueRunner = new QueueRunner({
    change: changeQueue,
    now: () => Date.now(),
    openTab: async (url) => (await browser.tabs.create({ url, active: false })).id as number,
    // Nobody is there to be asked before the page is; the next step asks again.
    readTab: (tabId) => askLoader('queue', { tabId }),
    isTabOpen: (tabId) =>
      browser.tabs.get(tabId).then(
        () => true,
        () => false,
      ),
    // Rejects for a tab that the seller has closed in the meantime.
    closeTab: (tabId) => browser.tabs.remove(tabId).catch(() => undefined),
    statusOf: async (caseId) => (await (await historyDatabase()).get('cases', caseId))?.status ?? null,
    async resume(caseId) {
      if (!(await host.isRunning(caseId))) await host.run(caseId);
    },
    cancelCase: (caseId) => host.cancel(caseId),
    async keepStepping(isOn) {
      clearTimeout(timer);
      if (!isOn) {
        await browser.alarms.clear(ALARM);
        return;
      }
      timer = setTimeout(() => void runner.step(), STEP_MS);
      if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
    },
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void runner.step();
  });
  return runner;
}

/** What a list page may have opened: pages of single claims of its own seller center, and nothing else. */
export function claimsToOpen(platformId: string, claims: readonly QueuedClaim[]): QueuedClaim[] {
  const platform = PLATFORMS.find(({ id }) => id === platformId);
  return claims.map((claim) => {
    const url = claim.link === null || !URL.canParse(claim.link) ? null : new URL(claim.link);
    const isClaimPage = url !== null && platformOf(url)?.id === platformId && platform?.page(url)?.kind === 'claim';
    return { ...claim, link: isClaimPage ? url.href : null };
  });
}
