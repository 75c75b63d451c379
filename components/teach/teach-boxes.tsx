import { useEffect, useState } from 'react';
import { type PlaceInWindow, placeInWindow } from './place-in-window.ts';

/** An outline to draw around an element of the page. */
export interface TeachBox {
  readonly element: Element;
  readonly kind: 'cursor' | 'picked' | 'picture';
}

interface Place extends PlaceInWindow {
  readonly kind: TeachBox['kind'];
}

const MARGIN_PX = 3;

/** Outlines over the page, which follow their elements as the page scrolls or moves them. */
export function TeachBoxes({ boxes }: { readonly boxes: readonly TeachBox[] }) {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  useEffect(() => {
    let frame = 0;
    let last = '';
    const follow = (): void => {
      const now = boxes.map(placeOf);
      const key = JSON.stringify(now);
      if (key !== last) setPlaces(now);
      last = key;
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [boxes]);
  return (
    <div aria-hidden="true">
      {places.map(({ kind, ...place }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: outlines have no identity beyond their order
        <div key={index} className={`teach-box is-${kind}`} style={place} />
      ))}
    </div>
  );
}

function placeOf({ element, kind }: TeachBox): Place {
  const { left, top, width, height } = placeInWindow(element);
  return {
    kind,
    left: left - MARGIN_PX,
    top: top - MARGIN_PX,
    width: width + 2 * MARGIN_PX,
    height: height + 2 * MARGIN_PX,
  };
}
