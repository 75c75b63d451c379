import type { CaseDatabase } from '../cases/database.ts';
import type { Check } from '../checks/check.ts';
import type { HistoryFingerprints } from './history-fingerprints.ts';
import type { CheckHelper } from './worker/check-helper.ts';
import type { PictureShelf } from './worker/picture-shelf.ts';

/** What an analysis tells while it runs. Results are in the database before `changed` is called. */
export interface AnalysisEvents {
  changed(): void;
  checkStarted(running: RunningCheck): void;
  checkEnded(running: RunningCheck): void;
  /** The second worker has ended under this check. */
  checkBroke(running: RunningCheck, detail: string): void;
}

/** A check that is running on a picture. */
export interface RunningCheck {
  readonly pictureId: string;
  readonly check: string;
  /** In the second worker: the analysis worker goes on meanwhile. */
  readonly isBeside: boolean;
}

export interface Analysis {
  readonly database: CaseDatabase;
  readonly shelf: PictureShelf;
  /** Runs checks that read pixels alone at the same time as others; absent where all run here. */
  readonly helper?: CheckHelper;
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
