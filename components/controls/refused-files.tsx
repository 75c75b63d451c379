import type { RefusedFile } from '../../utils/cases/handed-file.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { reasonText } from '../../utils/text/reason-text.ts';
import { useText } from './text-context.ts';

/** Lines that stand in the open; a folder of spreadsheets would fill the page otherwise. */
const LINES_IN_THE_OPEN = 5;
const MAX_NAME_CHARACTERS = 48;

/** The files that were not taken, each with its reason. */
export function RefusedFiles({ refused }: { readonly refused: readonly RefusedFile[] }) {
  const text = useText();
  if (refused.length === 0) return null;
  return (
    <div className="problem-line" role="alert">
      <strong>{text.t('newCheck.refused', { count: refused.length })}</strong>
      <Lines refused={refused.slice(0, LINES_IN_THE_OPEN)} />
      {refused.length > LINES_IN_THE_OPEN && (
        <details className="fold">
          <summary>{text.t('newCheck.refusedMore', { count: refused.length - LINES_IN_THE_OPEN })}</summary>
          <Lines refused={refused.slice(LINES_IN_THE_OPEN)} />
        </details>
      )}
    </div>
  );
}

function Lines({ refused }: { readonly refused: readonly RefusedFile[] }) {
  const text = useText();
  return (
    <ul>
      {refused.map(({ name, problem }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two folders may hold files of one name; the list never changes
        <li key={place}>
          <bdi>{plainLine(name, MAX_NAME_CHARACTERS)}</bdi>
          {text.t('newCheck.refusedBecause')}
          {reasonText(text, problem.reason, problem.params).title}
        </li>
      ))}
    </ul>
  );
}
