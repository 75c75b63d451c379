import { type PictureLabel, pictureLabelOf } from '../../platforms/picture-labels.ts';
import { isInScope } from '../choose-claim.ts';
import type { EvidenceItem, EvidenceRole } from '../claim.ts';
import { isFaceOfEntry, isRepeated, roleNamedBy, roleOfPicture } from '../picture-role.ts';
import { headingAbove } from './heading-above.ts';
import type { PageOutline, PictureToken, TextToken, Token } from './page-outline.ts';
import { boxOfCaption } from './picture-captions.ts';
import { isNeverEvidence } from './picture-exclusions.ts';
import { type EvidencePage, type PictureHeading, pictureHeadings } from './picture-headings.ts';
import { isOtherHeading, sectionEnd } from './picture-section.ts';
import { titledPicture } from './picture-title.ts';
import { cellsBelow } from './values-in-column.ts';

const MAX_CLIMB = 8;
/** The buyer's words head only the pictures in their own row. */
const MAX_CLIMB_FROM_WORDS = 3;
/** Texts that say that there is no evidence. */
const SAYS_NONE =
  /^(?:买家|用户|客户)?(?:暂无|未上传|没有上传|未提供|无凭证|no (?:photos|images|evidence|attachments))/i;
/** Texts that ask for an upload: the pictures after them are examples, or the seller's own. */
const ASKS_FOR_UPLOAD =
  /请上传|请提供|点击上传|扫码上传|示例|範例|示范图|如何(?:拍|上传)|怎么(?:拍|上传)|最多(?:可)?上传|仅支持|支持.{0,12}格式|drag and drop|click to upload|how to (?:take|photograph|upload)|example/i;
/** Labels that stand among evidence: 买家 heads the buyer's part of it, words and time go with an upload. */
const STANDS_WITH_PICTURES = new Set<string>(['description', 'applyTime', 'buyer']);
/** Where a heading such as 凭证 leads to nothing larger, its thumbnails may be this small. */
const MIN_THUMBNAIL_PX = 32;
/** An entry of a log names its side within its first texts. */
const ENTRY_HEAD_TEXTS = 3;

/** What one heading says about one picture. */
interface PictureReading {
  readonly at: number;
  readonly kind: PictureLabel['kind'];
  readonly role: EvidenceRole;
  readonly label: string;
}

/**
 * The pictures and videos of the claim: those after a heading such as 凭证 or `Evidence`, up to the next heading.
 * The seller's own are left out. Where no such heading leads to any, those beside the buyer's description are taken.
 * @returns in reading order, one per place in the page
 */
export function evidenceOnPage(page: EvidencePage): EvidenceItem[] {
  const items = evidenceAbove(page);
  return items.length > 0 ? items : evidenceAbove({ ...page, minPicturePx: MIN_THUMBNAIL_PX }, true);
}

/** @param isLabelledAlone leaves out records and chats, which are full of small faces, and the buyer's words */
function evidenceAbove(page: EvidencePage, isLabelledAlone = false): EvidenceItem[] {
  const all = pictureHeadings(page);
  const headings = isLabelledAlone ? all.filter(({ kind }) => kind === 'evidence' || kind === 'other') : all;
  const readings = headings
    // A panel whose tab says that it is the seller's has to be known to be left out.
    .filter(({ kind, panel }) => kind !== 'other' || panel !== null)
    .flatMap((heading) => picturesAfter(page, headings, heading));
  const labelled = itemsOf(page, readings);
  if (labelled.length > 0 || isLabelledAlone) return labelled;
  const wordHits = page.hits.filter(
    ({ field, from }) => (field === 'description' || field === 'reason') && isInScope(page.scope, from),
  );
  const words = wordHits.map(
    (hit): PictureHeading => ({
      kind: 'evidence',
      role: 'buyer',
      at: hit.to - 1,
      label: hit.label,
      panel: null,
      isAssumed: true,
    }),
  );
  // Any heading ends what the words can lead to: it had its chance.
  const ends = headings.map((heading) => ({ ...heading, kind: 'other' as const }));
  return itemsOf(
    page,
    words.flatMap((heading) =>
      picturesAfter(page, ends, heading, MAX_CLIMB_FROM_WORDS).filter(({ role }) => role === 'buyer'),
    ),
  );
}

