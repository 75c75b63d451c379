import type { PictureRole } from '../../cases/case.ts';
import type { CaseDatabase } from '../../cases/database.ts';
import type { HandedFile } from '../../cases/handed-file.ts';
import { packingAtHand } from '../../cases/packing-files.ts';
import { type PictureAtHand, storeClaim } from '../../cases/store-claim.ts';
import { caseIdOf } from '../../claims/claim.ts';
import { manualClaim, manualClaimId } from '../../claims/manual-claim.ts';
import type { MadeFrom } from '../../image/made-from.ts';

export interface ManualCaseParts {
  readonly orderId: string;
  readonly pageUrl: string;
  readonly evidence: readonly (HandedFile & { readonly madeFrom?: MadeFrom })[];
  readonly listing: readonly HandedFile[];
  readonly now: Date;
  /** Made from the time where it is not given. */
  readonly claimId?: string;
  /** What the check is about, where it says so itself. */
  readonly title?: string;
}

/**
 * Stores a case of pictures that were handed over without a page, each file byte for byte as it came. Whoever shows the
 * case has it run.
 * @returns the id of the new case
 */
export async function storeHandedFiles(database: CaseDatabase, parts: ManualCaseParts): Promise<string> {
  const receivedAt = parts.now.toISOString();
  const unnamed = manualClaim({
    claimId: parts.claimId ?? manualClaimId(parts.now, Math.random()),
    orderId: parts.orderId,
    pageUrl: parts.pageUrl,
    readAt: receivedAt,
  });
  const claim = { ...unnamed, product: { ...unnamed.product, title: parts.title ?? null } };
  const pictures = [
    ...parts.evidence.map((file) => atHand('evidence', file, receivedAt)),
    ...parts.listing.map((file) => atHand('listing', file, receivedAt)),
    ...(await packingAtHand(database, claim)),
  ];
  await storeClaim(database, claim, pictures, receivedAt);
  return caseIdOf(claim);
}

function atHand(
  role: PictureRole,
  { name, blob, sha256, madeFrom }: ManualCaseParts['evidence'][number],
  receivedAt: string,
): PictureAtHand {
  return {
    role,
    url: '',
    name,
    captured: { url: '', receivedAt, contentType: blob.type || null, sizeBytes: blob.size, sha256, blob },
    ...(madeFrom ? { madeFrom } : {}),
  };
}
