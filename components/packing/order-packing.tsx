import { ProblemLine } from '../controls/problem-line.tsx';
import { RefusedFiles } from '../controls/refused-files.tsx';
import { useText } from '../controls/text-context.ts';
import { PackingFileList } from './packing-file-list.tsx';
import type { PackingProps } from './packing-props.ts';
import { PackingWell } from './packing-well.tsx';

/** What is on record of the packing of an open case's order, and how more is added. */
export function OrderPacking({ files, isBusy, problem, refused, onAdd, onSave, onDelete }: PackingProps) {
  const text = useText();
  return (
    <details className="fold order-packing" open={files.length > 0}>
      <summary>{text.t('packing.ofOrder', { count: files.length })}</summary>
      <PackingWell closedBecause={null} isBusy={isBusy} onAdd={onAdd} />
      <RefusedFiles refused={refused} />
      {problem && <ProblemLine problem={problem} />}
      <PackingFileList files={files} onSave={onSave} onDelete={onDelete} />
    </details>
  );
}
