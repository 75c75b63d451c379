import { useState } from 'react';
import type { PictureView } from '../../utils/cases/case-view.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import type { LoadPicture } from '../case/case-events.ts';
import { Modal } from '../controls/modal.tsx';
import { useText } from '../controls/text-context.ts';
import { useCheckRequests } from './check-requests.ts';
import { PictureCanvas } from './picture-canvas.tsx';
import { readTextOf } from './read-text.ts';
import { useFullPicture } from './use-full-picture.ts';

const CHECK = 'picture-text';
const MAX_LINE_CHARACTERS = 120;

interface PictureTextProps {
  readonly picture: PictureView;
  readonly loadPicture: LoadPicture | undefined;
}

/** All text in a picture: read when asked for, listed, and framed in the picture. */
export function PictureText({ picture, loadPicture }: PictureTextProps) {
  const text = useText();
  const requests = useCheckRequests();
  const [isReading, setReading] = useState(false);
  const [isShown, setShown] = useState(false);
  const full = useFullPicture(picture.pictureId, picture.preview, loadPicture, isShown);
  const lines = readTextOf(picture.measured);
  const number = picture.index + 1;
  if (picture.preview === null || (!requests && !lines)) return null;
  const read = (): void => {
    setReading(true);
    void requests?.run(picture.pictureId, CHECK).finally(() => setReading(false));
  };
  return (
    <section className="picture-text" aria-busy={isReading}>
      {isReading ? (
        <p role="status">
          {text.t('pictureText.reading')} <progress aria-label={text.t('pictureText.reading')} />{' '}
          <button type="button" className="button" onClick={() => requests?.cancel(picture.pictureId, CHECK)}>
            {text.t('panel.cancel')}
          </button>
        </p>
      ) : (
        requests && (
          <button type="button" className="button" onClick={read}>
            {text.t(lines ? 'pictureText.readAgain' : 'pictureText.read')}
          </button>
        )
      )}
      {!isReading && lines && (
        <>
          <p className="muted">
            {lines.length === 0 ? text.t('pictureText.none') : text.t('pictureText.found', { count: lines.length })}{' '}
            {lines.length > 0 && (
              <button type="button" className="button is-link" onClick={() => setShown(true)}>
                {text.t('pictureText.show')}
              </button>
            )}
          </p>
          <ol>
            {lines.map(({ text: line, region }) => (
              <li key={`${region.x} ${region.y}`}>{plainLine(line, MAX_LINE_CHARACTERS)}</li>
            ))}
          </ol>
        </>
      )}
      <Modal
        isOpen={isShown && lines !== null}
        title={text.t('picture.number', { number })}
        onClose={() => setShown(false)}
      >
        <PictureCanvas
          picture={full}
          label={text.t('picture.alt', { number })}
          regions={(lines ?? []).map(({ region }) => region)}
        />
      </Modal>
    </section>
  );
}
