import { historyDatabase } from '../../utils/cases/database.ts';
import { newestCases } from '../../utils/cases/list-cases.ts';
import { FIRST_CASES_LISTED } from '../../utils/limits.ts';

let first: ReturnType<typeof readFirstRows> | null = readFirstRows();
// Whoever takes the rows is told of a failure; nobody may have asked yet when it comes.
first.catch(() => undefined);

/** The newest rows, which were asked for before this page's large part was loaded; read anew from the second call on. */
export function takeFirstRows(): ReturnType<typeof readFirstRows> {
  const rows = first ?? readFirstRows();
  first = null;
  return rows;
}

async function readFirstRows() {
  return newestCases(await historyDatabase(), FIRST_CASES_LISTED);
}
