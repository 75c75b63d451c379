import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useText } from '../controls/text-context.ts';

/** How the panel is moved over the page. */
export interface PanelMove {
  readonly by: (acrossPx: number, downPx: number) => void;
  /** The movement is over: the place is kept for this site. */
  readonly end: () => void;
  /** Back to the corner that the settings name. */
  readonly reset: () => void;
}

/** One press of an arrow key; with Shift a finer one. */
const STEP_PX = 24;
const FINE_STEP_PX = 4;

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What the panel is taken hold of by: dragged, or moved by the arrow keys; Home or a double click brings it back. */
export function MoveHandle({ move }: { readonly move: PanelMove }) {
  const text = useText();
  const last = useRef<{ readonly x: number; readonly y: number } | null>(null);

  const drag = (event: PointerEvent): void => {
    if (!last.current) return;
    move.by(event.clientX - last.current.x, event.clientY - last.current.y);
    last.current = { x: event.clientX, y: event.clientY };
  };
  const drop = (): void => {
    if (last.current) move.end();
    last.current = null;
  };
  const press = (event: KeyboardEvent): void => {
    const direction = DIRECTIONS[event.key];
    if (event.key === 'Home') move.reset();
    else if (direction) {
      const step = event.shiftKey ? FINE_STEP_PX : STEP_PX;
      move.by(direction[0] * step, direction[1] * step);
      move.end();
    } else return;
    event.preventDefault();
  };

  return (
    <button
      type="button"
      className="move-handle"
      aria-label={text.t('panel.move')}
      title={text.t('panel.move')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture?.(event.pointerId);
        last.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
      onKeyDown={press}
      onDoubleClick={move.reset}
    >
      <svg viewBox="0 0 10 16" width="10" height="16" aria-hidden="true">
        {[2, 8].map((x) => [2, 8, 14].map((y) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.5" />))}
      </svg>
    </button>
  );
}
