import { useEffect, useRef, useState } from 'react';
import { decodeThumbnail } from '../new-check/decode-thumbnail.ts';
import { useText } from './text-context.ts';

/** A small picture of a file, decoded when its turn comes; a word where it cannot be shown. */
export function FilePicture({ blob }: { readonly blob: Blob }) {
  const text = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<'loading' | 'shown' | 'none'>('loading');

  useEffect(() => {
    let isWanted = true;
    void decodeThumbnail(blob).then((bitmap) => {
      if (isWanted && bitmap && canvas.current) {
        canvas.current.width = bitmap.width;
        canvas.current.height = bitmap.height;
        canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0);
      }
      if (isWanted) setState(bitmap ? 'shown' : 'none');
      bitmap?.close();
    });
    return () => {
      isWanted = false;
    };
  }, [blob]);

  if (state === 'none') return <span className="file-thumbnail-empty">{text.t('picture.noPreview')}</span>;
  return <canvas ref={canvas} data-loading={state === 'loading'} />;
}
