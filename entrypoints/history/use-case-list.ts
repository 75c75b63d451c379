import { useEffect, useState } from 'react';
import type { CaseSummary } from '../../utils/cases/case-view.ts';
import { historyDatabase } from '../../utils/cases/database.ts';
import { watchHistoryChanges } from '../../utils/cases/history-changes.ts';
import { allCases, newestCases, readSummary, withRow } from '../../utils/cases/list-cases.ts';
import { FIRST_CASES_LISTED } from '../../utils/limits.ts';
import { watchCaseChanges } from './watch-case-changes.ts';

/** Rows that one moment's changes are gathered for: an analysis changes its case many times a second. */
const GATHER_MS = 200;

interface CaseList {
  /** Newest first; null while they are read. */
  readonly cases: readonly CaseSummary[] | null;
  /** False while older cases are still being read. */
  readonly isComplete: boolean;
}

/** Every case's row: the newest at once, the others behind them, and each anew when it has changed. */
export function useCaseList(onProblem: (error: unknown) => void): CaseList & { readonly readAgain: () => void } {
  const [list, setList] = useState<CaseList>({ cases: null, isComplete: false });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round reads everything again
  useEffect(() => {
    const ended = new AbortController();
    readAll(ended.signal, setList).catch(onProblem);
    return () => ended.abort();
  }, [round, onProblem]);

  useEffect(() => {
    const ended = new AbortController();
    watchHistoryChanges(() => setRound((before) => before + 1), ended.signal);
    const changed = new Set<string>();
    const takeChanged = async (): Promise<void> => {
      const caseIds = [...changed];
      changed.clear();
      const database = await historyDatabase();
      const rows = await Promise.all(caseIds.map((caseId) => readSummary(database, caseId)));
      setList(({ cases, isComplete }) => ({
        cases: cases && caseIds.reduce((all, caseId, index) => withRow(all, caseId, rows[index]), cases),
        isComplete,
      }));
    };
    const stop = watchCaseChanges((caseId) => {
      if (changed.size === 0) setTimeout(() => takeChanged().catch(onProblem), GATHER_MS);
      changed.add(caseId);
    });
    return () => {
      ended.abort();
      stop();
    };
  }, [onProblem]);

  return { ...list, readAgain: () => setRound(round + 1) };
}

async function readAll(signal: AbortSignal, show: (list: CaseList) => void): Promise<void> {
  const database = await historyDatabase();
  const newest = await newestCases(database, FIRST_CASES_LISTED);
  const isComplete = newest.length < FIRST_CASES_LISTED;
  if (!signal.aborted) show({ cases: newest, isComplete });
  if (isComplete) return;
  const cases = await allCases(database);
  if (!signal.aborted) show({ cases, isComplete: true });
}
