import { useEffect, useState } from 'react';

/** An outline to draw around an element of the page. */
export interface TeachBox {
  readonly element: Element;
  readonly kind: 'cursor' | 'picked' | 'picture';
}

interface Place {
  readonly kind: TeachBox['kind'];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
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

/** The element's place in the top window, through the frames that it stands in. */
function placeOf({ element, kind }: TeachBox): Place {
  const rect = element.getBoundingClientRect();
  let [left, top] = [rect.left, rect.top];
  for (
    let frame = element.ownerDocument.defaultView?.frameElement;
    frame;
    frame = frame.ownerDocument.defaultView?.frameElement
  ) {
    const around = frame.getBoundingClientRect();
    left += around.left + frame.clientLeft;
    top += around.top + frame.clientTop;
  }
  return {
    kind,
    left: left - MARGIN_PX,
    top: top - MARGIN_PX,
    width: rect.width + 2 * MARGIN_PX,
    height: rect.height + 2 * MARGIN_PX,
  };
}
