import type { StoredWords } from './case.ts';
import type { CaseDatabase } from './database.ts';

/** Pictures whose words are read in one go: 2.6 MB at most. */
const READ_AT_ONCE = 1000;

/** The visual words of every picture, some at a time, so that a large history is not in memory twice and blocks nothing. */
export async function readWords(database: CaseDatabase, use: (words: readonly StoredWords[]) => void): Promise<void> {
  for (let after: string | undefined; ; ) {
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    const words = await database.getAll('words', range, READ_AT_ONCE);
    use(words);
    after = words.at(-1)?.pictureId;
    if (after === undefined || words.length < READ_AT_ONCE) return;
  }
}
