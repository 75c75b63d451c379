/** Bounds against tables that are built to keep the reader busy. */
const MAX_ROWS = 300;
const MAX_COLUMNS = 200;

/** Rows of a table as columns of cells: a cell that spans rows or columns stands in each of them (HTML, 4.9.12). */
export function tableGrid(table: Element): Map<Element, Element[]> {
  const grid = new Map<Element, Element[]>();
  /** Cells from rows above that reach into later rows, by column. */
  let reaching: ({ cell: Element; rows: number } | undefined)[] = [];
  for (const row of [...table.querySelectorAll('tr')]
    .filter((row) => row.closest('table') === table)
    .slice(0, MAX_ROWS)) {
    const cells: Element[] = [];
    const next: typeof reaching = [];
    const place = (cell: Element, rows: number): void => {
      if (rows > 1) next[cells.length] = { cell, rows: rows - 1 };
      cells.push(cell);
    };
    const fill = (): void => {
      for (let above = reaching[cells.length]; above && cells.length < MAX_COLUMNS; above = reaching[cells.length]) {
        place(above.cell, above.rows);
      }
    };
    for (const cell of row.children) {
      fill();
      const rows = spanOf(cell, 'rowspan');
      for (let span = spanOf(cell, 'colspan'); span > 0 && cells.length < MAX_COLUMNS; span--) place(cell, rows);
    }
    fill();
    grid.set(row, cells);
    reaching = next;
  }
  return grid;
}

function spanOf(cell: Element, name: 'rowspan' | 'colspan'): number {
  return Math.min(MAX_COLUMNS, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));
}