/** Joins what several headings say about the same picture; one that says it is the seller's settles it. */
function itemsOf({ outline }: EvidencePage, readings: readonly PictureReading[]): EvidenceItem[] {
  const hasOwnHeading = readings.some(({ kind, role }) => kind === 'evidence' && role !== 'seller');
  return [...new Set(readings.map(({ at }) => at))]
    .sort((a, b) => a - b)
    .flatMap((at) => {
      const said = readings.filter((reading) => reading.at === at);
      const best = said.find(({ role }) => role !== 'unknown') ?? said[0];
      if (!best || said.some(({ kind, role }) => kind === 'other' || role === 'seller')) return [];
      const isOnlyLogged = said.every(({ kind }) => kind === 'log' || kind === 'chat');
      // Both sides put pictures into a log, and a chat holds stickers: whose it is has to be shown.
      if (isOnlyLogged && best.role === 'unknown' && (hasOwnHeading || best.kind === 'chat')) return [];
      // What the platform puts into a log is a notice.
      if (isOnlyLogged && best.role === 'platform') return [];
      const { picture } = outline.tokens[at] as PictureToken;
      return [
        { url: picture.url, kind: picture.kind, role: best.role, source: { via: 'label', hint: best.label } as const },
      ];
    });
}

function picturesAfter(
  page: EvidencePage,
  headings: readonly PictureHeading[],
  heading: PictureHeading,
  maxClimb = MAX_CLIMB,
): PictureReading[] {
  const { outline, dictionary } = page;
  if (heading.panel) return readingsIn(page, headings, heading, heading.panel, outline.rangeOf(heading.panel)[0]);
  const label = outline.tokens[heading.at] as TextToken;
  const cells = cellsBelow(outline, label.element, dictionary);
  if (cells.length > 0) {
    return cells.flatMap((cell) => readingsIn(page, headings, heading, cell, outline.rangeOf(cell)[0]));
  }
  const captioned = heading.isAssumed ? null : boxOfCaption(outline, heading.at);
  if (captioned) return readingsIn(page, headings, heading, captioned, outline.rangeOf(captioned)[0]);
  let box: Element | null = label.element;
  for (let climb = 0; box && climb <= maxClimb; climb++, box = outline.parentOf(box)) {
    const end = outline.rangeOf(box)[1];
    const first = firstPicture(page, heading.at + 1, end);
    if (first === null) continue;
    return isCutOff(page, headings, heading, first) ? [] : readingsIn(page, headings, heading, box, heading.at + 1);
  }
  return [];
}

function firstPicture({ outline, scope, minPicturePx }: EvidencePage, from: number, to: number): number | null {
  for (let index = from; index < to; index++) {
    const token = outline.tokens[index] as Token;
    if (token.kind === 'picture' && isInScope(scope, index) && !isNeverEvidence(outline, token, minPicturePx))
      return index;
  }
  return null;
}

/** Whether another field or heading stands between a heading and the first picture, so that the heading has none. */
function isCutOff(
  page: EvidencePage,
  headings: readonly PictureHeading[],
  heading: PictureHeading,
  first: number,
): boolean {
  const isBetween = (at: number) => at > heading.at && at < first;
  if (headings.some(({ at, kind }) => isBetween(at) && kind === 'other')) return true;
  if (heading.kind !== 'evidence') return false;
  const between = page.outline.tokens.slice(heading.at + 1, first).filter((token) => token.kind === 'text');
  // Under 买家凭证 such words ask the seller to answer.
  const asks = (text: string) => heading.role !== 'buyer' && ASKS_FOR_UPLOAD.test(text);
  if (between.some(({ text }) => text.length < 60 && (asks(text) || SAYS_NONE.test(text)))) return true;
  if (between.some((token) => isOtherHeading(page.outline, heading.at, token))) return true;
  return page.hits.some(({ from, field }) => isBetween(from) && !STANDS_WITH_PICTURES.has(field));
}

