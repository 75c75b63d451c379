import type { LoaderRequest, LoaderScope } from '../../utils/engine/ask-loader.ts';
import { pageOfAddress } from '../../utils/platforms/page-of-address.ts';
import type { PlatformPage } from '../../utils/platforms/platform.ts';
import { offerReader, type PageReader, readerOfPage } from '../content/page-reader.ts';
import { askBackground } from './extension-api.ts';
import { LoaderVisit } from './loader-visit.ts';
import { rememberTextBox } from './remember-text-box.ts';
import { isTaughtPage, readTaughtSites, type TaughtSites } from './taught-sites.ts';
import { watchAddress } from './watch-address.ts';

/** Heard by a loader that is on the page from before an update: this one takes its place. */
const REPLACED = 'refund-lens:loader';

/** For the extension's own scripts: what this page says, and the ways to ask for something. */
const scope = globalThis as LoaderScope & { refundLensReadPage?: () => Promise<unknown> };

/**
 * All that runs on a page of a seller center before the seller asks for something: it looks at the address, draws a small
 * card where a claim may be, and has the rest put in when the card is pointed at, clicked, or the extension asks.
 */
export function startLoader(): void {
  document.dispatchEvent(new CustomEvent(REPLACED));
  const life = new AbortController();
  document.addEventListener(REPLACED, () => life.abort(), { once: true });
  // One of an earlier version belongs to an extension that is gone.
  offerReader(undefined);
  const lastTextBox = rememberTextBox(life.signal);
  let sites: Promise<TaughtSites> | null = null;
  const taughtSites = () => {
    sites ??= readTaughtSites();
    return sites;
  };
  let visit: LoaderVisit | null = null;
  let isBeginning = false;

  function begin(): void {
    visit?.end();
    visit = null;
    const url = new URL(location.href);
    const known = pageOfAddress(url);
    isBeginning = known === null;
    if (known) visitPage(known);
    else
      void taughtSites().then(
        (taught) => url.href === location.href && visitPage(isTaughtPage(url, taught) ? TAUGHT_PAGE : null),
      );
  }

  function visitPage(page: PlatformPage | null): void {
    isBeginning = false;
    if (page && !life.signal.aborted)
      visit = new LoaderVisit({ page, taughtSites, lastTextBox, loadReader }, life.signal);
  }

  watchAddress(begin, life.signal);
  function ask(request: LoaderRequest): boolean {
    if (life.signal.aborted || !visit) return false;
    visit.request(request);
    return true;
  }

  // Behind the same promise as the beginning, which is over when this runs.
  scope.refundLensAsk = (request) => (isBeginning ? taughtSites().then(() => ask(request)) : ask(request));
  scope.refundLensTryRule = async (rule) => (await loadReader()).readWithRule(rule);
  scope.refundLensReadPage = async () => (await loadReader()).readPage();
  begin();
  whenDocumentIsRewritten(() => {
    life.abort();
    startLoader();
  }, life.signal);
}

/** `document.open` takes every listener from a document, from what the extension had on it too: all of it begins anew. */
function whenDocumentIsRewritten(onRewritten: () => void, signal: AbortSignal): void {
  const { documentElement } = document;
  const observer = new MutationObserver(() => {
    if (document.documentElement && document.documentElement !== documentElement) onRewritten();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

const TAUGHT_PAGE = { kind: 'claim', claimId: null, orderId: null } as const;

function loadReader(): Promise<PageReader> {
  return readerOfPage(() => askBackground('reader.load'));
}
