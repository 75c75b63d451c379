import { browser } from 'wxt/browser';
import { caseIdOfPicture } from '../cases/case.ts';
import { historyDatabase } from '../cases/database.ts';
import { sendMessage } from '../messages.ts';
import { WorkerHost, type WorkerHostOptions } from './worker/worker-host.ts';

/**
 * Where the analysis worker lives. Chrome's service worker cannot start one, so an offscreen page hosts it; Firefox's
 * background page does it itself. This module is the only place that knows.
 */
export interface EngineHost {
  /** Starts what an analysis runs in, ahead of one that is likely to come. */
  warm(): Promise<void>;
  run(caseId: string): Promise<void>;
  cancel(caseId: string): Promise<void>;
  isRunning(caseId: string): Promise<boolean>;
  /** Resolves when the result is stored, or the check was cancelled. */
  checkPicture(request: PictureCheck): Promise<void>;
  cancelCheck(request: PictureCheck): Promise<void>;
}

/** One check on request, on one picture. */
export interface PictureCheck {
  readonly pictureId: string;
  readonly check: string;
}

/**
 * The host of this browser.
 * @param onChanged for a host in this same page; an offscreen page sends `case.changed` instead
 */
export function engineHost(onChanged: WorkerHostOptions['onChanged']): EngineHost {
  if (import.meta.env.BROWSER === 'chrome') return offscreenHost();
  const host = makeWorkerHost(onChanged);
  return {
    warm: async () => host.warm(),
    run: async (caseId) => host.run(caseId),
    cancel: (caseId) => host.cancel(caseId),
    isRunning: async (caseId) => host.isRunning(caseId),
    checkPicture: ({ pictureId, check }) => host.checkPicture(caseIdOfPicture(pictureId), pictureId, check),
    cancelCheck: async ({ pictureId, check }) => host.cancelCheck(pictureId, check),
  };
}

/** A host for the page that runs this: the offscreen page, or Firefox's background page. */
export function makeWorkerHost(onChanged: WorkerHostOptions['onChanged']): WorkerHost {
  return new WorkerHost({
    makeWorker: () => new Worker(browser.runtime.getURL('/analysis-worker.js')),
    database: historyDatabase,
    now: () => new Date().toISOString(),
    onChanged,
  });
}

function offscreenHost(): EngineHost {
  return {
    async warm() {
      await openOffscreenPage();
      await sendMessage('engine.warm', undefined);
    },
    async run(caseId) {
      await openOffscreenPage();
      await sendMessage('engine.run', { caseId });
    },
    async cancel(caseId) {
      if (await browser.offscreen.hasDocument()) await sendMessage('engine.cancel', { caseId });
    },
    async isRunning(caseId) {
      return (await browser.offscreen.hasDocument()) && sendMessage('engine.isRunning', { caseId });
    },
    async checkPicture(request) {
      await openOffscreenPage();
      await sendMessage('engine.checkPicture', request);
    },
    async cancelCheck(request) {
      if (await browser.offscreen.hasDocument()) await sendMessage('engine.cancelCheck', request);
    },
  };
}

let opening: Promise<void> | null = null;

/** Opens the offscreen page where there is none; callers at the same time share one opening. */
async function openOffscreenPage(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  opening ??= browser.offscreen
    .createDocument({
      url: '/offscreen.html',
      reasons: ['WORKERS'],
      justification: 'Runs the picture analysis in a worker',
    })
    .finally(() => {
      opening = null;
    });
  await opening;
}
