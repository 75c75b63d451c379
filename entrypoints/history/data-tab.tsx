import type { CaseSummary } from '../../utils/cases/case-view.ts';

interface DataTabProps {
  readonly cases: readonly CaseSummary[];
  readonly changeHistory: (change: () => Promise<unknown>) => Promise<void>;
}

/** What is stored, for how long, and how it leaves and comes back. */
export function DataTab(_props: DataTabProps) {
  return null;
}