function readingsIn(
  page: EvidencePage,
  headings: readonly PictureHeading[],
  heading: PictureHeading,
  box: Element,
  from: number,
): PictureReading[] {
  const { outline, scope, minPicturePx } = page;
  const end = sectionEnd(page, heading, box, from);
  const readings: PictureReading[] = [];
  for (let at = from; at < end; at++) {
    const token = outline.tokens[at] as Token;
    if (token.kind !== 'picture' || !isInScope(scope, at) || isNeverEvidence(outline, token, minPicturePx)) continue;
    if (heading.isAssumed && titledPicture(outline, at, page.dictionary)) continue;
    // Headings between this one and `box` are of other columns; one in an entry is that entry's.
    const governing =
      headings.findLast(
        (other) => other.at < at && other.at > heading.at && other.at >= from && isInReach(outline, other, token),
      ) ?? heading;
    const isRecord = governing.kind === 'log' || governing.kind === 'chat';
    if (isRecord && isFaceOfEntry(outline, at)) continue;
    const role = roleUnder(page, governing, heading, at, box, from);
    readings.push({ at, kind: governing.kind, role, label: governing.label });
  }
  return readings;
}

/** Whether a heading in an entry of a record may speak for a picture: only for those of its entry. */
function isInReach(outline: PageOutline, heading: PictureHeading, picture: Token): boolean {
  const entry = knownEntries.get(heading) ?? { element: entryOf(outline, heading.at) };
  knownEntries.set(heading, entry);
  return entry.element === null || entry.element.contains(picture.element);
}

/** A heading is asked about every picture after it. */
const knownEntries = new WeakMap<PictureHeading, { readonly element: Element | null }>();

/** The smallest entry around a heading that holds pictures. */
function entryOf(outline: PageOutline, heading: number): Element | null {
  let entry: Element | null = (outline.tokens[heading] as Token).element;
  for (; entry; entry = outline.parentOf(entry)) {
    if (!isRepeated(entry)) continue;
    const [from, to] = outline.rangeOf(entry);
    if (outline.tokens.slice(from, to).some((token) => token.kind === 'picture')) return entry;
  }
  return null;
}

function roleUnder(
  page: EvidencePage,
  governing: PictureHeading,
  heading: PictureHeading,
  index: number,
  box: Element,
  from: number,
): EvidenceRole {
  if (governing.isAssumed) {
    // The buyer's words may be followed by a record of both sides.
    const named = roleOfPicture(page.outline, index, box, from);
    return named === 'unknown' ? governing.role : named;
  }
  if (governing.role !== 'unknown') return governing.role;
  if (heading.role !== 'unknown') return heading.role;
  const named = roleOfPicture(page.outline, index, box, from);
  return named === 'unknown' ? roleOfEntry(page, governing.at, box) : named;
}

/**
 * A heading 凭证 within an entry of a log is that entry's: the head of the entry says whose. A card with the ids of the
 * claim is no entry: there 商家 may only name the shop.
 */
function roleOfEntry({ outline, hits }: EvidencePage, heading: number, box: Element): EvidenceRole {
  let entry: Element | null = box;
  for (let climb = 0; entry && climb < MAX_CLIMB; climb++, entry = outline.parentOf(entry)) {
    const [from, to] = outline.rangeOf(entry);
    if (hits.some((hit) => (hit.field === 'claimId' || hit.field === 'orderId') && hit.from >= from && hit.from < to))
      break;
    if (!isRepeated(entry)) continue;
    const head = outline.tokens.slice(from, heading).filter((token) => token.kind === 'text');
    const role = head
      .slice(0, ENTRY_HEAD_TEXTS)
      .map((token) => roleNamedBy(token.text))
      .find((named) => named !== null);
    if (role) return role;
  }
  return roleOfPart(outline, heading);
}

/**
 * Whose part of the page a heading 凭证 stands in, where the part begins with a heading of HTML that names a side. One
 * that itself heads pictures, such as 商家凭证, has its own.
 */
function roleOfPart(outline: PageOutline, heading: number): EvidenceRole {
  const own = (outline.tokens[heading] as Token).element;
  const above = headingAbove(outline, heading);
  if (!above || pictureLabelOf(above.key) || !outline.parentOf(above.element)?.contains(own)) return 'unknown';
  return roleNamedBy(above.text) ?? 'unknown';
}
