import { type MarkPlace, VENDOR_MARKS } from './vendor-marks.ts';

/** What a line of text along an edge says about AI. */
export interface MarkText {
  /** As compared: no white space, `AI` where the recogniser confused the letters. */
  readonly text: string;
  /** Id of the vendor whose mark this is; null for a mark without a name. */
  readonly vendor: string | null;
  /** `mark`: the line is such a mark and nothing else; `sentence`: the words stand in a longer text. */
  readonly form: 'mark' | 'sentence';
}

/** Recognisers take the I of AI for what looks like it. */
const MISREAD_AI = /A[lI1|!丨]+/g;
const NO_LETTERS = /[^0-9A-Za-z\u4e00-\u9fff.]/g;
/** GB 45438-2025 5.2: an AI element and a generation element; beside each character the ones it is misread as. */
const STATEMENT = /(?:AI|人工智能)(?:[生主][成戍戌]|[合含][成戍戌])/;
/** Letters before a mark: a vendor that is not in the table, or what a logo is misread as; and after it. */
const MAX_BEFORE = 4;
const MAX_AFTER = 2;
/** 标识办法 art. 6: what platforms write beside content; it is text of an interface, not a mark of a generator. */
const PLATFORM_NOTICE = /内容|疑似|声明|作品|谨慎|甄别|参考/;

/**
 * Compares a recognised line with the marks of generators.
 * @param place where the line stands; a vendor's name counts only where this vendor puts it
 * @returns null where the line says nothing about AI
 */
export function readMarkText(recognised: string, place: MarkPlace): MarkText | null {
  const text = recognised.normalize('NFKC').replace(/\s/g, '').replace(MISREAD_AI, 'AI').replace(NO_LETTERS, '');
  const vendor = VENDOR_MARKS.find(({ name, places }) => places.includes(place) && name.test(text));
  const words = STATEMENT.exec(text) ?? vendor?.brand?.exec(text);
  if (!words) return null;
  const before = vendor ? text.slice(0, Math.min(words.index, text.search(vendor.name))) : text.slice(0, words.index);
  const after = text.slice(words.index + words[0].length);
  const isMark = !PLATFORM_NOTICE.test(text) && before.length <= MAX_BEFORE && after.length <= MAX_AFTER;
  return { text, vendor: vendor?.id ?? null, form: isMark ? 'mark' : 'sentence' };
}
