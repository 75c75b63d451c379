import { browser } from 'wxt/browser';
import type { ClaimReading } from '../claims/read-claim.ts';
import type { SiteRule } from '../claims/taught/site-rule.ts';

/**
 * `open`: the page's claim is in the history, and its result shows; `preview`: reads the page and says on its card what was
 * read; `analyse`: what a click on 分析 does; `queue`: the queue has opened this page.
 */
export type LoaderRequest = 'open' | 'preview' | 'analyse' | 'queue';

/**
 * What the loader leaves in the extension's isolated world of its frame, which the page cannot reach. A listener for messages
 * would cost every page of a seller center a seventh of what the loader costs in all; these cost nothing until they are called.
 */
export interface LoaderScope {
  /** False on a page that can show no claim. */
  refundLensAsk?: (request: LoaderRequest) => boolean | Promise<boolean>;
  refundLensTryRule?: (rule: SiteRule) => Promise<ClaimReading>;
}

/**
 * Asks the loaders of a tab, or the one of a frame.
 * @returns whether any of them is on a page that can show a claim
 */
export async function askLoader(
  request: LoaderRequest,
  { tabId, frameId }: { readonly tabId: number; readonly frameId?: number | undefined },
): Promise<boolean> {
  const frames = frameId === undefined ? { allFrames: true } : { frameIds: [frameId] };
  const answers = await inPage({
    target: { tabId, ...frames },
    func: (asked: LoaderRequest) => (globalThis as LoaderScope).refundLensAsk?.(asked) ?? false,
    args: [request],
  });
  return answers.includes(true);
}

/** What the page in a tab gives with a rule; null where no loader is there, as in a tab from before its site was allowed. */
export async function tryRuleInTab(rule: SiteRule, tabId: number): Promise<ClaimReading | null> {
  const [reading] = await inPage({
    target: { tabId, frameIds: [0] },
    func: (tried: SiteRule) => (globalThis as LoaderScope).refundLensTryRule?.(tried) ?? null,
    args: [rule],
  });
  return (reading as ClaimReading | null | undefined) ?? null;
}

/** @returns what the function gave in each frame; nothing where the tab is closed, or shows what no extension may touch */
async function inPage<Args extends unknown[]>(
  injection: Parameters<typeof browser.scripting.executeScript<Args, unknown>>[0],
): Promise<unknown[]> {
  try {
    // A page that loads for long has its loader later, and is asked again by whoever needs it.
    const results = await browser.scripting.executeScript({ ...injection, injectImmediately: true });
    return results.map(({ result }) => result);
  } catch (error) {
    console.info('No page to ask', error);
    return [];
  }
}
