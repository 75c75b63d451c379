import { useEffect, useRef } from 'react';
import type { Region } from '../../utils/image/region.ts';
import { useText } from '../controls/text-context.ts';
import { RegionOutlines } from './region-outlines.tsx';
import { type ShownPicture, useBitmap } from './use-bitmap.ts';

interface PictureCanvasProps {
  readonly picture: ShownPicture;
  /** What the picture is, for people who do not see it. */
  readonly label: string;
  readonly regions?: readonly Region[];
}

/** One picture on a canvas, with places outlined. */
export function PictureCanvas({ picture, label, regions = [] }: PictureCanvasProps) {
  const text = useText();
  const loaded = useBitmap(picture);
  const canvas = useRef<HTMLCanvasElement>(null);
  const bitmap = loaded.state === 'ready' ? loaded.bitmap : null;

  useEffect(() => {
    if (!bitmap || !canvas.current) return;
    canvas.current.width = bitmap.width;
    canvas.current.height = bitmap.height;
    canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0);
  }, [bitmap]);

  if (!bitmap) {
    return (
      <div className="picture-canvas is-empty" data-loading={loaded.state === 'loading'}>
        {loaded.state !== 'loading' && text.t('picture.noPreview')}
      </div>
    );
  }
  return (
    <div className="picture-canvas">
      <div className="picture-frame">
        <canvas ref={canvas} role="img" aria-label={label} />
        <RegionOutlines regions={regions} />
      </div>
    </div>
  );
}
