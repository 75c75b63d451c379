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
          <Thumbnail element={element} name={text.t('picture.number', { number: index + 1 })} />
        </li>
      ))}
      {elements.length > MAX_SHOWN && <li className="muted">+{elements.length - MAX_SHOWN}</li>}
    </ul>
  );
}

function Thumbnail({ element, name }: { readonly element: Element; readonly name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { naturalWidth = 0, naturalHeight = 0 } = element as HTMLImageElement;
    const side = Math.min(naturalWidth, naturalHeight);
    if (side === 0) return;
    const [x, y] = [(naturalWidth - side) / 2, (naturalHeight - side) / 2];
    canvas.current?.getContext('2d')?.drawImage(element as HTMLImageElement, x, y, side, side, 0, 0, SIDE_PX, SIDE_PX);
  }, [element]);
  return <canvas ref={canvas} width={SIDE_PX} height={SIDE_PX} role="img" aria-label={name} />;
}
