/** A place in the top window, in CSS pixels. */
export interface PlaceInWindow {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An element's place in the top window, through the same-origin frames that it stands in. */
export function placeInWindow(element: Element): PlaceInWindow {
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
  return { left, top, width: rect.width, height: rect.height };
}
