import type { CaseDatabase } from '../../cases/database.ts';
import { nameOf, storeClaim } from '../../cases/store-claim.ts';
import { caseIdOf, type EvidenceItem } from '../../claims/claim.ts';
import { manualClaim, manualClaimId } from '../../claims/manual-claim.ts';
import type { MadeFrom } from '../../image/made-from.ts';
import { sha256Hex } from '../../sha256.ts';
import { storeHandedFiles } from './store-handed-files.ts';

export interface TakenFromPage {
  /** The picture's address on the page, or empty for a part of the screen. */
  readonly url: string;
  readonly pageUrl: string;
  readonly now: Date;
}

/** Stores a case of one picture whose bytes are at hand, and says which case that is. */
export async function storeTakenBytes(
  database: CaseDatabase,
  blob: Blob,
  { url, pageUrl, now }: TakenFromPage,
  madeFrom?: MadeFrom,
): Promise<string> {
  const sha256 = await sha256Hex(new Uint8Array(await blob.arrayBuffer()));
  const file = { sha256, name: url === '' ? 'screen.png' : nameOf(url), blob, media: 'image' as const };
  const evidence = [madeFrom ? { ...file, madeFrom } : file];
  return storeHandedFiles(database, { orderId: '', pageUrl, evidence, listing: [], now });
}

/** Stores a case of one picture that is still to be fetched, and says which case that is. */
export async function storeTakenAddress(
  database: CaseDatabase,
  item: EvidenceItem,
  { pageUrl, now }: TakenFromPage,
): Promise<string> {
  const readAt = now.toISOString();
  const claim = manualClaim({ claimId: manualClaimId(now, Math.random()), orderId: '', pageUrl, readAt });
  const withPicture = { ...claim, evidence: [item] };
  await storeClaim(database, withPicture, [], readAt);
  return caseIdOf(withPicture);
}
