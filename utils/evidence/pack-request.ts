import type { Region } from '../image/region.ts';
import type { Language } from '../text/text.ts';

/** Asks the worker for a case's evidence pack. */
export interface PackRequest {
  readonly caseId: string;
  /** Name of the history that holds it. */
  readonly database: string;
  readonly language: Language;
  /** Places that the report shows unreadable, by picture id; originals are never touched. */
  readonly blurred: Readonly<Record<string, readonly Region[]>>;
  /** ISO 8601. */
  readonly madeAt: string;
  /** The extension's version. */
  readonly version: string;
}
