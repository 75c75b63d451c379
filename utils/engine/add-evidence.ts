import type { CaseDatabase } from '../cases/database.ts';
import { type AddedFiles, capturedFile, type SentFile } from '../cases/handed-file.ts';
import { storeClaim } from '../cases/store-claim.ts';
import { MAX_EVIDENCE_PICTURES } from '../limits.ts';
import { sortOutSentFiles } from './capture/sort-out-files.ts';
import type { EngineHost } from './host.ts';

/**
 * Adds files that the seller hands over to the evidence of a case, byte for byte, and has the new ones checked; what was
 * found before stays. A file whose bytes the case has already is refused.
 * @returns null where there is no such case
 */
export async function addEvidence(
  database: CaseDatabase,
  host: EngineHost,
  caseId: string,
  files: readonly SentFile[],
): Promise<AddedFiles | null> {
  const stored = await database.get('cases', caseId);
  if (!stored) return null;
  const evidence = (await database.getAllFromIndex('pictures', 'by-case', caseId)).filter(
    ({ role }) => role === 'evidence',
  );
  const { accepted, refused } = await sortOutSentFiles(files, {
    known: evidence.flatMap(({ delivered, larger }) => [delivered, larger].flatMap((image) => image?.sha256 ?? [])),
    limit: MAX_EVIDENCE_PICTURES,
    // What was taken out of a video is none that was handed over.
    taken: evidence.filter(({ madeFrom }) => madeFrom?.kind !== 'video-frame').length,
    takesVideos: true,
  });
  if (accepted.length > 0) {
    const now = new Date().toISOString();
    await host.cancel(caseId);
    const atHand = accepted.map((file) => ({
      role: 'evidence' as const,
      url: '',
      name: file.name,
      addedAt: now,
      captured: capturedFile(file, now),
    }));
    await storeClaim(database, stored.claim, atHand, now);
    await host.run(caseId);
  }
  return { added: accepted.length, refused };
}
