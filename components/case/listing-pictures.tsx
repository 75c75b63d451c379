import type { ProductPicture } from '../../utils/cases/product-pictures.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { useText } from '../controls/text-context.ts';
import { PictureCanvas } from '../picture/picture-canvas.tsx';
import { AddFiles, type OnAddFiles } from './add-files.tsx';

export interface ListingPicturesProps {
  /** The pictures kept for the product of this claim, newest first. */
  readonly kept: readonly ProductPicture[];
  /** Whether the claim says which product it is about, so that they count for its later claims too. */
  readonly namesProduct: boolean;
  readonly onAdd: OnAddFiles;
  readonly onRemove: (sha256: string) => void;
}

const MAX_NAME_CHARACTERS = 30;

/** The seller's own pictures of the product, added by hand: by file picker, drop or paste; kept for later claims. */
export function ListingPictures({ kept, namesProduct, onAdd, onRemove }: ListingPicturesProps) {
  const text = useText();
  return (
    <details className="fold listing-pictures">
      <summary>{text.t('listing.add')}</summary>
      <AddFiles kind="listing" onAdd={onAdd}>
        {text.t('listing.how')} {text.t(namesProduct ? 'listing.howKept' : 'listing.howOnce')}
      </AddFiles>
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
}
