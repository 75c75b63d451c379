import { type ClaimOnPage, caseIdOf } from '../claims/claim.ts';
import type { MadeFrom } from '../image/made-from.ts';
import { MAX_EVIDENCE_PICTURES, MAX_LISTING_PICTURES, MAX_PACKING_FILES, MAX_VIDEO_FRAMES } from '../limits.ts';
import { buyerKeyOf } from './buyer-key.ts';
import type { CapturedImage, PictureProblem, RoleInCase, StoredCase, StoredPicture } from './case.ts';
import type { CaseDatabase } from './database.ts';
import { SUMMARISED_STORES, summariseCase } from './summarise-case.ts';

/** A picture whose bytes are at hand already: a file that was handed over, or a `blob:` picture of the page. */
export interface PictureAtHand {
  readonly role: RoleInCase;
  /** The address on the page, `product:` or `packing:` and its SHA-256 for a picture kept for product or order, or empty. */
  readonly url: string;
  readonly name: string;
  /** Null where the file was not taken, for the reason that `problem` gives. */
  readonly captured: CapturedImage | null;
  readonly problem?: PictureProblem;
  readonly madeFrom?: MadeFrom;
  /** When the seller added it to a case that was there. */
  readonly addedAt?: string;
}

/**
 * Stores a claim and a place for each of its pictures, in one transaction. A claim that is known keeps its pictures
 * and results; addresses that are new on the page are added behind them.
 * @returns the stored case, with status `running`
 */
export async function storeClaim(
  database: CaseDatabase,
  claim: ClaimOnPage,
  atHand: readonly PictureAtHand[],
  now: string,
): Promise<StoredCase> {
  const caseId = caseIdOf(claim);
  const buyerKey = await buyerKeyOf(database, claim);
  const transaction = database.transaction(SUMMARISED_STORES, 'readwrite');
  const known = await transaction.objectStore('cases').get(caseId);
  const pictures = await transaction.objectStore('pictures').index('by-case').getAll(caseId);
  const stored: StoredCase = {
    caseId,
    claim,
    orderId: claim.orderId,
    platform: claim.platform,
    buyerKey,
    status: 'running',
    problem: null,
    checks: known?.checks ?? [],
    createdAt: known?.createdAt ?? now,
    updatedAt: now,
  };
  await transaction.objectStore('cases').put(stored);
  for (const picture of newPictures(caseId, claim, atHand, pictures))
    await transaction.objectStore('pictures').put(picture);
  await summariseCase(transaction, caseId);
  await transaction.done;
  return stored;
}

function newPictures(
  caseId: string,
  claim: ClaimOnPage,
  atHand: readonly PictureAtHand[],
  known: readonly StoredPicture[],
): StoredPicture[] {
  const onPage: PictureAtHand[] = [
    ...claim.evidence
      .filter((item) => item.role !== 'seller')
      .map((item) => ({ role: 'evidence' as const, url: item.url })),
    ...claim.product.listingImages.map((url) => ({ role: 'listing' as const, url })),
    // Pictures that the seller added to the product or the order by hand come after those of the page.
    ...atHand.filter(({ url }) => /^(?:product|packing):/.test(url)),
  ].map(
    ({ role, url }) =>
      atHand.find((picture) => picture.role === role && picture.url === url) ?? {
        role,
        url,
        name: nameOf(url),
        captured: null,
      },
  );
  const counts = { evidence: 0, listing: 0, packing: 0 };
  for (const picture of known) counts[picture.role] = Math.max(counts[picture.role], picture.index + 1);
  const limits = {
    evidence: MAX_EVIDENCE_PICTURES,
    listing: MAX_LISTING_PICTURES,
    // The frames of its videos are counted with them.
    packing: MAX_PACKING_FILES * (1 + MAX_VIDEO_FRAMES),
  };
  const seen = new Set(known.map(({ role, url }) => `${role} ${url}`));
  const countNew = { evidence: 0, listing: 0, packing: 0 };
  const fresh = onPage.filter(({ role, url }) => {
    const isNew = !seen.has(`${role} ${url}`) && counts[role] + countNew[role] < limits[role];
    if (isNew) countNew[role]++;
    seen.add(`${role} ${url}`);
    return isNew;
  });
  const handedOver = atHand.filter(({ url }) => url === '');
  return [...fresh, ...handedOver].map(({ role, url, name, captured, problem = null, madeFrom, addedAt }) => {
    const index = counts[role]++;
    return {
      pictureId: pictureIdOf(caseId, role, index),
      caseId,
      role,
      index,
      name,
      url,
      delivered: captured,
      larger: null,
      analysed: 'delivered',
      problem,
      width: null,
      height: null,
      decodeMs: null,
      ...(madeFrom ? { madeFrom } : {}),
      ...(addedAt ? { addedAt } : {}),
    };
  });
}

/** The id of a picture by its place: `<case>#e0`. */
export function pictureIdOf(caseId: string, role: RoleInCase, index: number): string {
  return `${caseId}#${role[0]}${index}`;
}

/** The last part of an address, without its query, cut to a length that a person can read. */
export function nameOf(url: string): string {
  if (!/^https?:/.test(url)) return url.slice(0, url.indexOf(':') + 1);
  const last = new URL(url).pathname.split('/').pop() || url;
  return last.length > 60 ? `${last.slice(0, 28)}…${last.slice(-28)}` : last;
}
