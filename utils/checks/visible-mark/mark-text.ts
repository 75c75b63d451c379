import { englishStatement } from './english-statement.ts';
import { type FoundPhrase, findPhrase } from './find-phrase.ts';
import { type MarkPlace, VENDOR_MARKS } from './vendor-marks.ts';

/** What a line of text along an edge says about AI. */
export interface MarkText {
  /** The mark that the line was found to be; for a sentence the whole line. */
  readonly text: string;
  /** The line as it was recognised, without white space, misread letters and all. */
  readonly recognised: string;
  /** Id of the vendor whose mark this is; null for a mark without a known name. */
  readonly vendor: string | null;
  /** `mark`: the line is such a mark and nothing else; `sentence`: the words stand in a longer text. */
  readonly form: 'mark' | 'sentence';
}

/** Recognisers take the I of AI for what looks like it, and two of it where its edges are double. */
const MISREAD_AI = /A(?:[lIi1|!丨]{1,2}(?![a-z])|[T工jf](?=[生合]))/g;
/** What 生, 合 and 梦 are read as between letters that were read right; none of these makes a word there. */
const MISREADINGS: readonly (readonly [RegExp, string])[] = [
  [/AI[主年竺坐往经季当侍狐笃芋宇手圭岩健宝咎符至牛士]成/, 'AI生成'],
  [/AI[含台各会舍侣]成/, 'AI合成'],
  [/即.AI$/, '即梦AI'],
];
const NO_LETTERS = /[^0-9A-Za-z\u4e00-\u9fff.']/g;
/** GB 45438-2025 5.2: an AI element and a generation element, which has to be read in full: `AI生活` is another word. */
const STATEMENTS: readonly string[] = ['AI生成', 'AI合成', '人工智能生成', '人工智能合成'];
/** Share of a phrase's letters that may be misread, none in a short one: a chance word is not that near to it. */
const MAX_MISREAD = 0.2;
const MAX_MISREAD_LONG = 0.34;
const LONG_LETTERS = 9;
/** Stands for AI in comparisons; of the private use area, which no recogniser reads. */
const AI_TOKEN = '\ue000';
/**
 * What follows a mark is a word, so that the mark is part of a longer text: AI合成语音, AI生成器. Texture is read as single
 * ideographs, mostly of one stroke; what marks themselves add is no such word.
 */
const WORD_AFTER = /^(?![图作内照影视][片品容像频])(?:[\u4e00-\u9fff]{2}|[器式中的类吗])/;
/** 非AI生成 says the opposite of the mark, 一键AI生成 is a button; the first letter of such a word may be lost. */
const NOT_OF_A_MARK =
  /[非菲韭不无未没勿禁拒别]|一键|点击|支持|使用|可用|试试|开始|重新|继续|立即|帮你|(?:NO|NOT|NON|WITHOUT|[键击持用绝止])$/i;
const IDEOGRAPH_FIRST = /^[\u4e00-\u9fff]/;
/** Letters before a mark: a vendor that is not in the table, or what a logo is misread as; and after it. */
const MAX_BEFORE = 5;
const MAX_AFTER = 2;
/** 标识办法 art. 6: what platforms write beside content; it is text of an interface, not a mark of a generator. */
const PLATFORM_NOTICE = /内容|疑似|声明|作品|谨慎|甄别|参考/;
/** Letters of marks: a line that has none of them is not worth a second look. */
const PROMISING = /AI|[生成合智能即梦豆包问灵绘]|ing|ib|Hub|rate|with|en[eo]r/i;

/** A recognised line as it is compared: without white space and punctuation, `AI` where the letters were confused. */
export function comparableText(recognised: string): string {
  const letters = recognised.normalize('NFKC').replace(/\s/g, '').replace(MISREAD_AI, 'AI').replace(NO_LETTERS, '');
  return MISREADINGS.reduce((text, [misread, meant]) => text.replace(misread, meant), letters);
}

/** Whether a line that says nothing of AI is near enough to be rendered and read once more. */
export function isPromising(text: string): boolean {
  return PROMISING.test(text);
}

/** Whether a line has words of a platform's notice, however surely they were read. */
export function hasNoticeWords(text: string): boolean {
  return PLATFORM_NOTICE.test(text);
}

/**
 * Compares one line, read once or several times, with the marks of generators.
 * @param readings what `comparableText` made of each reading
 * @param place where the line stands; a vendor's mark counts only where this vendor puts it
 * @returns null where the line says nothing about AI
 */
export function readMarkText(readings: readonly string[], place: MarkPlace): MarkText | null {
  const merged = mergedStatement(readings);
  for (const text of merged === null ? readings : [...readings, merged]) {
    const found = vendorMarkIn(text, place) ?? statementIn(text) ?? englishStatementIn(text);
    if (found) return found;
  }
  return null;
}

function vendorMarkIn(line: string, place: MarkPlace): MarkText | null {
  for (const { id, texts, places } of VENDOR_MARKS) {
    const found = places.includes(place) ? nearestPhrase(line, texts) : null;
    if (found) return markText(line, found, id);
  }
  return null;
}

function statementIn(line: string): MarkText | null {
  const found = nearestPhrase(line, STATEMENTS);
  if (!found) return null;
  const [element, read] = [found.phrase, asTokens(line).slice(found.start, found.end)].map((text) => text.slice(-2));
  return element === read ? markText(line, found, null) : null;
}

function englishStatementIn(line: string): MarkText | null {
  const found = englishStatement(line);
  if (!found) return null;
  const { statement, isWhole } = found;
  return { text: isWhole ? statement : line, recognised: line, vendor: null, form: isWhole ? 'mark' : 'sentence' };
}

interface PhraseInLine extends FoundPhrase {
  readonly phrase: string;
}

/** The longest phrase that stands in a line, of equals the one with fewer letters misread; null when none is near. */
function nearestPhrase(line: string, phrases: readonly string[]): PhraseInLine | null {
  const tokens = asTokens(line);
  return phrases
    .map((phrase) => ({ phrase, ...findPhrase(tokens, asTokens(phrase)) }))
    .filter(({ phrase, distance }) => distance <= allowedErrors(asTokens(phrase).length))
    .filter(({ phrase, start, end }) => isAiRead(phrase, tokens.slice(start, end)))
    .reduce<PhraseInLine | null>((best, found) => (best && !isBetter(found, best) ? best : found), null);
}

/** Whether the letters AI were read; a whole Chinese name with the rest of its mark stands for them. */
function isAiRead(phrase: string, read: string): boolean {
  return read.includes(AI_TOKEN) || IDEOGRAPH_FIRST.test(phrase);
}

/** AI as one letter: where it is misread, it is often one ideograph. */
function asTokens(text: string): string {
  return text.replaceAll('AI', AI_TOKEN);
}

function allowedErrors(letters: number): number {
  return Math.floor(letters * (letters >= LONG_LETTERS ? MAX_MISREAD_LONG : MAX_MISREAD));
}

function isBetter(a: PhraseInLine, b: PhraseInLine): boolean {
  return a.phrase.length > b.phrase.length || (a.phrase.length === b.phrase.length && a.distance < b.distance);
}

function markText(line: string, { phrase, start, end }: PhraseInLine, vendor: string | null): MarkText {
  const [before, after] = [asTokens(line).slice(0, start), asTokens(line).slice(end)];
  const isPartOfText = after.length > MAX_AFTER || WORD_AFTER.test(after) || NOT_OF_A_MARK.test(before);
  const isMark = !hasNoticeWords(line) && start <= MAX_BEFORE && !isPartOfText;
  return { text: isMark ? phrase : line, recognised: line, vendor, form: isMark ? 'mark' : 'sentence' };
}

/**
 * `AI生成` put together from readings that each missed a letter of it: every letter was read in its place at least once.
 */
function mergedStatement(readings: readonly string[]): string | null {
  const seen = readings.map((text) => /^(.{0,4})AI(.)(.)$/.exec(text)).filter((match) => match !== null);
  const has = (group: number, letter: string): boolean => seen.some((match) => match[group] === letter);
  if (!has(3, '成')) return null;
  if (has(2, '生')) return 'AI生成';
  return has(2, '合') ? 'AI合成' : null;
}
