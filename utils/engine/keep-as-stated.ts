import type { CaseDatabase } from '../cases/database.ts';
import type { CheckOutcome } from '../checks/check.ts';
import type { JsonValue } from '../checks/json.ts';
import { claimFromJson } from '../claims/payload/claim-from-json.ts';
import type { FilesToAnalyse } from './worker/worker-protocol.ts';

/**
 * Puts into a case of files what its evidence pack may print: the claim's numbers as the caller stated them, and none where
 * none was (those that the history needed are ours), and files under their names, without the folders that say whose
 * computer they were on. The case is not analysed after this.
 */
export async function keepAsStated(database: CaseDatabase, caseId: string, files: FilesToAnalyse): Promise<void> {
  const names = new Set([files.evidence, files.listing, files.packing, files.seen].flat().map(({ name }) => name));
  const stored = await database.get('cases', caseId);
  if (stored) {
    const claim = claimFromJson(files.claim, { claimId: '', orderId: '', readAt: stored.claim.readAt });
    await database.put('cases', { ...stored, claim });
  }
  for (const picture of await database.getAllFromIndex('pictures', 'by-case', caseId))
    await database.put('pictures', { ...picture, name: fileName(picture.name) });
  for (const result of await database.getAllFromIndex('results', 'by-case', caseId)) {
    const outcome = withFileNames(result.outcome as unknown as JsonValue, names) as unknown as CheckOutcome;
    await database.put('results', { ...result, outcome });
  }
}

function withFileNames(value: JsonValue, names: ReadonlySet<string>): JsonValue {
  if (typeof value === 'string') return names.has(value) ? fileName(value) : value;
  if (Array.isArray(value)) return value.map((one) => withFileNames(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withFileNames(one, names)]));
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
