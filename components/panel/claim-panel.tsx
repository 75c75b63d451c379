import { useRef, useState } from 'react';
import type { PictureProblem } from '../../utils/cases/case.ts';
import type { CaseView } from '../../utils/cases/case-view.ts';
import type { ClaimOnPage } from '../../utils/claims/claim.ts';
import type { TaughtField } from '../../utils/claims/taught/site-rule.ts';
import { type Language, textIn } from '../../utils/text/text.ts';
import { AddEvidence } from '../case/add-evidence.tsx';
import type { OnAddFiles } from '../case/add-files.tsx';
import type { LoadPicture, OnCopy, OnReview } from '../case/case-events.ts';
import { ClaimFacts } from '../case/claim-facts.tsx';
import { KeyHelp } from '../case/key-help.tsx';
import { ListingPictures, type ListingPicturesProps } from '../case/listing-pictures.tsx';
import { pressCaseKey } from '../case/press-case-key.ts';
import { RunProgress } from '../case/run-progress.tsx';
import { VerdictSummary } from '../case/verdict-summary.tsx';
import { ProblemLine } from '../controls/problem-line.tsx';
import { Surface } from '../controls/surface.tsx';
import { PictureList } from '../picture/picture-list.tsx';
import { RebuttalBox, type RebuttalBoxProps } from '../rebuttal/rebuttal-box.tsx';
import type { PanelMove } from './move-handle.tsx';
import { PanelActions } from './panel-actions.tsx';
import { PanelHeader } from './panel-header.tsx';
import { TeachOffer } from './teach-offer.tsx';

export interface ClaimPanelProps {
  /** The case of this claim; null before the first analysis. */
  readonly view: CaseView | null;
  readonly claim: ClaimOnPage;
  readonly language: Language;
  /** Something that stops the whole claim, for example a missing permission. */
  readonly problem?: PictureProblem | null;
  readonly onAnalyse: () => void;
  readonly onCancel: () => void;
  readonly onCopy: OnCopy;
  readonly onReview: OnReview;
  readonly onOpenHistory: () => void;
  /** Copies the page's structure without its data, for a report about a field that was not found. */
  readonly onCopySkeleton?: () => Promise<void>;
  readonly onSwitchLanguage: () => void;
  /** Whether it begins folded on this site, and what the seller made of it. */
  readonly isFolded?: boolean;
  readonly onFold?: (isFolded: boolean) => void;
  /** How it is moved over the page; without it, it stands where it is. */
  readonly move?: PanelMove;
  /** The seller's own replies, and the page's text box that they can go into. */
  readonly reply?: Omit<RebuttalBoxProps, 'view' | 'onCopy'>;
  /** Opens the overlay in which the seller points at fields; none named asks for all. */
  readonly onTeach?: (fields: readonly TaughtField[]) => void;
  /** What the seller has taught of this kind of page. */
  readonly taught?: readonly TaughtField[];
  /** The pictures kept for the product, and how more are added. */
  readonly listingPictures?: ListingPicturesProps | null;
  /** Adds further pictures of the buyer to the case. */
  readonly onAddEvidence?: OnAddFiles | undefined;
  /** Lets comparisons show pictures at full size; previews are used without it. */
  readonly loadPicture?: LoadPicture;
}

/** Everything that stands beside a refund page. Fills its container; scrolls inside itself. */
export function ClaimPanel(props: ClaimPanelProps) {
  const { view, claim, language, problem = null, onReview, loadPicture } = props;
  const [isCollapsed, setCollapsed] = useState(props.isFolded ?? false);
  const fold = (isFolded: boolean): void => {
    setCollapsed(isFolded);
    props.onFold?.(isFolded);
  };
  const scrolled = useRef<HTMLDivElement>(null);
  const status = view?.status ?? 'idle';
  const goToConfirm = (): void => {
    const place = scrolled.current?.querySelector<HTMLElement>('[data-needs-review]');
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  };
  // Before the analysis, or without a listing picture, they are what it needs; after it the verdict is what the seller came for.
  const isVerdictFirst = view !== null && view.listing.length > 0;
  const offers = (
    <>
      {props.listingPictures && <ListingPictures {...props.listingPictures} />}
      {props.onAddEvidence && <AddEvidence onAdd={props.onAddEvidence} />}
    </>
  );
  return (
    <Surface
      role="region"
      aria-label={textIn(language).t('panel.label')}
      language={language}
      className="claim-panel"
      data-case
      data-key-scope
      onKeyDown={pressCaseKey}
      data-status={status}
      data-collapsed={isCollapsed}
    >
      <PanelHeader
        isCollapsed={isCollapsed}
        verdict={view && status !== 'running' ? view.verdict : null}
        onCollapse={fold}
        move={props.move ?? null}
        onSwitchLanguage={props.onSwitchLanguage}
      />
      {!isCollapsed && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable from the keyboard */}
          <div className="panel-scroll" ref={scrolled} tabIndex={0}>
            <ClaimFacts
              claim={claim}
              extent={view ? 'line' : 'short'}
              onCopySkeleton={props.onCopySkeleton}
              addedListingCount={props.listingPictures?.kept.length ?? 0}
            />
            {!isVerdictFirst && offers}
            {props.onTeach && <TeachOffer claim={claim} taught={props.taught ?? []} onTeach={props.onTeach} />}
            {problem && <ProblemLine problem={problem} />}
            <RunProgress view={view} />
            {view && status !== 'running' && <VerdictSummary view={view} onGoToConfirm={goToConfirm} />}
            {view && (
              <PictureList
                view={view}
                context={{ listing: view.listing, timeZone: view.claim.timeZone, onReview, loadPicture }}
              />
            )}
            {isVerdictFirst && offers}
          </div>
          <div className="panel-footer">
            {view && status !== 'running' && <RebuttalBox view={view} onCopy={props.onCopy} {...props.reply} />}
            <PanelActions
              status={status}
              canAnalyse={claim.evidence.length > 0}
              onAnalyse={props.onAnalyse}
              onCancel={props.onCancel}
              onOpenHistory={props.onOpenHistory}
            />
            {view && status !== 'running' && <KeyHelp />}
          </div>
        </>
      )}
    </Surface>
  );
}
