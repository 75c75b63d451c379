import type { CaseDatabase } from '../../cases/database.ts';
import { caseIdOf } from '../../claims/claim.ts';
import { DEMO_CLAIM } from '../../claims/demo-claim.ts';
import { sha256Hex } from '../../sha256.ts';
import { storeHandedFiles } from './store-handed-files.ts';

/** The demo's pictures: the seller's own, and the same with a crack added. */
export interface DemoPictures {
  readonly listing: File;
  readonly altered: File;
}

/**
 * Stores the first steps' demo as a check put together by hand, which runs like any other and can be deleted like any other;
 * does nothing where it is stored already.
 * @returns its case id
 */
export async function storeDemoCheck(
  database: CaseDatabase,
  read: () => Promise<DemoPictures>,
  { title, now }: { readonly title: string; readonly now: Date },
): Promise<string> {
  const caseId = caseIdOf(DEMO_CLAIM);
  if (await database.getKey('cases', caseId)) return caseId;
  const { listing, altered } = await read();
  return storeHandedFiles(database, {
    claimId: DEMO_CLAIM.claimId,
    title,
    orderId: '',
    pageUrl: '',
    evidence: [await handed(altered)],
    listing: [await handed(listing)],
    now,
  });
}

async function handed(file: File) {
  const sha256 = await sha256Hex(new Uint8Array(await file.arrayBuffer()));
  return { sha256, name: file.name, blob: file, media: 'image' as const };
}
