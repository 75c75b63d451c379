import type { PictureProblem } from '../../utils/cases/case.ts';
import { reasonText } from '../../utils/text/reason-text.ts';
import { useText } from './text-context.ts';

/** What happened, and what the seller can do about it. */
export function ProblemLine({ problem }: { readonly problem: PictureProblem }) {
  const { title, todo } = reasonText(useText(), problem.reason, problem.params);
  return (
    <div className="problem-line">
      <strong>{title}</strong>
      {todo && <p>{todo}</p>}
    </div>
  );
}
