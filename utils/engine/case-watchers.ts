import { browser } from 'wxt/browser';
import type { PictureProblem } from '../cases/case.ts';
import { sendMessage } from '../messages.ts';

/** A frame of a page that shows a case. */
export interface Watcher {
  readonly tabId: number;
  readonly frameId: number;
}

const MAX_WATCHERS = 20;

/**
 * Remembers that a frame shows a case, for as long as the browser runs: the background keeps no state of its own,
 * since it is ended whenever it is idle.
 */
export async function watchCase(caseId: string, watcher: Watcher): Promise<void> {
  const key = keyOf(caseId);
  const others = (await watchersOf(caseId)).filter(
    ({ tabId, frameId }) => tabId !== watcher.tabId || frameId !== watcher.frameId,
  );
  await browser.storage.session.set({ [key]: [watcher, ...others].slice(0, MAX_WATCHERS) });
}

/** Tells every frame that shows the case that it has changed; frames that are gone are forgotten. */
export async function tellWatchers(caseId: string, problem?: PictureProblem): Promise<void> {
  const watchers = await watchersOf(caseId);
  const message = problem ? { caseId, problem } : { caseId };
  const told = await Promise.allSettled(watchers.map((watcher) => sendMessage('case.changed', message, watcher)));
  const remaining = watchers.filter((_, index) => told[index]?.status === 'fulfilled');
  if (remaining.length < watchers.length) await browser.storage.session.set({ [keyOf(caseId)]: remaining });
}

async function watchersOf(caseId: string): Promise<Watcher[]> {
  const key = keyOf(caseId);
  return ((await browser.storage.session.get(key))[key] as Watcher[] | undefined) ?? [];
}

function keyOf(caseId: string): string {
  return `watchers ${caseId}`;
}
