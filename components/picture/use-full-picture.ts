import { useEffect, useState } from 'react';
import type { LoadPicture } from '../case/case-events.ts';
import type { ShownPicture } from './use-bitmap.ts';

/**
 * A picture at its full size once that is loaded, its preview until then and where nothing loads it.
 * @param isWanted `false` keeps the preview
 */
export function useFullPicture(
  pictureId: string,
  preview: Blob | null,
  loadPicture: LoadPicture | undefined,
  isWanted: boolean,
): ShownPicture {
  const [full, setFull] = useState<{ readonly pictureId: string; readonly blob: Blob } | null>(null);
  useEffect(() => {
    if (!loadPicture || !isWanted) return;
    let isCurrent = true;
    loadPicture(pictureId).then((blob) => {
      if (isCurrent && blob) setFull({ pictureId, blob });
    });
    return () => {
      isCurrent = false;
    };
  }, [pictureId, loadPicture, isWanted]);
  return full?.pictureId === pictureId
    ? { id: `${pictureId}:full`, blob: full.blob }
    : { id: pictureId, blob: preview };
}
