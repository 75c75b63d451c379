import { historyDatabase } from '../../utils/cases/database.ts';
import { newestCases } from '../../utils/cases/list-cases.ts';
import { FIRST_CASES_LISTED } from '../../utils/limits.ts';
import { readLanguage } from '../../utils/text/language-setting.ts';

/** The language that this page is begun in. */
export const firstLanguage = readLanguage();

let first: ReturnType<typeof readFirstRows> | null = readFirstRows();
// Whoever takes these is told of a failure; nobody may have asked yet when it comes.
for (const reading of [first, firstLanguage]) reading.catch(() => undefined);

/** The newest rows, which were asked for before this page's large part was loaded; read anew from the second call on. */
export function takeFirstRows(): ReturnType<typeof readFirstRows> {
  const rows = first ?? readFirstRows();
  first = null;
  return rows;
}

async function readFirstRows() {
  return newestCases(await historyDatabase(), FIRST_CASES_LISTED);
}
