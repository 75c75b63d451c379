import type { CaseDatabase } from '../../cases/database.ts';
import { readPacks } from '../../cases/packs.ts';

const SHORT_HASH_DIGITS = 12;

/**
 * The timestamps that were granted on earlier packs of a case, as files of the next one: the manifest that the authority's
 * answer covers, and the answer. A file that this manifest names with the same digest existed at the stated time.
 */
export async function packTimestamps(
  database: CaseDatabase,
  caseId: string,
): Promise<{ readonly name: string; readonly content: string | Blob }[]> {
  return (await readPacks(database, caseId)).flatMap(({ rootHash, manifest, timestamp }) => {
    if (!timestamp) return [];
    const stem = `timestamps/${rootHash.slice(0, SHORT_HASH_DIGITS)}`;
    return [
      { name: `${stem}.manifest.sha256`, content: manifest },
      { name: `${stem}.tsr`, content: timestamp.token },
    ];
  });
}
