import type { Language } from '../../text/text.ts';

/** Everything that the report and the long picture show, as sentences and pictures; nothing is decided after this. */
export interface ReportModel {
  readonly language: Language;
  readonly title: string;
  /** When, with what version, and that everything can be checked. */
  readonly made: string;
  readonly claimFacts: readonly Fact[];
  readonly verdict: VerdictLine;
  readonly pictures: readonly ReportPicture[];
  /** What was packed for the order, and how the page looked. */
  readonly appendices: readonly ReportAppendix[];
  /** What the report does not say, and how it is checked. */
  readonly closing: readonly string[];
  readonly words: ReportWords;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export interface VerdictLine {
  /** The grade's id, for its colour. */
  readonly id: string;
  readonly word: string;
  readonly hint: string;
}

export interface ReportPicture {
  readonly heading: string;
  readonly verdict: VerdictLine;
  readonly facts: readonly Fact[];
  /** The picture with its regions outlined; null where it cannot be shown. */
  readonly image: Blob | null;
  readonly problem: string | null;
  readonly findings: readonly ReportFinding[];
  /** Said where nothing was found. */
  readonly nothing: string | null;
}

export interface ReportFinding {
  readonly verdict: VerdictLine;
  readonly title: string;
  readonly says: string;
  readonly means: string;
  readonly meansNot: string;
  readonly falseAlarms: string | null;
  /** The seller's own word on it, where there is one or one is missing. */
  readonly review: string | null;
  readonly comparison: ReportComparison | null;
}

/** The same part of both pictures, in one frame. */
export interface ReportComparison {
  readonly picture: Blob;
  readonly other: Blob;
  readonly pictureCaption: string;
  readonly otherCaption: string;
}

/** Things that the findings rest on or that stand beside them, shown without a verdict. */
export interface ReportAppendix {
  readonly heading: string;
  readonly note: string | null;
  readonly items: readonly ReportExhibit[];
}

export interface ReportExhibit {
  readonly heading: string | null;
  readonly facts: readonly Fact[];
  /** Null where it cannot be shown. */
  readonly image: Blob | null;
  readonly problem: string | null;
  /** Shown over the whole width. */
  readonly isWide: boolean;
}

/** Words of the page itself. */
export interface ReportWords {
  readonly means: string;
  readonly meansNot: string;
}
