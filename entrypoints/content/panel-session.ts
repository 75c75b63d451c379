import type { PanelMove } from '../../components/panel/move-handle.tsx';
import type { ClaimOnPage } from '../../utils/claims/claim.ts';
import type { TaughtField } from '../../utils/claims/taught/site-rule.ts';
import { type PictureFromPage, sendMessage } from '../../utils/messages.ts';

/** What the content script hands to the panel's code, which is put into the page only when it is needed. */
export interface PanelSession {
  /** The element inside the closed root that the panel fills. */
  readonly frame: HTMLElement;
  /** Moves it over the page. */
  readonly move: PanelMove;
  /** The claim as last read. */
  readonly claim: ClaimOnPage;
  /**
   * Begins the analysis that the seller has asked for by the click that brought the panel here; null where there was none.
   * Called once the panel is drawn: reading the page anew takes about as long as drawing. Resolves with the claim that was read.
   */
  readonly begin: (() => Promise<ClaimOnPage>) | null;
  /** Resolves once the page has stopped adding to the claim that was asked for. */
  whenSettled(): Promise<void>;
  /** Reads the claim from the page as it stands now; null when the page shows no claim any more. */
  readClaimNow(): ClaimOnPage | null;
  /** The pictures of a claim that only the page can read. */
  readPagePictures(claim: ClaimOnPage): Promise<PictureFromPage[]>;
  /** Puts text into the page's text box that was used last; see insert-text.ts. */
  insertText(written: string): (() => void) | null;
  /** How many characters that box still takes; null where there is none or it has no known limit. */
  roomForText(): number | null;
  /** The page's structure without its data. */
  pageSkeleton(): string;
  /** Has the panel begin an analysis when the seller asks for one by key; called once the panel stands. */
  onAsked(analyse: () => void): void;
  /** What the seller has taught of this kind of page. */
  readonly taughtFields: readonly TaughtField[];
  /** Opens the overlay in which the seller points at fields; none named asks for all. */
  startTeaching(fields: readonly TaughtField[]): Promise<void>;
  /** Ends with the visit to this claim. */
  readonly signal: AbortSignal;
}

type ShowPanel = (session: PanelSession) => void;

/** Both scripts run in the extension's isolated world of the frame, which the page cannot reach. */
const scope = globalThis as { refundLensShowPanel?: ShowPanel };

/** Called by the panel's code when it has arrived. */
export function offerPanel(showPanel: ShowPanel): void {
  scope.refundLensShowPanel = showPanel;
}

/** Has the background put the panel's code into this frame, where it is missing. */
export async function loadPanel(): Promise<void> {
  if (!scope.refundLensShowPanel) await sendMessage('panel.load', undefined);
}

/** Shows the panel, after its code was loaded where it is missing. */
export async function showPanel(session: PanelSession): Promise<void> {
  await loadPanel();
  if (!scope.refundLensShowPanel) throw new Error('The panel did not arrive');
  if (!session.signal.aborted) scope.refundLensShowPanel(session);
}
