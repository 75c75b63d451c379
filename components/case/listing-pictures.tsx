import { useState } from 'react';
import type { ProductPicture } from '../../utils/cases/product-pictures.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { PictureDrop } from '../controls/picture-drop.tsx';
import { useText } from '../controls/text-context.ts';
import { PictureCanvas } from '../picture/picture-canvas.tsx';

export interface ListingPicturesProps {
  /** The pictures kept for the product of this claim, newest first. */
  readonly kept: readonly ProductPicture[];
  /** Keeps files; answers how many were pictures, and the names of those that were none. */
  readonly onAdd: (files: readonly File[]) => Promise<{ readonly added: number; readonly refused: readonly string[] }>;
  readonly onRemove: (sha256: string) => void;
}

type Adding = 'idle' | 'adding' | { readonly added: number; readonly refused: readonly string[] };

const MAX_NAME_CHARACTERS = 30;

/** The seller's own pictures of the product, added by hand: by file picker, drop or paste; kept for later claims. */
export function ListingPictures({ kept, onAdd, onRemove }: ListingPicturesProps) {
  const text = useText();
  const [adding, setAdding] = useState<Adding>('idle');
  const add = (files: readonly File[]): void => {
    setAdding('adding');
    onAdd(files).then(setAdding, () => setAdding({ added: 0, refused: files.map(({ name }) => name) }));
  };
  return (
    <details className="fold listing-pictures">
      <summary>{text.t('listing.add')}</summary>
      <PictureDrop choose={text.t('listing.choose')} status={statusOf(adding)} onFiles={add}>
        {text.t('listing.how')}
      </PictureDrop>
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
    const added = text.t('listing.added', { count: state.added });
    if (state.refused.length === 0) return added;
    const names = state.refused.map((name) => plainLine(name, MAX_NAME_CHARACTERS)).join(text.t('list.separator'));
    return `${added} ${text.t('listing.refused', { names })}`;
  }
}
