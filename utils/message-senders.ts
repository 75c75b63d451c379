import { browser } from 'wxt/browser';
import { platformOf } from './platforms/platform-of.ts';

interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
  readonly frameId?: number | undefined;
}

/** Whether a message comes from one of the extension's own pages (history, popup, offscreen). */
export function isOwnPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/')) === true;
}

/** Whether a message comes from the extension's background. */
export function isOwnBackground(sender: Sender): boolean {
  return sender.id === browser.runtime.id && sender.tab === undefined;
}

/** The tab and frame of a content script of this extension; null for any other sender. */
export function contentScriptOf(sender: Sender): { readonly tabId: number; readonly frameId: number } | null {
  if (sender.id !== browser.runtime.id || isOwnPage(sender) || sender.tab?.id === undefined) return null;
  return { tabId: sender.tab.id, frameId: sender.frameId ?? 0 };
}

/** Whether a sender may read or change a case: the extension's pages any, a content script those of its seller center. */
export function mayTouchCase(sender: Sender, caseId: string): boolean {
  if (isOwnPage(sender)) return true;
  const platform = contentScriptOf(sender) && sender.url ? platformOf(new URL(sender.url)) : null;
  return platform !== null && caseId.startsWith(`${platform.id}:`);
}
