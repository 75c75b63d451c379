import { pictureLabelOf } from '../../platforms/picture-labels.ts';
import { isClaimTypeText, isStatusText } from '../claim-kind.ts';
import { isRepeated, roleNamedBy } from '../picture-role.ts';
import { isLabelLike, type LabelDictionary } from './find-labels.ts';
import type { PageOutline, PictureToken, TextToken, Token } from './page-outline.ts';
import { isDecoration } from './picture-exclusions.ts';

/** A picture of a product as pages show one: the picture first, its name after it. */
export interface TitledPicture {
  readonly picture: PictureToken;
  readonly title: TextToken;
  /** The smallest element around the picture that holds words. */
  readonly box: Element;
}

const MAX_CLIMB = 4;
/** A row of an order has the name, what was chosen, price, number and state; more is another part of the page. */
const MAX_TEXTS = 14;
const MAX_TOKENS = 60;
const MAX_TITLE_LENGTH = 200;
/** Entries of a record name their side within their first texts. */
const ENTRY_HEAD_TEXTS = 3;
const MAX_ENTRY_CLIMB = 6;

const LETTERS = /\p{Script=Han}.*\p{Script=Han}|\p{L}.*\p{L}.*\p{L}/su;
/** Times, parcels, masked names, sentences, and what stands below a photograph or beside a carrier's mark. */
const NO_TITLE =
  /^\d{4}[-/年.]|\d{8,}|\*\*|[:：]$|[。！？!?]$|^by\s|赠品|贈品|^\(?free gift|^(?:图片?|凭证|照片|视频|查看|点击|放大|预览|下载|上传|展开|收起|共)|快递|速递|物流|运单|express|logistics|courier|tracking/i;

/**
 * The name of what a picture shows: the first words after it in the smallest element that holds the picture and words.
 * Null where words come before the picture (they head it), where several pictures share the words, where the picture is
 * in an entry of one side, or where the words are no name.
 */
export function titledPicture(outline: PageOutline, at: number, dictionary: LabelDictionary): TitledPicture | null {
  const picture = outline.tokens[at] as PictureToken;
  const title = titleAfter(outline, at);
  if (!title || !isTitle(title.token, dictionary) || isInEntry(outline, picture.element)) return null;
  return { picture, title: title.token, box: title.box };
}

function titleAfter(outline: PageOutline, at: number): { token: TextToken; box: Element } | null {
  const { element } = outline.tokens[at] as PictureToken;
  const next = outline.tokens[at + 1];
  // `<img> name` among other parts of one element.
  if (next?.kind === 'text' && isDirectlyAfter(outline, element, at + 1) && followsPart(outline, element)) {
    return { token: next, box: element };
  }
  for (let box = outline.parentOf(element), climb = 0; box && climb < MAX_CLIMB; box = outline.parentOf(box), climb++) {
    const [from, to] = outline.rangeOf(box);
    if (to - from > MAX_TOKENS) return null;
    const inside = outline.tokens.slice(from, to);
    const texts = inside.filter((token): token is TextToken => token.kind === 'text' && token.key !== '');
    const pictures = inside.filter((token) => token.kind === 'picture' && !isDecoration(outline, token));
    if (pictures.some((token) => token !== outline.tokens[at])) return null;
    if (texts.length === 0) continue;
    const first = outline.tokens.indexOf(texts[0] as TextToken, from);
    return first > at && texts.length <= MAX_TEXTS ? { token: texts[0] as TextToken, box } : null;
  }
  return null;
}

/** Whether a text is what stands behind an element: words beside it, or an element with these words alone. */
function isDirectlyAfter(outline: PageOutline, element: Element, text: number): boolean {
  const node = element.nextSibling;
  if (node?.nodeType === 3 && node.nodeValue?.trim()) return true;
  const [from, to] = element.nextElementSibling ? outline.rangeOf(element.nextElementSibling) : [0, 0];
  return from === text && to === text + 1;
}

/** Whether a part with several words comes before an element: one word or line before it would be its heading. */
function followsPart(outline: PageOutline, element: Element): boolean {
  const before = element.previousElementSibling;
  if (!before) return false;
  const tokens = outline.tokens.slice(...outline.rangeOf(before));
  return tokens.filter((token) => token.kind === 'text').length > 1;
}

function isTitle(token: TextToken, dictionary: LabelDictionary): boolean {
  const { text, key } = token;
  // An icon before the words of a control is none of them.
  const words = text.replace(/^[\p{S}\p{Cf}\s]+/u, '');
  if (text.length > MAX_TITLE_LENGTH || !LETTERS.test(words) || NO_TITLE.test(words)) return false;
  if (isLabelLike(token, dictionary) || pictureLabelOf(key) !== null || roleNamedBy(text) !== null) return false;
  return !isStatusText(text) && !isClaimTypeText(text) && token.element.closest('button') === null;
}

/** Whether an element stands in one of several entries, of a record or a chat, that say whose they are. */
function isInEntry(outline: PageOutline, element: Element): boolean {
  let entry: Element | null = element;
  for (let climb = 0; entry && climb < MAX_ENTRY_CLIMB; climb++, entry = outline.parentOf(entry)) {
    if (!isRepeated(entry)) continue;
    if (firstTexts(outline, entry).some((text) => roleNamedBy(text) !== null)) return true;
  }
  return false;
}

function firstTexts(outline: PageOutline, element: Element): string[] {
  const [from, to] = outline.rangeOf(element);
  const texts: string[] = [];
  for (let at = from; at < to && texts.length < ENTRY_HEAD_TEXTS; at++) {
    const token = outline.tokens[at] as Token;
    if (token.kind === 'text') texts.push(token.text);
  }
  return texts;
}
