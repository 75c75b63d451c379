import type { PageOutline, PictureToken } from '../page-outline.ts';
import { picturesIn } from './token-places.ts';

/** Pictures that belong together because they stand in the same kind of place below one element. */
export interface PictureGroup {
  readonly box: Element;
  /** Places of the pictures, in reading order. */
  readonly at: readonly number[];
  /** Tags from a picture up to the box, the box left out. */
  readonly tags: readonly string[];
}

/** Elements around what was pointed at that are asked for a picture: a mask or a magnifier may lie over it. */
const MAX_CLIMB_TO_PICTURE = 3;
const MAX_GROUPS = 5;
const MAX_TAGS = 12;
/** More pictures than this are a whole page, not a list of evidence. */
const MAX_PICTURES = 60;

/** The picture that an element is, holds or lies over; null where there is none near. */
export function pictureAt(outline: PageOutline, element: Element): number | null {
  let around: Element | null = element;
  for (let climb = 0; around && climb <= MAX_CLIMB_TO_PICTURE; climb++, around = outline.parentOf(around)) {
    const first = picturesIn(outline, outline.rangeOf(around))[0];
    if (first) return first.at;
  }
  return null;
}

/** The lists that a picture stands in, from itself alone to the widest. */
export function pictureGroupsAt(outline: PageOutline, at: number): PictureGroup[] {
  const { element } = outline.tokens[at] as PictureToken;
  const groups: PictureGroup[] = [];
  const tags: string[] = [];
  for (let box: Element | null = element; box && tags.length <= MAX_TAGS; box = outline.parentOf(box)) {
    if (box.tagName === 'BODY' || box.tagName === 'HTML') break;
    const group = { box, tags: [...tags], at: picturesAlike(outline, box, tags) };
    const last = groups.at(-1);
    if (group.at.length > MAX_PICTURES) break;
    // A wrapper with nothing else in it is the better box: with more pictures it may be the list.
    if (last && last.at.length === group.at.length && isBare(outline, box)) groups[groups.length - 1] = group;
    else if (!last || group.at.length > last.at.length) groups.push(group);
    tags.push(box.tagName);
  }
  return groups.slice(0, MAX_GROUPS);
}

/** The group that is most likely meant: the smallest with several pictures, or the picture alone. */
export function likelyGroup(groups: readonly PictureGroup[]): PictureGroup | undefined {
  return groups.find(({ at }) => at.length > 1) ?? groups[0];
}

/** The pictures below a box that stand in it as the tags say. A video among photographs stands as they do. */
export function picturesAlike(outline: PageOutline, box: Element, tags: readonly string[]): number[] {
  return picturesIn(outline, outline.rangeOf(box)).flatMap(({ at, token }) => {
    return hasTags(outline, token.element, box, tags) ? [at] : [];
  });
}

function hasTags(outline: PageOutline, picture: Element, box: Element, tags: readonly string[]): boolean {
  let element: Element | null = picture;
  for (const [level, tag] of tags.entries()) {
    const isVideo = level === 0 && element?.tagName === 'VIDEO' && tag === 'IMG';
    if (element === null || (element.tagName !== tag && !isVideo)) return false;
    element = outline.parentOf(element);
  }
  return element === box;
}

/** Whether an element holds pictures and no words. */
function isBare(outline: PageOutline, box: Element): boolean {
  const [from, to] = outline.rangeOf(box);
  return outline.tokens.slice(from, to).every((token) => token.kind === 'picture');
}
