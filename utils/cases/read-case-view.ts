import type { Finding } from '../checks/check.ts';
import type { JsonObject } from '../checks/json.ts';
import { claimVerdict, VERDICTS_BY_WEIGHT } from '../checks/verdict.ts';
import { sumOfAmounts } from '../claims/values/sum-of-amounts.ts';
import type { StoredCase, StoredPicture, StoredResult, StoredReview } from './case.ts';
import type { CaseView, FindingView, OpenClaims, PackingPictureView, PictureView } from './case-view.ts';
import type { CaseDatabase } from './database.ts';
import { packingViews, withPackingNumber } from './packing-views.ts';
import { reviewedFindings, verdictOfPicture } from './picture-verdict.ts';
import type { StoredSummary } from './summary.ts';

/** More claims of one buyer than a shop sees; the sums stop there. */
const MAX_CLAIMS_OF_BUYER = 500;

/** Everything that a case shows, read in one transaction; null when it is not stored. */
export async function readCaseView(database: CaseDatabase, caseId: string): Promise<CaseView | null> {
  const transaction = database.transaction([
    'cases',
    'pictures',
    'previews',
    'results',
    'reviews',
    'handlings',
    'summaries',
  ]);
  const stored = await transaction.objectStore('cases').get(caseId);
  if (!stored) return null;
  const pictures = await transaction.objectStore('pictures').index('by-case').getAll(caseId);
  const results = await transaction.objectStore('results').index('by-case').getAll(caseId);
  const previews = new Map<string, Blob>();
  const reviews = new Map<string, StoredReview[]>();
  for (const { pictureId } of pictures) {
    const preview = await transaction.objectStore('previews').get(pictureId);
    if (preview) previews.set(pictureId, preview.blob);
    reviews.set(
      pictureId,
      await transaction.objectStore('reviews').getAll(IDBKeyRange.bound([pictureId], [pictureId, []])),
    );
  }
  const sameBuyer = stored.buyerKey
    ? await transaction.objectStore('cases').index('by-buyer').getAllKeys(stored.buyerKey, MAX_CLAIMS_OF_BUYER)
    : [];
  const rows = await Promise.all(sameBuyer.map((id) => transaction.objectStore('summaries').get(id)));
  const handling = await transaction.objectStore('handlings').get(caseId);
  await transaction.done;

  const inOrder = pictures.toSorted((a, b) => a.index - b.index);
  const listing = inOrder.filter((picture) => picture.role === 'listing');
  const packing = packingViews(inOrder, previews);
  const views = inOrder
    .filter((picture) => picture.role === 'evidence')
    .map((picture) =>
      viewOf(
        picture,
        results.filter((result) => result.pictureId === picture.pictureId),
        reviews.get(picture.pictureId) ?? [],
        previews.get(picture.pictureId) ?? null,
        stored.checks,
        listing,
        packing,
        inOrder,
        stored.status === 'running',
      ),
    );
  return {
    caseId,
    claim: stored.claim,
    status: stored.status,
    problem: stored.problem,
    verdict: claimVerdict(views.map((view) => view.verdict)),
    createdAt: stored.createdAt,
    updatedAt: stored.updatedAt,
    progress: {
      done: pictures.filter(isFetched).length + results.filter(({ check }) => stored.checks.includes(check)).length,
      total: pictures.length + views.length * stored.checks.length,
    },
    pictures: views,
    listing: listing.map(({ pictureId, name, problem }) => ({
      pictureId,
      name,
      problem,
      preview: previews.get(pictureId) ?? null,
    })),
    packing,
    otherClaimsOfBuyer: Math.max(0, sameBuyer.length - 1),
    openClaimsOfBuyer: openClaims(
      stored,
      rows.filter((row) => row !== undefined),
    ),
    outcome: handling?.outcome ?? null,
    closedAt: handling?.closedAt ?? null,
    notes: handling?.notes ?? '',
  };
}

