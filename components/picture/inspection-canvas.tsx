import { useEffect, useRef, useState } from 'react';
import type { PictureView } from '../../utils/cases/case-view.ts';
import { type Inspection, inspect, STRIP_HEIGHT } from '../../utils/image/inspection/inspect.ts';
import type { LoadPicture } from '../case/case-events.ts';
import { useText } from '../controls/text-context.ts';
import { useBitmap } from './use-bitmap.ts';

interface InspectionCanvasProps {
  readonly picture: PictureView;
  readonly inspection: Inspection;
  readonly loadPicture: LoadPicture;
}

/**
 * One view of a picture at its own size: a smaller one would have lost what there is to see. It is made strip by strip
 * with the page free in between, so that a large photograph holds nothing up.
 */
export function InspectionCanvas({ picture, inspection, loadPicture }: InspectionCanvasProps) {
  const text = useText();
  const { pictureId } = picture;
  const [original, setOriginal] = useState<{ readonly id: string; readonly blob: Blob | null } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    loadPicture(pictureId).then((blob) => isCurrent && setOriginal({ id: pictureId, blob }));
    return () => {
      isCurrent = false;
    };
  }, [pictureId, loadPicture]);
  const loaded = useBitmap({ id: pictureId, blob: original?.blob ?? null });
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isDone, setDone] = useState(false);
  const bitmap = loaded.state === 'ready' ? loaded.bitmap : null;
  useEffect(() => {
    const shown = canvas.current;
    if (!bitmap || !shown) return;
    const stop = new AbortController();
    setDone(false);
    void drawInspection(shown, bitmap, inspection, stop.signal).then(() => {
      if (!stop.signal.aborted) setDone(true);
    });
    return () => stop.abort();
  }, [bitmap, inspection]);
  if (loaded.state === 'unreadable' || original?.blob === null)
    return <p className="muted">{text.t('inspect.unavailable')}</p>;
  const view = text.t(`inspect.${inspection}`);
  return (
    <>
      {!isDone && (
        <p className="muted" role="status">
          {text.t('inspect.loading')}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable from the keyboard */}
      <div className="inspection-frame" tabIndex={0}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={text.t('inspect.alt', { number: picture.index + 1, view })}
          data-done={isDone}
        />
      </div>
    </>
  );
}

async function drawInspection(
  canvas: HTMLCanvasElement,
  bitmap: ImageBitmap,
  inspection: Inspection,
  signal: AbortSignal,
): Promise<void> {
  const { width, height } = bitmap;
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  context.drawImage(bitmap, 0, 0);
  for (let top = 0; top < height; top += STRIP_HEIGHT) {
    const strip = context.getImageData(0, top, width, Math.min(STRIP_HEIGHT, height - top));
    inspect(inspection, strip);
    context.putImageData(strip, 0, top);
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return;
  }
}
