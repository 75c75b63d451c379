import { browser } from 'wxt/browser';
import { historyDatabase } from '../../cases/database.ts';
import type { ScreenArea } from '../../messages.ts';
import type { EngineHost } from '../host.ts';
import { openHistory } from '../open-history.ts';
import { captureScreenArea } from './capture-screen-area.ts';
import { storeTakenBytes } from './store-taken-picture.ts';

/**
 * Lets the seller mark a part of the tab that they look at. Only after the extension was asked for on that tab: the
 * browser permits neither the overlay nor the capture otherwise.
 * @returns whether the page took the overlay; the browser's own pages do not
 */
export async function offerScreenArea(): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return false;
  try {
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['/area-picker.js'] });
  } catch (error) {
    console.warn('No area can be marked on this page', error);
    return false;
  }
  await browser.storage.session.set({ [keyOf(tab.id)]: true });
  return true;
}

/** Captures the part that was marked and has it checked. Does nothing for a tab on which nobody was asked to mark one. */
export async function checkScreenArea(
  host: EngineHost,
  tab: { readonly id: number; readonly windowId: number; readonly url: string },
  area: ScreenArea,
): Promise<void> {
  const key = keyOf(tab.id);
  if (!(key in (await browser.storage.session.get(key)))) return;
  await browser.storage.session.remove(key);
  const blob = await captureScreenArea(tab.windowId, area);
  const from = { url: '', pageUrl: tab.url, now: new Date() };
  const caseId = await storeTakenBytes(await historyDatabase(), blob, from, { kind: 'screen-area' });
  await host.run(caseId);
  await openHistory({ caseId });
}

function keyOf(tabId: number): string {
  return `marking-area ${tabId}`;
}
