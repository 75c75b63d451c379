import type { ReactNode } from 'react';
import type { Verdict } from '../../utils/checks/verdict.ts';

/** One shape a verdict, so that the words are never told apart by colour alone. */
const SHAPES: Readonly<Record<Verdict, ReactNode>> = {
  proof: <path d="M8 1 15 8 8 15 1 8Z" fill="currentColor" />,
  strong: <path d="M8 2 15 14H1Z" fill="currentColor" />,
  clue: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" />
    </>
  ),
  note: <path d="M3 4h10M3 8h10M3 12h6" fill="none" stroke="currentColor" strokeWidth="2" />,
  none: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />,
  'cannot-judge': (
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2.4 2.4" />
  ),
};

/** The shape of a verdict, 16 by 16, in the colour of the text around it. */
export function VerdictShape({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg className="verdict-shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[verdict]}
    </svg>
  );
}
