import { type FoundPatch, findPatch, type ProposedPlace, proposePlace } from '../image/damage-patch/find-patch.ts';
import type { Picture } from '../image/picture.ts';
import { type CheckInput, type CheckOutcome, defineCheck, done, type Finding, skipped } from './check.ts';
import type { EarlierDamage, OpenedDamage } from './earlier-pictures.ts';
import type { OpenCv } from './open-cv.ts';
import type { Grade } from './verdict.ts';
import { isOtherOrder, isSameBuyer, isSameClaim, isSameOrder, isWithoutOrder } from './whose-picture.ts';

const ID = 'damage-reused';

/** Damages whose pixels are compared; key points propose no more than one by chance. */
const MAX_OPENED = 4;

/**
 * Whether a damage that was added to a listing picture in another order's claim stands in this picture too: the same
 * crack pasted onto another product. Key points propose a place, the pixels of the damage decide, against what was
 * there without it. A real damage is never stored for this: only what a comparison with the listing found to be added.
 * It cannot find a damage that was drawn anew, or one that was blended into another texture.
 */
export const damageReused = defineCheck({
  id: ID,
  version: 1,
  needs: ['pixels', 'opencv'],
  source:
    'ORB key points propose, correlation of the changed pixels decides; measured in docs/benchmarks-seen-before.md',
  run,
});

async function run({ picture, claim, listing, earlier, opencv }: CheckInput): Promise<CheckOutcome> {
  // Most likely a picture of a claim that is in the history too, handed over once more.
  if (isWithoutOrder(claim)) return skipped('order-not-given');
  const damages = earlier.damages();
  if (damages.length === 0) return done({ damageReused: { searched: 0 } });
  const found: { readonly damage: OpenedDamage; readonly patch: FoundPatch }[] = [];
  let isOnListing = false;
  for (const { damage, place } of proposals(opencv, damages, picture).slice(0, MAX_OPENED)) {
    const opened = await earlier.openDamage(damage);
    if (!opened || isSameClaim(claim, opened) || isSameOrder(claim, opened) || isSameBuyer(claim, opened)) continue;
    if (isWithoutOrder(opened)) continue;
    const patch = findPatch(opencv, opened.patch, picture, place);
    if (!patch) continue;
    if (isShownBy(opencv, opened, listing)) isOnListing = true;
    else found.push({ damage: opened, patch });
  }
  if (isOnListing && found.length === 0) return skipped('damage-on-own-listing');
  const measured = { damageReused: { searched: damages.length, found: found.length } };
  const [best] = found.sort((a, b) => Number(b.damage.isConfirmed) - Number(a.damage.isConfirmed));
  return done(measured, best ? [findingOf(best.damage, best.patch, isOtherOrder(claim, best.damage))] : []);
}

/** Damages that key points propose, those with most agreement first. */
function proposals(opencv: OpenCv, damages: readonly EarlierDamage[], picture: Picture) {
  return damages
    .flatMap((damage): { damage: EarlierDamage; place: ProposedPlace }[] => {
      const place = proposePlace(opencv, damage.keypoints, picture);
      return place ? [{ damage, place }] : [];
    })
    .sort((a, b) => b.place.inlierCount - a.place.inlierCount);
}

/** Whether the seller's own picture shows it: then it is a badge or a newer version, added by the seller. */
function isShownBy(opencv: OpenCv, { patch }: OpenedDamage, listing: readonly Picture[]): boolean {
  return listing.some((own) => {
    const place = own.pixels && proposePlace(opencv, patch.keypoints, own);
    return place && findPatch(opencv, patch, own, place) !== null;
  });
}

function findingOf(damage: OpenedDamage, patch: FoundPatch, isSure: boolean): Finding {
  // Unless someone has looked, what was stored may be a drawing that was taken for damage.
  const grade: Grade = damage.isConfirmed && isSure ? 'strong' : 'clue';
  return {
    check: ID,
    kind: ID,
    grade,
    params: {
      earlierCase: damage.caseId,
      earlierPictureId: damage.pictureId,
      earlierOrder: damage.orderId,
      earlierPlatform: damage.platform,
      earlierName: damage.name,
      earlierAt: damage.capturedAt,
      earlierOn: damage.capturedAt.slice(0, 10),
      isConfirmed: damage.isConfirmed,
      mirrored: patch.mirrored,
      correlation: rounded(patch.correlation, 3),
      correlationUndamaged: rounded(patch.correlationUndamaged, 3),
      earlierToPicture: patch.earlierToPicture.map((value) => rounded(value, 6)),
    },
    regions: [patch.region],
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
