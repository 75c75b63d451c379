import { useState } from 'react';
import type { FindingView, PictureView } from '../../utils/cases/case-view.ts';
import type { Region } from '../../utils/image/region.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import type { LoadPicture } from '../case/case-events.ts';
import { CompareView } from '../compare/compare-view.tsx';
import type { Comparison } from '../compare/comparison-of.ts';
import { Modal } from '../controls/modal.tsx';
import { useText } from '../controls/text-context.ts';
import { useFullPicture } from './use-full-picture.ts';

const NO_REGIONS: readonly Region[] = [];

interface FindingComparisonProps {
  readonly picture: PictureView;
  readonly finding: FindingView;
  readonly comparison: Comparison;
  readonly loadPicture: LoadPicture | undefined;
}

/** The comparison of one finding in its place, and enlarged over the window on request. */
export function FindingComparison({ picture, finding, comparison, loadPicture }: FindingComparisonProps) {
  const text = useText();
  const [isEnlarged, setEnlarged] = useState(false);
  const own = useFullPicture(picture.pictureId, picture.preview, loadPicture, true);
  const other = useFullPicture(comparison.otherId, comparison.preview, loadPicture, true);
  const label = text.t(`compare.${comparison.otherKind}`);
  const common = {
    picture: own,
    other,
    otherLabel: comparison.otherName ? `${label} ${plainLine(comparison.otherName, 24)}` : label,
    otherToPicture: comparison.otherToPicture,
    regions: finding.regions ?? NO_REGIONS,
  };
  return (
    <>
      <CompareView {...common} initialPlace={finding.confirmed === false ? 1 : 0} onEnlarge={() => setEnlarged(true)} />
      <Modal
        isOpen={isEnlarged}
        title={`${text.t('picture.number', { number: picture.index + 1 })} · ${text.t('compare.title')}`}
        onClose={() => setEnlarged(false)}
      >
        <CompareView {...common} initialMode="slider" />
      </Modal>
    </>
  );
}
