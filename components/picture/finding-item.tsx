import { useLayoutEffect, useRef, useState } from 'react';
import type { CaseView, FindingView, PictureView } from '../../utils/cases/case-view.ts';
import { countedGrade } from '../../utils/checks/verdict.ts';
import { falseAlarmsText } from '../../utils/text/false-alarms.ts';
import { findingText } from '../../utils/text/finding-text.ts';
import type { LoadPicture, OnReview } from '../case/case-events.ts';
import { CASE_KEYS } from '../case/case-keys.ts';
import { type Comparison, comparisonOf } from '../compare/comparison-of.ts';
import { useText } from '../controls/text-context.ts';
import { VerdictChip } from '../controls/verdict-chip.tsx';
import { FindingComparison } from './finding-comparison.tsx';
import { RegionConfirm } from './region-confirm.tsx';

export interface FindingContext {
  readonly listing: CaseView['listing'];
  /** Zone in which moments are written. */
  readonly timeZone: string;
  readonly onReview: OnReview;
  readonly loadPicture: LoadPicture | undefined;
}

interface FindingItemProps {
  readonly picture: PictureView;
  readonly finding: FindingView;
  readonly context: FindingContext;
}

const COMPARE_LABELS = {
  listing: 'finding.compare',
  packing: 'finding.comparePacking',
  earlier: 'finding.compareEarlier',
  sibling: 'finding.compareSibling',
} as const satisfies Record<Comparison['otherKind'], string>;

/** One finding: its grade, one plain sentence, how far it goes, the comparison behind it, and the seller's word on it. */
export function FindingItem({ picture, finding, context }: FindingItemProps) {
  const text = useText();
  const comparison = comparisonOf(finding, context.listing);
  const needsReview = finding.confirmed === false && finding.review === null;
  const [isComparing, setComparing] = useState(needsReview);
  const say = (part: 'title' | 'says' | 'means' | 'meansNot'): string =>
    findingText(text, finding, part, context.timeZone);
  const item = useRef<HTMLLIElement>(null);
  const hasAnswered = useRef(false);
  const onReview: OnReview = (review) => {
    hasAnswered.current = true;
    context.onReview(review);
  };
  const review = (word: 'wrong' | null): void => onReview({ pictureId: picture.pictureId, kind: finding.kind, word });
  // The button that was pressed is gone with the answer, and the focus with it: it is given back before the next key.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is what is waited for
  useLayoutEffect(() => {
    if (hasAnswered.current) item.current?.focus({ preventScroll: true });
    hasAnswered.current = false;
  }, [finding.review]);
  const grade = countedGrade(finding, finding.review ?? undefined) ?? finding.grade;
  const falseAlarms = falseAlarmsText(text, finding.kind);

  return (
    <li
      ref={item}
      className="finding"
      tabIndex={-1}
      data-key-scope
      data-kind={finding.kind}
      data-review={finding.review ?? 'none'}
    >
      <div className="finding-head">
        <VerdictChip verdict={grade} size="small" />
        <h4>{say('title')}</h4>
      </div>
      <p className="finding-says">{say('says')}</p>
      {finding.review !== null && (
        <p className="finding-review">
          {text.t(finding.review === 'wrong' ? 'finding.markedWrong' : 'finding.markedConfirmed')}{' '}
          <button
            type="button"
            className="button is-link"
            aria-keyshortcuts={CASE_KEYS.undo}
            data-guarded
            onClick={() => review(null)}
          >
            {text.t('finding.undo')}
          </button>
        </p>
      )}
      {comparison && (
        <button
          type="button"
          className="button is-quiet"
          aria-expanded={isComparing}
          aria-keyshortcuts={CASE_KEYS.compare}
          onClick={() => setComparing(!isComparing)}
        >
          {text.t(COMPARE_LABELS[comparison.otherKind])}
        </button>
      )}
      {comparison && isComparing && (
        <FindingComparison {...{ picture, finding, comparison }} loadPicture={context.loadPicture} />
      )}
      {needsReview && <RegionConfirm picture={picture} finding={finding} onReview={onReview} />}
      <details className="fold">
        <summary aria-keyshortcuts={CASE_KEYS.explain}>{text.t('finding.explain')}</summary>
        <dl className="explain">
          <dt>{text.t('finding.means')}</dt>
          <dd>{say('means')}</dd>
          <dt>{text.t('finding.meansNot')}</dt>
          <dd>{say('meansNot')}</dd>
        </dl>
        {falseAlarms && <p className="muted">{text.t('finding.falseAlarms', { rate: falseAlarms })}</p>}
        {finding.review === null && !needsReview && (
          <button
            type="button"
            className="button is-link"
            aria-keyshortcuts={CASE_KEYS.markWrong}
            data-guarded
            onClick={() => review('wrong')}
          >
            {text.t('finding.markWrong')}
          </button>
        )}
      </details>
    </li>
  );
}
