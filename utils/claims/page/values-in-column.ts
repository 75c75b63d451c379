import { isLabelLike, type LabelDictionary, type LabelHit } from './find-labels.ts';
import type { PageOutline, TextToken } from './page-outline.ts';
import { tableGrid } from './table-grid.ts';
import { childHolding, type LabelValue } from './value-of-label.ts';

const MAX_ROWS = 200;
const MAX_CLIMB = 6;

/**
 * The cells below a label that heads a column: `th` of a table (its body may be a second table, as antd does for a
 * fixed header), or a row of `div`s over rows with as many children. One per row, down to the next row of headings, as
 * in descriptions that are laid out from top to bottom; empty where the label heads none.
 */
export function cellsBelow(outline: PageOutline, label: Element, dictionary: LabelDictionary): Element[] {
  const cell = label.closest('th,td');
  if (cell) return isHeaderCell(cell) ? cellsUnder(outline, cell) : [];
  const grid = gridHeader(outline, label, dictionary);
  return grid ? grid.rows.flatMap((row) => cellAt(row, grid.column)) : [];
}

/** The values below a label that heads a column, one per row that has one. */
export function valuesInColumn(outline: PageOutline, hit: LabelHit, dictionary: LabelDictionary): LabelValue[] {
  const label = outline.tokens[hit.from] as TextToken;
  return cellsBelow(outline, label.element, dictionary).flatMap((cell) => {
    const [from, to] = outline.rangeOf(cell);
    const texts = outline.tokens.slice(from, to).flatMap((token) => (token.kind === 'text' ? [token.text] : []));
    return texts.length > 0 ? [{ texts, tail: [], from }] : [];
  });
}

function isHeaderCell(cell: Element): boolean {
  if (cell.closest('thead')) return true;
  const row = cell.parentElement;
  return row !== null && isHeaderRow(row) && (row.children.length > 1 || headsOneCell(row));
}

function isHeaderRow(row: Element): boolean {
  return row.children.length > 0 && [...row.children].every(({ tagName }) => tagName === 'TH');
}

/** Whether a heading over the whole width stands over one value of the whole width, and not over a table's rows. */
function headsOneCell(row: Element): boolean {
  const next = row.nextElementSibling;
  return next?.childElementCount === 1 && next.firstElementChild?.tagName === 'TD';
}

/** The cells below a header cell: those of its own table, or of the one beside it that holds the body. */
function cellsUnder(outline: PageOutline, cell: Element): Element[] {
  const header = cell.closest('tr');
  const table = cell.closest('table');
  if (!header || !table) return [];
  const grid = tableGrid(table);
  const column = (grid.get(header) ?? []).indexOf(cell);
  if (column < 0) return [];
  if (header.childElementCount === 1 && headsOneCell(header)) return [...(header.nextElementSibling?.children ?? [])];
  const own = cellsInColumn(rowsUnder(grid, header), column);
  if (own.length > 0) return own;
  for (let box = outline.parentOf(table), climb = 0; box && climb < 3; box = outline.parentOf(box), climb++) {
    const other = [...box.querySelectorAll('table')].find((candidate) => candidate !== table);
    if (other) return cellsInColumn([...tableGrid(other)], column);
  }
  return [];
}

type GridRow = readonly [row: Element, cells: readonly Element[]];

/** The rows after a header row; one outside `thead` heads those before the next header row. */
function rowsUnder(grid: ReadonlyMap<Element, readonly Element[]>, header: Element): GridRow[] {
  const rows = [...grid];
  const after = rows.slice(rows.findIndex(([row]) => row === header) + 1);
  const next = header.closest('thead') ? -1 : after.findIndex(([row]) => isHeaderRow(row) && row.childElementCount > 1);
  return next < 0 ? after : after.slice(0, next);
}

function cellsInColumn(rows: readonly GridRow[], column: number): Element[] {
  const cells = rows.flatMap(([row, inRow]) => {
    const isBody = !row.closest('thead') && new Set(inRow).size > 1;
    return isBody && inRow[column] ? [inRow[column]] : [];
  });
  return [...new Set(cells)].slice(0, MAX_ROWS);
}

/** A row of elements of which two neighbours are labels, over rows with as many children. */
function gridHeader(
  outline: PageOutline,
  label: Element,
  dictionary: LabelDictionary,
): { rows: Element[]; column: number } | null {
  let row = outline.parentOf(label);
  for (let climb = 0; row && climb < MAX_CLIMB; row = outline.parentOf(row), climb++) {
    if (row.childElementCount < 3) continue;
    if (!isRowOfLabels(outline, row, dictionary)) return null;
    const cells = [...row.children];
    const column = cells.indexOf(childHolding(outline, row, label) ?? label);
    const rows = rowsAfter(row, cells.length);
    return rows.length > 0 && column >= 0 ? { rows, column } : null;
  }
  return null;
}

/** Every label in a long part of a page asks whether that part is a row of labels. */
const knownRows = new WeakMap<PageOutline, WeakMap<Element, boolean>>();

function isRowOfLabels(outline: PageOutline, row: Element, dictionary: LabelDictionary): boolean {
  const ofPage = knownRows.get(outline) ?? new WeakMap<Element, boolean>();
  knownRows.set(outline, ofPage);
  const known = ofPage.get(row);
  if (known !== undefined) return known;
  const areLabels = [...row.children].map((cell) => isLabelCell(outline, cell, dictionary));
  const isRow = areLabels.some((isLabel, index) => isLabel && areLabels[index + 1]);
  ofPage.set(row, isRow);
  return isRow;
}

function isLabelCell(outline: PageOutline, cell: Element, dictionary: LabelDictionary): boolean {
  const [from, to] = outline.rangeOf(cell);
  const token = outline.tokens[from];
  // `Refund amount: $5` is a label with its value, not the head of a column.
  return to - from === 1 && token?.kind === 'text' && isLabelLike(token, dictionary) && !/[:：]\s*\S/.test(token.text);
}

function rowsAfter(header: Element, cellCount: number): Element[] {
  const rows: Element[] = [];
  for (
    let next: Element | null = header.nextElementSibling ?? header.parentElement?.nextElementSibling ?? null;
    next;
    next = next.nextElementSibling
  ) {
    const candidates =
      next.childElementCount === cellCount
        ? [next]
        : [...next.querySelectorAll('*')].slice(0, 500).filter((row) => row.childElementCount === cellCount);
    rows.push(...candidates);
    if (rows.length > MAX_ROWS) break;
  }
  return rows;
}

function cellAt(row: Element, column: number): Element[] {
  let at = 0;
  for (const cell of row.children) {
    at += Number(cell.getAttribute('colspan') ?? 1) || 1;
    if (column < at) return [cell];
  }
  return [];
}
