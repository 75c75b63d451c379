import type { Grade } from '../checks/verdict.ts';
import type { Text } from '../text/text.ts';
import { type CountedFinding, weightOf } from './counted-findings.ts';
import { briefSentenceOf, sentenceOf } from './rebuttal-sentence.ts';

/** Hexadecimal digits of a checksum that are told; 64 bits, enough to tell the files of one claim apart. */
const SHA256_PREFIX_DIGITS = 16;

export interface DraftPoint {
  /** From 1, as the page and the panel count. */
  readonly pictureNumber: number;
  readonly grade: Grade;
  readonly sentence: string;
  /** Says the same in fewer words, for texts with a limit; null where there is no shorter way. */
  readonly brief: string | null;
  readonly sha256: string | null;
}

/** A rebuttal in whole sentences, before it is laid out. */
export interface Draft {
  readonly opening: string | null;
  /** `false` where the reader has the order before his eyes, as in a form of the platform: it then leaves before a finding does. */
  readonly isOpeningNeeded: boolean;
  /** Which pictures the request is about. */
  readonly about: string | null;
  /** Strongest first. */
  readonly points: readonly DraftPoint[];
  /** What the points that are left do not show. */
  readonly limit: ((points: readonly DraftPoint[]) => string) | null;
  readonly records: string | null;
  readonly laws: readonly string[];
  /** What stands before them; that of the platform's texts when omitted. */
  readonly lawIntro?: string;
  readonly request: { readonly long: string | null; readonly short: string } | null;
}

/** Findings as points of a draft, each with the checksum of its picture. */
export function pointsOf(counted: readonly CountedFinding[], text: Text, timeZone: string): readonly DraftPoint[] {
  return counted.map(({ picture, finding, grade, isUnconfirmed }) => ({
    pictureNumber: picture.index + 1,
    grade,
    sentence: sentenceOf(finding, isUnconfirmed, text, timeZone),
    brief: briefSentenceOf(finding, isUnconfirmed, text, timeZone),
    sha256: picture.sha256,
  }));
}

/**
 * Drops whole sentences, the least needed first, until the text fits. What is left at last is the strongest finding
 * alone where that fits, else the short request alone, whatever its length.
 */
export function shorten(draft: Draft, maxLength: number, text: Text): Draft {
  const fits = (candidate: Draft): boolean => lengthOf(layOut(candidate, text)) <= maxLength;
  let current = draft;
  while (!fits(current)) {
    const shorter = dropLeastNeeded(current);
    if (shorter === null) return current;
    const findingAlone = { ...current, request: null };
    if (shorter.points.length === 0 && current.points.length > 0 && fits(findingAlone)) return findingAlone;
    current = shorter;
  }
  return current;
}

/**
 * Characters as a text box counts them: UTF-16 code units, a line break as one. So does `maxlength` (HTML, 4.10.19.3) and the
 * `length` that seller centers' own counters show; an emoji therefore counts as two or more.
 */
export function lengthOf(written: string): number {
  return written.length;
}

function dropLeastNeeded(draft: Draft): Draft | null {
  if (draft.laws.length > 0) return { ...draft, laws: draft.laws.slice(0, -1) };
  if (draft.records !== null) return { ...draft, records: null };
  if (draft.request?.long) return { ...draft, request: { ...draft.request, long: null } };
  if (draft.points.some(({ sha256 }) => sha256 !== null)) {
    return { ...draft, points: draft.points.map((point) => ({ ...point, sha256: null })) };
  }
  const lastLong = draft.points.findLastIndex(({ brief }) => brief !== null);
  if (lastLong >= 0)
    return { ...draft, points: draft.points.map((point, at) => (at === lastLong ? shorter(point) : point)) };
  if (!draft.isOpeningNeeded && draft.points.length > 1 && draft.opening !== null) return { ...draft, opening: null };
  if (draft.points.length > 1) return { ...draft, points: draft.points.slice(0, -1) };
  if (draft.opening !== null) return { ...draft, opening: null };
  if (draft.about !== null) return { ...draft, about: null };
  // What a finding does not show leaves together with the finding, or after everything else around it.
  if (draft.limit !== null) return { ...draft, limit: null };
  if (draft.points.length > 0) return { ...draft, points: [] };
  return null;
}

function shorter(point: DraftPoint): DraftPoint {
  return { ...point, sentence: point.brief ?? point.sentence, brief: null };
}

/** The text: one line a picture and sentence, numbered by picture, then the limits, the law and the request. */
export function layOut(draft: Draft, text: Text): string {
  const lines = [draft.opening, draft.about, ...pictureLines(draft.points, text), draft.limit?.(draft.points) ?? null];
  if (draft.laws.length > 0)
    lines.push((draft.lawIntro ?? text.t('rebuttal.law.intro')) + draft.laws.join(text.t('rebuttal.law.separator')));
  lines.push(draft.records, draft.request && (draft.request.long ?? draft.request.short));
  return lines.filter((line) => line !== null).join('\n');
}

/** One line a picture, the strongest finding first. */
export function pictureLines(points: readonly DraftPoint[], text: Text): readonly string[] {
  const byPicture = new Map<number, DraftPoint[]>();
  for (const point of points)
    byPicture.set(point.pictureNumber, [...(byPicture.get(point.pictureNumber) ?? []), point]);
  const strongestFirst = [...byPicture].sort(([a, of], [b, other]) => topWeight(of) - topWeight(other) || a - b);
  return strongestFirst.map(([picture, own], position) => {
    const sha256 = own[0]?.sha256 ?? null;
    const sentences = [...new Set(own.map(({ sentence }) => sentence))];
    if (sha256 !== null) sentences.push(text.t('rebuttal.hash', { prefix: sha256.slice(0, SHA256_PREFIX_DIGITS) }));
    const line = { picture, sentences: sentences.join(text.t('rebuttal.sentence.separator')) };
    // One line needs no number of its own.
    if (strongestFirst.length === 1) return text.t('rebuttal.picture.only', line);
    return text.t('rebuttal.picture', { ...line, position: position + 1 });
  });
}

function topWeight(points: readonly DraftPoint[]): number {
  return Math.min(...points.map(({ grade }) => weightOf(grade)));
}
