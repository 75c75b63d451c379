import { useEffect, useRef, useState } from 'react';

/** A picture to draw. The same `id` always stands for the same bytes. */
export interface ShownPicture {
  readonly id: string;
  /** Null while it is not there, or when it cannot be shown. */
  readonly blob: Blob | null;
}

export type LoadedBitmap =
  | { readonly state: 'none' | 'loading' | 'unreadable' }
  | { readonly state: 'ready'; readonly bitmap: ImageBitmap };

/**
 * A picture decoded for drawing. Bitmaps go onto a canvas rather than into an `<img>`, so that the content security
 * policy of the page around a panel has no say in it. A case is read again at every step of its analysis, which brings
 * new Blobs of the same pictures; only a new `id` is decoded again.
 */
export function useBitmap({ id, blob }: ShownPicture): LoadedBitmap {
  const [loaded, setLoaded] = useState<LoadedBitmap>({ state: blob ? 'loading' : 'none' });
  const latest = useRef(blob);
  latest.current = blob;
  const key = blob ? id : null;
  useEffect(() => {
    const current = latest.current;
    if (key === null || !current) {
      setLoaded({ state: 'none' });
      return;
    }
    let isWanted = true;
    let opened: ImageBitmap | null = null;
    setLoaded({ state: 'loading' });
    decode(current).then(
      (bitmap) => {
        if (!isWanted) return bitmap.close();
        opened = bitmap;
        setLoaded({ state: 'ready', bitmap });
      },
      () => isWanted && setLoaded({ state: 'unreadable' }),
    );
    return () => {
      isWanted = false;
      opened?.close();
    };
  }, [key]);
  return loaded;
}

/** `async`, so that a browser without the function rejects like one that cannot decode. */
async function decode(blob: Blob): Promise<ImageBitmap> {
  return createImageBitmap(blob, { imageOrientation: 'from-image' });
}
