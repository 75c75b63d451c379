import type { ClaimReading } from '../../utils/claims/read-claim.ts';
import type { SiteRule } from '../../utils/claims/taught/site-rule.ts';
import type { PageReading } from './read-page.ts';
import type { TextBox } from './text-box.ts';

/**
 * What a page is read for. `preview`: a look at the card; `open`: the claim was analysed before; `analyse`: 分析 or its
 * key; `list`: the claims of a list; `queue`: the queue has opened this page.
 */
export type VisitRequest = 'preview' | 'open' | 'analyse' | 'list' | 'queue';

/** One visit to an address, as the loader hands it to the reader. */
export interface VisitSession {
  /** What was taught about this site. */
  readonly rules: readonly SiteRule[];
  /** Puts a line on the loader's card. */
  say(words: string): void;
  /** The loader's card goes: the reader shows its own. */
  takeOver(): void;
  /** The page's text box that was used last before the reader came. */
  lastTextBox(): TextBox | null;
  /** Ends with the address. */
  readonly signal: AbortSignal;
}

/** The script that reads pages, which is put into a page when something is asked of it. */
export interface PageReader {
  /** Begins to read; the function that it returns says what for, as often as that changes. */
  visit(session: VisitSession): (request: VisitRequest) => void;
  /** What this page gives with a rule that is being tried. */
  readWithRule(rule: SiteRule): ClaimReading;
  /** What this page says once it has stopped changing. */
  readPage(): Promise<PageReading>;
}

/** Both scripts run in the extension's isolated world of the frame, which the page cannot reach. */
const scope = globalThis as { refundLensReader?: PageReader | undefined };

/** Called by the reader when it has arrived; called with nothing by the loader when it begins. */
export function offerReader(reader: PageReader | undefined): void {
  scope.refundLensReader = reader;
}

/**
 * The reader of this frame, after it was put in where it is missing.
 * @param load has the background put the reader into this frame
 */
export async function readerOfPage(load: () => Promise<unknown>): Promise<PageReader> {
  if (typeof scope.refundLensReader?.visit !== 'function') await load();
  if (typeof scope.refundLensReader?.visit !== 'function') throw new Error('The reader did not arrive');
  return scope.refundLensReader;
}
