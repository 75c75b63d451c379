import { browser } from 'wxt/browser';
import { taughtPlatformId } from './claims/taught/taught-platform-id.ts';
import { platformOf } from './platforms/platform-of.ts';

/** What is thrown at a sender that asks for more than it may. */
export const REFUSED = 'This sender may not ask for that';

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

/** The site that a content script runs on; null for any other sender, and for pages without a site of their own. */
export function originOfContentScript(sender: Sender): string | null {
  if (!contentScriptOf(sender) || !sender.url) return null;
  const { origin } = new URL(sender.url);
  return /^https?:/.test(origin) ? origin : null;
}

/** Whether an address is of the site that a content script runs on. */
export function isOwnAddress(sender: Sender, address: string): boolean {
  const origin = originOfContentScript(sender);
  return origin !== null && URL.canParse(address) && new URL(address).origin === origin;
}

/**
 * Whether a sender may read or change a case: the extension's pages any, a content script those of its seller center,
 * or of its own site where no release knows it.
 */
export function mayTouchCase(sender: Sender, caseId: string): boolean {
  if (isOwnPage(sender)) return true;
  const origin = originOfContentScript(sender);
  if (origin === null || !sender.url) return false;
  return caseId.startsWith(`${platformOf(new URL(sender.url))?.id ?? taughtPlatformId(origin)}:`);
}
