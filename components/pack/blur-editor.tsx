import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Region } from '../../utils/image/region.ts';
import { useText } from '../controls/text-context.ts';
import { PictureCanvas } from '../picture/picture-canvas.tsx';
import type { ShownPicture } from '../picture/use-bitmap.ts';

/** Smaller than this share of a side is a click, not a box. */
const MIN_SIDE = 0.01;
/** One press of an arrow key. */
const STEP = 0.02;
const NEW_BOX: Region = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 };

interface BlurEditorProps {
  readonly picture: ShownPicture;
  /** What the picture is, for example its number. */
  readonly label: string;
  readonly regions: readonly Region[];
  readonly onChange: (regions: readonly Region[]) => void;
}

/** A picture on which boxes are drawn that the report blurs; by pointer, or by keyboard on the newest box. */
export function BlurEditor({ picture, label, regions, onChange }: BlurEditorProps) {
  const text = useText();
  const surface = useRef<HTMLButtonElement>(null);
  const [drawn, setDrawn] = useState<{ readonly from: Point; readonly to: Point } | null>(null);

  const pointOf = (event: PointerEvent): Point => {
    const box = surface.current?.querySelector('.picture-frame')?.getBoundingClientRect();
    if (!box || box.width === 0 || box.height === 0) return { x: 0, y: 0 };
    return { x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) };
  };
  const finish = (): void => {
    if (!drawn) return;
    const region = boxOf(drawn.from, drawn.to);
    if (region.width >= MIN_SIDE && region.height >= MIN_SIDE) onChange([...regions, region]);
    setDrawn(null);
  };
  const press = (event: KeyboardEvent): void => {
    const last = regions.at(-1);
    if (event.key === 'Enter') onChange([...regions, NEW_BOX]);
    else if (last && (event.key === 'Delete' || event.key === 'Backspace')) onChange(regions.slice(0, -1));
    else if (last && event.key.startsWith('Arrow'))
      onChange([...regions.slice(0, -1), moved(last, event.key, event.shiftKey)]);
    else return;
    event.preventDefault();
  };

  return (
    <div className="blur-editor">
      <span className="muted">{label}</span>
      <button
        ref={surface}
        type="button"
        className="blur-surface"
        aria-label={label}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrawn({ from: pointOf(event), to: pointOf(event) });
        }}
        onPointerMove={(event) => drawn && setDrawn({ ...drawn, to: pointOf(event) })}
        onPointerUp={finish}
        onKeyDown={press}
      >
        <PictureCanvas
          picture={picture}
          label={label}
          regions={drawn ? [...regions, boxOf(drawn.from, drawn.to)] : regions}
        />
      </button>
      {regions.length > 0 && (
        <button type="button" className="button is-link" onClick={() => onChange([])}>
          {text.t('pack.blurClear')}
        </button>
      )}
    </div>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function boxOf(from: Point, to: Point): Region {
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(from.x - to.x),
    height: Math.abs(from.y - to.y),
  };
}

function moved(region: Region, key: string, resizes: boolean): Region {
  const across = key === 'ArrowLeft' ? -STEP : key === 'ArrowRight' ? STEP : 0;
  const down = key === 'ArrowUp' ? -STEP : key === 'ArrowDown' ? STEP : 0;
  if (resizes) {
    return {
      ...region,
      width: Math.min(1 - region.x, Math.max(STEP, region.width + across)),
      height: Math.min(1 - region.y, Math.max(STEP, region.height + down)),
    };
  }
  return {
    ...region,
    x: Math.min(1 - region.width, Math.max(0, region.x + across)),
    y: Math.min(1 - region.height, Math.max(0, region.y + down)),
  };
}

const within = (share: number): number => Math.min(1, Math.max(0, share));
