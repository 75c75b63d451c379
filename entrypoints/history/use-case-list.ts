import { useEffect, useRef, useState } from 'react';
import type { CaseSummary } from '../../utils/cases/case-view.ts';
import { historyDatabase } from '../../utils/cases/database.ts';
import { watchHistoryChanges } from '../../utils/cases/history-changes.ts';
import { allCases, readSummary, withRow } from '../../utils/cases/list-cases.ts';
import { FIRST_CASES_LISTED } from '../../utils/limits.ts';
import { takeFirstRows } from './first-readings.ts';
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
  /** The cases that have changed since the list was last read from the start. */
  const changedSince = useRef(new Set<string>());

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round reads everything again
  useEffect(() => {
    const ended = new AbortController();
    changedSince.current = new Set();
    readAll(ended.signal, changedSince.current, setList).catch(onProblem);
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
      changedSince.current.add(caseId);
    });
    return () => {
      ended.abort();
      stop();
    };
  }, [onProblem]);

  return { ...list, readAgain: () => setRound(round + 1) };
}

/** @param changed gathers the cases that change from now on */
async function readAll(signal: AbortSignal, changed: Set<string>, show: (list: CaseList) => void): Promise<void> {
  const newest = await takeFirstRows();
  if (!signal.aborted) show({ cases: newest, isComplete: newest.length < FIRST_CASES_LISTED });
  // Also where these are all: some may have changed before anybody listened.
  const cases = await allCases(await historyDatabase(), changed);
  if (!signal.aborted) show({ cases, isComplete: true });
}
