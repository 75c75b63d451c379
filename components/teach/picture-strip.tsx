import { useEffect, useRef } from 'react';
import { useText } from '../controls/text-context.ts';

const SIDE_PX = 64;
const MAX_SHOWN = 12;

/** Pictures of the page, small, drawn from its own elements: the page's policy decides which addresses may be loaded. */
export function PictureStrip({ elements }: { readonly elements: readonly Element[] }) {
  const text = useText();
  return (
    <ul className="teach-strip" aria-label={text.t('panel.pictureCount', { count: elements.length })}>
      {elements.slice(0, MAX_SHOWN).map((element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of the page is their identity
        <li key={index}>
          <Thumbnail element={element} name={text.t('picture.number', { number: index + 1 })} number={index + 1} />
        </li>
      ))}
      {elements.length > MAX_SHOWN && <li className="muted">+{elements.length - MAX_SHOWN}</li>}
    </ul>
  );
}

/** Elements with pixels of their own are drawn; a background is shown as one; of anything else there is the number only. */
function Thumbnail({
  element,
  name,
  number,
}: {
  readonly element: Element;
  readonly name: string;
  readonly number: number;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const source = drawableOf(element);
  useEffect(() => {
    if (!source) return;
    const side = Math.min(source.width, source.height);
    const [x, y] = [(source.width - side) / 2, (source.height - side) / 2];
    canvas.current?.getContext('2d')?.drawImage(source.image, x, y, side, side, 0, 0, SIDE_PX, SIDE_PX);
  });
  if (source) return <canvas ref={canvas} width={SIDE_PX} height={SIDE_PX} role="img" aria-label={name} />;
  const backgroundImage = backgroundOf(element);
  return (
    <span className="teach-strip-picture" role="img" aria-label={name} style={{ backgroundImage }}>
      {backgroundImage === 'none' && number}
    </span>
  );
}

function drawableOf(element: Element): { image: CanvasImageSource; width: number; height: number } | null {
  const image = element as HTMLImageElement & HTMLVideoElement & HTMLCanvasElement;
  const [width, height] = {
    IMG: () => [image.naturalWidth, image.naturalHeight] as const,
    VIDEO: () => [image.videoWidth, image.videoHeight] as const,
    CANVAS: () => [image.width, image.height] as const,
  }[element.tagName as 'IMG']?.() ?? [0, 0];
  return width > 0 && height > 0 ? { image, width, height } : null;
}

/** The element's own background, which the page has loaded already. */
function backgroundOf(element: Element): string {
  const view = element.ownerDocument.defaultView ?? window;
  return view.getComputedStyle(element).backgroundImage || 'none';
}
