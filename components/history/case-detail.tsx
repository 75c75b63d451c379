import { useLayoutEffect, useRef } from 'react';
import type { CaseView } from '../../utils/cases/case-view.ts';
import type { OwnTemplate } from '../../utils/rebuttal/own-template.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { platformText } from '../../utils/text/platform-text.ts';
import { AddEvidence } from '../case/add-evidence.tsx';
import type { OnAddFiles } from '../case/add-files.tsx';
import type { LoadPicture, OnCopy, OnHandling, OnReview } from '../case/case-events.ts';
import { ClaimFacts } from '../case/claim-facts.tsx';
import { KeyHelp } from '../case/key-help.tsx';
import { ListingPictures, type ListingPicturesProps } from '../case/listing-pictures.tsx';
import { pressCaseKey } from '../case/press-case-key.ts';
import { RunProgress } from '../case/run-progress.tsx';
import { VerdictSummary } from '../case/verdict-summary.tsx';
import { ConfirmButton } from '../controls/confirm-button.tsx';
import { useText } from '../controls/text-context.ts';
import { EvidencePackBox, type EvidencePackProps } from '../pack/evidence-pack.tsx';
import { OrderPacking } from '../packing/order-packing.tsx';
import type { PackingProps } from '../packing/packing-props.ts';
import { PictureList } from '../picture/picture-list.tsx';
import { RebuttalBox } from '../rebuttal/rebuttal-box.tsx';
import { HandlingBox } from './handling-box.tsx';

export interface CaseDetailProps {
  readonly view: CaseView;
  readonly onBack: () => void;
  readonly onCopy: OnCopy;
  readonly onReview: OnReview;
  readonly onHandling: OnHandling;
  readonly onDelete?: () => void;
  readonly loadPicture?: LoadPicture;
  readonly templates?: readonly OwnTemplate[];
  /** How an evidence pack is made; without it none is offered. */
  readonly pack?: Omit<EvidencePackProps, 'view'>;
  readonly listingPictures?: ListingPicturesProps | null;
  /** What is on record of the packing of the case's order; null where the claim names no order. */
  readonly packing?: PackingProps | null;
  readonly onAddEvidence?: OnAddFiles | undefined;
}

/** Longest order number that is read out as the case's name. */
const MAX_NUMBER_CHARACTERS = 40;

/** One case on the whole page: its pictures beside the facts, the verdict and the reply. */
export function CaseDetail({
  view,
  onBack,
  onCopy,
  onReview,
  onHandling,
  onDelete,
  loadPicture,
  templates,
  pack,
  listingPictures,
  packing,
  onAddEvidence,
}: CaseDetailProps) {
  const text = useText();
  const pictures = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLElement>(null);
  // What was clicked to come here is gone, and the keys count inside the case only.
  useLayoutEffect(() => article.current?.focus({ preventScroll: true }), []);
  const goToConfirm = (): void => {
    const place = pictures.current?.querySelector<HTMLElement>('[data-needs-review]');
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  };
  return (
    <article
      ref={article}
      className="case-detail"
      aria-label={plainLine(view.claim.orderId || view.claim.claimId, MAX_NUMBER_CHARACTERS)}
      tabIndex={-1}
      data-case
      data-key-scope
      data-status={view.status}
      onKeyDown={pressCaseKey}
    >
      <div className="case-detail-top">
        <button type="button" className="button" onClick={onBack}>
          {text.t('history.back')}
        </button>
        <span className="muted">
          {platformText(text, view.claim.platform)} · {text.t('history.capturedAt')}{' '}
          {formatTime(view.createdAt, text.language)}
        </span>
        {/^https:\/\//.test(view.claim.pageUrl) && (
          <a href={view.claim.pageUrl} target="_blank" rel="noreferrer">
            {text.t('history.originalPage')}
          </a>
        )}
        <KeyHelp />
      </div>
      <div className="case-detail-side">
        <RunProgress view={view} />
        {view.status !== 'running' && <VerdictSummary view={view} onGoToConfirm={goToConfirm} />}
        <section aria-label={text.t('history.facts')}>
          <ClaimFacts claim={view.claim} extent="whole" stored={countsOf(view)} />
          {listingPictures && <ListingPictures {...listingPictures} />}
          {packing && <OrderPacking {...packing} />}
          {onAddEvidence && <AddEvidence onAdd={onAddEvidence} />}
        </section>
        <RebuttalBox view={view} onCopy={onCopy} {...(templates ? { templates } : {})} />
      </div>
      <div className="case-detail-pictures" ref={pictures}>
        <PictureList
          view={view}
          context={{ listing: view.listing, timeZone: view.claim.timeZone, onReview, loadPicture }}
        />
      </div>
      <div className="case-detail-handling">
        {pack && <EvidencePackBox view={view} {...pack} />}
        <HandlingBox view={view} onHandling={onHandling} />
        {onDelete && (
          <ConfirmButton
            label={text.t('history.delete')}
            warning={text.t('history.deleteConfirm')}
            onConfirm={onDelete}
          />
        )}
      </div>
    </article>
  );
}

/** What was handed over: a video counts once, its frames not at all. */
function countsOf({ pictures, listing }: CaseView) {
  const handed = pictures.filter(({ madeFrom }) => madeFrom?.kind !== 'video-frame');
  const videos = handed.filter(({ video, problem }) => video || problem?.reason.startsWith('video')).length;
  return { pictures: handed.length - videos, videos, listing: listing.length };
}
