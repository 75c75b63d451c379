import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CaseSummary } from '../../utils/cases/case-view.ts';
import { useText } from '../controls/text-context.ts';
import { CaseRow } from './case-row.tsx';

/** Of a row that has not been drawn yet; drawn ones are measured. */
const ROW_HEIGHT_PX = 82;
/** Rows drawn beyond each edge of the window, so that scrolling meets no blank. */
const ROWS_BEYOND = 4;
const ROWS_A_PAGE = 10;

const COLUMNS = [
  'verdict',
  'order',
  'amount',
  'deadline',
  'platform',
  'buyer',
  'outcome',
  'status',
  'updatedAt',
] as const;
/** These stand in a narrow window too. */
const NARROW: readonly string[] = ['verdict', 'order'];

interface CaseRowsProps {
  readonly cases: readonly CaseSummary[];
  readonly nowMs: number;
  /** The case whose row has the focus at first; none where null, or where the list does not have it. */
  readonly startAt: string | null;
  readonly onOpen: (caseId: string) => void;
}

/** A list of any length, of which only the rows in sight are drawn. Arrows, Page and Home/End move, Enter opens. */
export function CaseRows({ cases, nowMs, startAt, onOpen }: CaseRowsProps) {
  const text = useText();
  const table = useRef<HTMLTableElement>(null);
  const [offset, setOffset] = useState(0);
  const [start] = useState(() => cases.findIndex(({ caseId }) => caseId === startAt));
  const [active, setActive] = useState(Math.max(0, start));
  const wantsFocus = useRef(start >= 0);
  const listed = useRef(cases.length);
  useLayoutEffect(() => setOffset(table.current?.offsetTop ?? 0), []);
  useEffect(() => {
    if (listed.current !== cases.length) setActive(0);
    listed.current = cases.length;
  }, [cases.length]);
  const virtualizer = useWindowVirtualizer({
    count: cases.length,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: ROWS_BEYOND,
    scrollMargin: offset,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    getItemKey: (index) => cases[index]?.caseId ?? index,
    measureElement: (row) => row.getBoundingClientRect().height || ROW_HEIGHT_PX,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list comes back
  useEffect(() => {
    if (start >= 0) virtualizer.scrollToIndex(start, { align: 'center' });
  }, []);
  const rows = virtualizer.getVirtualItems();
  const first = rows[0];
  const last = rows.at(-1);
  const move = (event: KeyboardEvent): void => {
    const to = destinationOf(event.key, active, cases.length);
    if (to === null) return;
    event.preventDefault();
    wantsFocus.current = true;
    setActive(to);
    virtualizer.scrollToIndex(to, { align: 'auto' });
  };
  // Before the next key, which would otherwise go to a row that is drawn no longer.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const button = table.current?.querySelector<HTMLElement>(`[data-row="${active}"] button`);
    if (!button) return;
    wantsFocus.current = false;
    button.focus({ preventScroll: true });
  });
  return (
    <table className="case-table" aria-rowcount={cases.length + 1} ref={table}>
      <thead>
        <tr aria-rowindex={1}>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={NARROW.includes(column) ? '' : 'is-wide'}>
              {text.t(`history.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={move}>
        <Spacer heightPx={first ? first.start - offset : 0} />
        {rows.map(({ index }) => (
          <CaseRow
            key={cases[index]?.caseId}
            entry={cases[index] as CaseSummary}
            index={index}
            isActive={index === active}
            nowMs={nowMs}
            measure={virtualizer.measureElement}
            onOpen={onOpen}
            onFocus={setActive}
          />
        ))}
        <Spacer heightPx={last ? virtualizer.getTotalSize() - (last.end - offset) : 0} />
      </tbody>
    </table>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ heightPx }: { readonly heightPx: number }) {
  if (heightPx <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a table row takes no focus
    <tr aria-hidden="true" className="case-spacer">
      <td colSpan={COLUMNS.length} style={{ height: heightPx }} />
    </tr>
  );
}

function destinationOf(key: string, from: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + ROWS_A_PAGE,
    PageUp: from - ROWS_A_PAGE,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}
