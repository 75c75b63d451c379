import { useId } from 'react';
import type { CaseView } from '../../utils/cases/case-view.ts';
import { useText } from '../controls/text-context.ts';
import { CardBoundary } from './card-boundary.tsx';
import type { FindingContext } from './finding-item.tsx';
import { PictureCard } from './picture-card.tsx';
import { framesOf } from './video-frames.tsx';

interface PictureListProps {
  readonly view: Pick<CaseView, 'pictures'>;
  readonly context: FindingContext;
}

/** The buyer's pictures in the order of the page, the frames of a video with the video. */
export function PictureList({ view, context }: PictureListProps) {
  const text = useText();
  const heading = useId();
  return (
    <section className="picture-list" aria-labelledby={heading}>
      <h2 id={heading} className="visually-hidden">
        {text.t('panel.pictures')}
      </h2>
      <ul>
        {view.pictures
          .filter(({ madeFrom }) => madeFrom?.kind !== 'video-frame')
          .map((picture) => (
            <CardBoundary key={picture.pictureId} message={text.t('picture.cannotShow')}>
              <PictureCard picture={picture} context={context} frames={framesOf(picture.pictureId, view.pictures)} />
            </CardBoundary>
          ))}
      </ul>
    </section>
  );
}
