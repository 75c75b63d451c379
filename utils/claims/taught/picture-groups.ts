import type { PageOutline, PictureToken } from '../page/page-outline.ts';
import { labelQuality } from './label-quality.ts';
import type { TaughtPage } from './text-locators.ts';
import { picturesIn, textsIn } from './token-places.ts';

/** Pictures that belong together because they stand in the same kind of place below one element. */
export interface PictureGroup {
  readonly box: Element;
  /** Places of the pictures, in reading order. */
  readonly at: readonly number[];
  /** Tags from a picture up to the box, the box left out. */
  readonly tags: readonly string[];
  /** Whether the box has headings between its pictures, and these are the ones between two of them. */
  readonly isRun: boolean;
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
export function pictureGroupsAt(page: TaughtPage, at: number): PictureGroup[] {
  const { outline } = page;
  const { element } = outline.tokens[at] as PictureToken;
  const groups: PictureGroup[] = [];
  const tags: string[] = [];
  for (let box: Element | null = element; box && tags.length <= MAX_TAGS; box = outline.parentOf(box)) {
    if (box.tagName === 'BODY' || box.tagName === 'HTML') break;
    const group = { box, tags: [...tags], at: picturesAlike(outline, box, tags), isRun: false };
    const last = groups.at(-1);
    if (group.at.length > MAX_PICTURES) break;
    // A wrapper with nothing else in it is the better box: with more pictures it may be the list.
    if (last && last.at.length === group.at.length && isBare(outline, box)) groups[groups.length - 1] = group;
    else if (!last || group.at.length > last.at.length) {
      const run = runAround(page, group.at, at);
      if (run.length > (last?.at.length ?? 1) && run.length < group.at.length)
        groups.push({ ...group, at: run, isRun: true });
      groups.push(group);
    }
    tags.push(box.tagName);
  }
  return groups.slice(0, MAX_GROUPS);
}

/** The group that is most likely meant: the widest that is one list, with no heading between its pictures. */
export function likelyGroup(page: TaughtPage, groups: readonly PictureGroup[]): PictureGroup | undefined {
  return groups.findLast((group) => !holdsHeading(page, group)) ?? groups[0];
}

/** The pictures around one that no text which may be a heading stands between. */
function runAround(page: TaughtPage, pictures: readonly number[], at: number): number[] {
  const own = pictures.indexOf(at);
  const isApart = (before: number | undefined, after: number | undefined): boolean =>
    before === undefined || after === undefined || nextHeading(page, before, after) !== null;
  let [from, to] = [own, own];
  while (!isApart(pictures[from - 1], pictures[from])) from--;
  while (!isApart(pictures[to], pictures[to + 1])) to++;
  return pictures.slice(from, to + 1);
}

/** The first text of a range that may be a heading; null where there is none. */
export function nextHeading({ outline, dictionary }: TaughtPage, from: number, to: number): number | null {
  return textsIn(outline, [from, to]).find(({ token }) => labelQuality(token, dictionary) !== 'never')?.at ?? null;
}

/** Whether a text in a group heads pictures: it stands before them, or above several. A caption follows its picture. */
function holdsHeading({ outline, dictionary }: TaughtPage, { box, at: pictures, isRun }: PictureGroup): boolean {
  if (isRun) return false;
  return textsIn(outline, outline.rangeOf(box)).some(({ at, token }) => {
    if (labelQuality(token, dictionary) === 'never') return false;
    for (let around: Element | null = token.element; around; around = outline.parentOf(around)) {
      const [from, to] = outline.rangeOf(around);
      const within = pictures.filter((picture) => picture >= from && picture < to);
      if (within.length > 0) return within.length > 1 || at < (within[0] ?? 0);
    }
    return false;
  });
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
