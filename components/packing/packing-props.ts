import type { PictureProblem } from '../../utils/cases/case.ts';
import type { RefusedFile } from '../../utils/cases/handed-file.ts';
import type { PackingFile } from '../../utils/cases/packing-files.ts';

/** Packing files of one order, and what the seller does with them. */
export interface PackingProps {
  readonly files: readonly PackingFile[];
  /** While files are read and stored. */
  readonly isBusy: boolean;
  readonly problem: PictureProblem | null;
  /** Of the last files that were added. */
  readonly refused: readonly RefusedFile[];
  /** `unread`: what else was handed over, and could not be read. */
  readonly onAdd: (files: readonly File[], unread?: readonly RefusedFile[]) => void;
  readonly onSave: (file: PackingFile) => void;
  readonly onDelete: (file: PackingFile) => void;
}
