import type { CaseDatabase } from '../cases/database.ts';
import type { Check } from '../checks/check.ts';
import type { HistoryFingerprints } from './history-fingerprints.ts';
import type { PictureShelf } from './worker/picture-shelf.ts';

/** What an analysis tells while it runs. Results are in the database before `changed` is called. */
export interface AnalysisEvents {
  changed(): void;
  checkStarted(pictureId: string, check: string): void;
  checkEnded(): void;
}

export interface Analysis {
  readonly database: CaseDatabase;
  readonly shelf: PictureShelf;
  /** May still be read from the database: only what compares with earlier claims or is kept for later ones waits for it. */
  readonly fingerprints: Promise<HistoryFingerprints>;
  readonly checks: readonly Check[];
  /** Whether later claims can find these pictures again. */
  readonly remembers: boolean;
  readonly events: AnalysisEvents;
  /** Throws where the disk is nearly full; absent where nothing that is stored stays. */
  readonly requireDiskSpace?: () => Promise<void>;
  now(): string;
}
