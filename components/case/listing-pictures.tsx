import { useState } from 'react';
import type { RefusedFile } from '../../utils/cases/handed-file.ts';
import type { ProductPicture } from '../../utils/cases/product-pictures.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { PictureDrop } from '../controls/picture-drop.tsx';
import { useText } from '../controls/text-context.ts';
import { RefusedFiles } from '../new-check/refused-files.tsx';
import { PictureCanvas } from '../picture/picture-canvas.tsx';

export interface ListingPicturesProps {
  /** The pictures kept for the product of this claim, newest first. */
  readonly kept: readonly ProductPicture[];
  /** Whether the claim says which product it is about, so that they count for its later claims too. */
  readonly namesProduct: boolean;
  /** Keeps files; answers how many are new, and which were not taken; rejects where they could not be stored. */
  readonly onAdd: (files: readonly File[]) => Promise<AddedPictures>;
  readonly onRemove: (sha256: string) => void;
}

interface AddedPictures {
  readonly added: number;
  readonly refused: readonly RefusedFile[];
}

type Adding = 'idle' | 'adding' | 'failed' | AddedPictures;

const MAX_NAME_CHARACTERS = 30;

/** The seller's own pictures of the product, added by hand: by file picker, drop or paste; kept for later claims. */
export function ListingPictures({ kept, namesProduct, onAdd, onRemove }: ListingPicturesProps) {
  const text = useText();
  const [adding, setAdding] = useState<Adding>('idle');
  const add = (files: readonly File[], unread: readonly RefusedFile[]): void => {
    setAdding('adding');
    onAdd(files).then(
      ({ added, refused }) => setAdding({ added, refused: [...refused, ...unread] }),
      () => setAdding('failed'),
    );
  };
  return (
    <details className="fold listing-pictures">
      <summary>{text.t('listing.add')}</summary>
      <PictureDrop choose={text.t('listing.choose')} status={statusOf(adding)} onFiles={add}>
        {text.t('listing.how')} {text.t(namesProduct ? 'listing.howKept' : 'listing.howOnce')}
      </PictureDrop>
      {typeof adding === 'object' && <RefusedFiles refused={adding.refused} />}
      <ul className="listing-kept">
        {kept.map(({ sha256, name, addedAt, image }) => (
          <li key={sha256}>
            <PictureCanvas picture={{ id: sha256, blob: image.blob }} label={plainLine(name, MAX_NAME_CHARACTERS)} />
            <span>
              {plainLine(name, MAX_NAME_CHARACTERS)}
              <br />
              <span className="muted">{text.t('listing.addedAt', { time: formatTime(addedAt, text.language) })}</span>
            </span>
            <button type="button" className="button is-quiet" onClick={() => onRemove(sha256)}>
              {text.t('listing.remove')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );

  function statusOf(state: Adding): string {
    if (state === 'idle') return '';
    if (state === 'adding') return text.t('listing.adding');
    if (state === 'failed') return text.t('listing.failed');
    return state.added > 0 ? text.t('listing.added', { count: state.added }) : '';
  }
}
