import { useState } from 'react';
import type { PictureView } from '../../utils/cases/case-view.ts';
import type { Region } from '../../utils/image/region.ts';
import type { LoadPicture } from '../case/case-events.ts';
import { Modal } from '../controls/modal.tsx';
import { useText } from '../controls/text-context.ts';
import { PictureCanvas } from './picture-canvas.tsx';
import { useFullPicture } from './use-full-picture.ts';

interface PicturePreviewProps {
  readonly picture: PictureView;
  readonly regions: readonly Region[];
  readonly loadPicture: LoadPicture | undefined;
}

/** A picture of the buyer with the places that were found; a click shows it as large as it is. */
export function PicturePreview({ picture, regions, loadPicture }: PicturePreviewProps) {
  const text = useText();
  const [isEnlarged, setEnlarged] = useState(false);
  const full = useFullPicture(picture.pictureId, picture.preview, loadPicture, isEnlarged);
  const number = picture.index + 1;
  const label = text.t('picture.alt', { number });
  const preview = { id: picture.pictureId, blob: picture.preview };
  if (!picture.preview) return <PictureCanvas picture={preview} label={label} />;
  return (
    <>
      <button
        type="button"
        className="picture-open"
        aria-label={text.t('picture.enlarge', { number })}
        onClick={() => setEnlarged(true)}
      >
        <PictureCanvas picture={preview} label={label} regions={regions} />
      </button>
      <Modal isOpen={isEnlarged} title={text.t('picture.number', { number })} onClose={() => setEnlarged(false)}>
        <PictureCanvas picture={full} label={label} regions={regions} />
      </Modal>
    </>
  );
}
