import { type CheckInput, type CheckOutcome, defineCheck, type Finding, type PackingPicture } from './check.ts';
import type { JsonObject } from './json.ts';
import { listingMatch } from './listing-match.ts';
import { isAfterDelivery, isBeforeDelivery, type PackingTime, packingTimeOf } from './packing-match/packing-time.ts';
import type { Grade } from './verdict.ts';

const ID = 'packing-match';

/** What the comparison calls its findings on the listing, and what they are on a packing picture. */
export const PACKING_KINDS: Readonly<Record<string, string>> = {
  'listing-altered': 'packing-altered',
  'listing-redrawn': 'packing-redrawn',
  'listing-filtered': 'packing-filtered',
  'listing-resent': 'packing-resent',
  'listing-tilted': 'packing-tilted',
  'listing-included': 'packing-included',
  'listing-overlay': 'packing-overlay',
  'same-object-other-photo': 'packing-other-photo',
  // The side of a parcel is flat, so that a plane is what an honest photograph of it shows.
  'listing-photographed': 'packing-other-photo',
};
/** Kinds that say nothing against a buyer unless the packing picture was here before delivery. */
const ONLY_BEFORE_DELIVERY: ReadonlySet<string> = new Set(['packing-resent', 'packing-filtered', 'packing-tilted']);
const BY_WEIGHT: readonly Grade[] = ['proof', 'strong', 'clue', 'note'];

/**
 * Compares the buyer's picture with what the seller kept of the packing of this very order, as `listing-match` does with
 * the listing. A file that arrived after the delivery or the claim may be anything, the buyer's own picture included, so a
 * change found against it is a clue at most; and the same photograph without a change says something only where it was here before the
 * goods were delivered.
 */
export const packingMatch = defineCheck({
  id: ID,
  version: 2,
  needs: ['pixels', 'packing', 'opencv'],
  readsPixelsAlone: true,
  source: `The comparison of listing-match: ${listingMatch.source}`,
  run,
});

async function run(input: CheckInput): Promise<CheckOutcome> {
  const outcome = await listingMatch.run({ ...input, listing: input.packing.map(({ picture }) => picture) });
  if (outcome.status === 'skipped') return { ...outcome, reason: outcome.reason.replace(/^listing-/, 'packing-') };
  const measured = (outcome.measured.listingMatch ?? {}) as JsonObject;
  return {
    status: 'done',
    measured: { packingMatch: aboutPacking(measured) },
    findings: outcome.findings.flatMap((finding) => packingFinding(finding, input)),
  };
}

function packingFinding(finding: Finding, { packing, claim }: CheckInput): Finding[] {
  const kind = PACKING_KINDS[finding.kind];
  if (kind === undefined) throw new Error(`No packing finding for ${finding.kind}`);
  const source = packing.find(({ picture }) => picture.id === finding.params.listingId);
  if (!source) throw new Error(`${finding.kind} names no packing picture`);
  const time = packingTimeOf(source.arrivedAt, claim);
  const grade = BY_WEIGHT[Math.max(BY_WEIGHT.indexOf(finding.grade), BY_WEIGHT.indexOf(highestGrade(kind, time)))];
  return [{ ...finding, check: ID, kind, grade: grade ?? 'note', params: paramsOf(finding, source, time) }];
}

function highestGrade(kind: string, time: PackingTime): Grade {
  if (ONLY_BEFORE_DELIVERY.has(kind)) return isBeforeDelivery(time) ? 'clue' : 'note';
  return isAfterDelivery(time) ? 'clue' : 'proof';
}

function paramsOf({ params }: Finding, { arrivedAt }: PackingPicture, time: PackingTime): JsonObject {
  return { ...aboutPacking(params), packedAt: arrivedAt, packingTime: time };
}

/** The same parameters under the names of what they are about here. */
function aboutPacking(params: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name.replace(/^listing(?=$|[A-Z])/, 'packing'), value]),
  );
}