function openClaims(stored: StoredCase, sameBuyer: readonly StoredSummary[]): OpenClaims | null {
  const currency = stored.claim.amount?.currency;
  if (!currency || sameBuyer.length === 0) return null;
  const open = sameBuyer.filter((row) => row.outcome === null && row.currency === currency);
  const amounts = open.flatMap(({ amount }) => amount ?? []);
  return { count: amounts.length, value: sumOfAmounts(amounts), currency };
}

function viewOf(
  picture: StoredPicture,
  results: readonly StoredResult[],
  reviews: readonly StoredReview[],
  preview: Blob | null,
  checks: readonly string[],
  listing: readonly StoredPicture[],
  packing: readonly PackingPictureView[],
  all: readonly StoredPicture[],
  isRunning: boolean,
): PictureView {
  const findings = reviewedFindings(results, reviews)
    .map(
      (finding): FindingView => ({
        ...finding,
        params: withSiblingNumber(withPackingNumber(withListingNumber(finding.params, listing), packing), all),
      }),
    )
    .toSorted((a, b) => weight(a) - weight(b));
  const captured = analysedImage(picture);
  // A check on request has a result too, and is no step of the run.
  const isDone =
    isFetched(picture) && checks.length > 0 && checks.every((id) => results.some(({ check }) => check === id));
  return {
    pictureId: picture.pictureId,
    name: picture.name,
    index: picture.index,
    state: isDone || (isFetched(picture) && !isRunning) ? 'done' : isFetched(picture) ? 'checking' : 'waiting',
    preview,
    width: picture.width,
    height: picture.height,
    sizeBytes: captured?.sizeBytes ?? null,
    sha256: captured?.sha256 ?? null,
    problem: picture.problem,
    ...(picture.madeFrom ? { madeFrom: picture.madeFrom } : {}),
    ...(picture.addedAt ? { addedAt: picture.addedAt } : {}),
    ...(picture.video ? { video: picture.video } : {}),
    verdict: verdictOfPicture(picture, findings),
    findings,
    skipped: results.flatMap(({ check, outcome }) => (outcome.status === 'skipped' ? [{ ...outcome, check }] : [])),
    failed: results.flatMap(({ check, outcome }) => (outcome.status === 'failed' ? [{ ...outcome, check }] : [])),
    measured: mergeMeasured(results),
  };
}

/** What all checks measured, side by side; each check names its own keys. */
export function mergeMeasured(results: readonly StoredResult[]): JsonObject {
  return Object.assign({}, ...results.map(({ outcome }) => (outcome.status === 'done' ? outcome.measured : {})));
}

/** Which of the product's pictures is meant, as a person counts them: names of pictures on a page say nothing. */
function withListingNumber(params: JsonObject, listing: readonly StoredPicture[]): JsonObject {
  const place = listing.findIndex(({ pictureId }) => pictureId === params.listingId);
  return place < 0 ? params : { ...params, listingNumber: place + 1 };
}

/** Which of the claim's other pictures is meant, as the panel numbers them. */
function withSiblingNumber(params: JsonObject, pictures: readonly StoredPicture[]): JsonObject {
  const sibling = pictures.find(({ pictureId }) => pictureId === params.siblingId);
  return sibling ? { ...params, siblingNumber: sibling.index + 1 } : params;
}

function weight(finding: Finding): number {
  return VERDICTS_BY_WEIGHT.indexOf(finding.grade);
}

/** The bytes that were analysed: the larger version where one was fetched, the delivered one otherwise. */
export function analysedImage(picture: StoredPicture) {
  return picture.analysed === 'larger' ? picture.larger : picture.delivered;
}

/** A picture is fetched when its bytes are here, or when it is known that they will not come. */
export function isFetched(picture: StoredPicture): boolean {
  return analysedImage(picture) !== null || picture.problem !== null;
}

/** The bytes of a stored picture that were analysed; null when they are not here. */
export async function readPictureBytes(database: CaseDatabase, pictureId: string): Promise<Blob | null> {
  const picture = await database.get('pictures', pictureId);
  return (picture && analysedImage(picture)?.blob) ?? null;
}
