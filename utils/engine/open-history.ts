import { browser } from 'wxt/browser';

/** What the history page shows first. */
export type HistoryPlace =
  | { readonly caseId: string }
  /** The empty form of a check without a page, with a line above it where something did not work. */
  | { readonly newCheck: { readonly problem?: string } }
  | { readonly queue: true }
  | null;

/** Opens the history page in a new tab. */
export async function openHistory(place: HistoryPlace): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/history.html${hashOf(place)}`) });
}

function hashOf(place: HistoryPlace): string {
  if (place === null) return '';
  if ('caseId' in place) return `#case=${encodeURIComponent(place.caseId)}`;
  if ('queue' in place) return '#queue';
  return place.newCheck.problem ? `#new&problem=${encodeURIComponent(place.newCheck.problem)}` : '#new';
}
