import { isMadeHere } from '../../utils/claims/page/own-element.ts';
import { keepsContrast, withoutAddresses } from './svg-filter-contrast.ts';

/** Of the panel's frame, where it is looked at: what covers a corner hides no verdict. */
const PLACES = [0.1, 0.5, 0.9];
/** The share of those places at which the panel has to be on top. */
const MIN_ON_TOP = 0.5;
/** Below this share of their size words cannot be read. */
const MIN_SCALE = 0.5;
/** A folded panel is wider; one under a page's zoom may not be. */
const MIN_WIDTH_PX = 80;
const MIN_OPACITY = 0.5;
/** In a lower or narrower window the panel has no room, whatever the page does. */
const MIN_WINDOW_PX = 120;
/** Effects that leave nothing to read; gray pages and those that an extension for dark colours turns round do. */
const BLINDING_FILTER = /\b(?:opacity|blur|drop-shadow)\(|\b(?:brightness|contrast)\(0(?:\.[0-2]\d*)?\)/;

/** Whether a person can see the panel, as far as a script can tell what lies over it and what the page's root does to it. */
export function isPanelSeen(frame: HTMLElement, host: Element): boolean {
  if (Math.min(innerWidth, innerHeight) < MIN_WINDOW_PX) return true;
  if (!frame.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }))
    return false;
  if (isRootBent(getComputedStyle(document.documentElement))) return false;
  const { left, top, width, height } = frame.getBoundingClientRect();
  if (width < MIN_WIDTH_PX) return false;
  const onTop = PLACES.flatMap((x) => PLACES.map((y) => document.elementFromPoint(left + x * width, top + y * height)));
  const ours = onTop.filter((element) => element !== null && (element === host || isMadeHere(element)));
  return ours.length >= MIN_ON_TOP * onTop.length;
}

/** The panel's element resets whatever would be inherited; effects and geometry of the root it cannot. */
function isRootBent({ opacity, filter, maskImage, transform, scale, rotate }: CSSStyleDeclaration): boolean {
  const { a, b, c, d } = new DOMMatrix(transform);
  const scales = scale === 'none' ? [] : scale.split(' ').map(Number);
  const isUpright = b === 0 && c === 0 && [a, d, ...scales].every((factor) => factor >= MIN_SCALE);
  return (
    Number(opacity) < MIN_OPACITY ||
    BLINDING_FILTER.test(withoutAddresses(filter)) ||
    !keepsContrast(filter, document) ||
    maskImage !== 'none' ||
    rotate !== 'none' ||
    !isUpright
  );
}
