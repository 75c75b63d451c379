import { addedLayerOf } from '../image/damage-patch/added-layer.ts';
import { cutDamagePatches } from '../image/damage-patch/cut-damage-patches.ts';
import type { DamagePatch } from '../image/damage-patch/damage-patch.ts';
import { type FoundPatch, findPatch, type ProposedPlace, proposePlace } from '../image/damage-patch/find-patch.ts';
import { type MatchedLayers, matchLayers } from '../image/damage-patch/match-layers.ts';
import { pictureToPatch } from '../image/damage-patch/patch-frame.ts';
import type { Picture } from '../image/picture.ts';
import { invert, multiply, normalised } from '../image/registration/homography.ts';
import { shortlistPictures } from '../image/registration/shortlist-pictures.ts';
import { type CheckInput, type CheckOutcome, defineCheck, done, type Finding, skipped } from './check.ts';
import type { EarlierDamage, OpenedDamage } from './earlier-pictures.ts';
import type { OpenCv } from './open-cv.ts';
import type { Grade } from './verdict.ts';
import { isOtherOrder, isSameBuyer, isSameClaim, isSameOrder, isWithoutOrder } from './whose-picture.ts';

const ID = 'damage-reused';

/** Damages whose pixels are compared where key points proposed them; they propose no more than one by chance. */
const MAX_PROPOSED = 4;
/** Damages that are compared with what was added to this picture, the newest; some sixty milliseconds each. */
const MAX_COMPARED_ALONE = 40;

/**
 * Whether a damage that was added to a listing picture in another order's claim stands in this picture too: the same
 * crack on the same or another product. Where the surroundings are the same, key points propose a place and the pixels of
 * the damage decide, against what was there without it. Where this picture too has something added to its listing picture,
 * the two damages are compared alone, each as what it makes of the picture below. A real damage is never stored for
 * this: only what a comparison with the listing found to be added. What a drawing tool could have made as well counts
 * once the seller has confirmed it, or where its like is certainly no drawing. It cannot find a damage that was drawn anew,
 * nor a plain one.
 */
export const damageReused = defineCheck({
  id: ID,
  version: 3,
  needs: ['pixels', 'altered-listing', 'opencv'],
  source:
    'ORB key points propose, correlation of the changed pixels decides; measured in docs/benchmarks-seen-before.md',
  run,
});

interface Found {
  readonly damage: OpenedDamage;
  readonly patch: Omit<FoundPatch, 'correlationUndamaged'>;
  /** Either of the two could be a drawing. */
  readonly mayBeDrawn: boolean;
}

async function run(input: CheckInput): Promise<CheckOutcome> {
  const { picture, claim, listing, earlier, opencv } = input;
  // Most likely a picture of a claim that is in the history too, handed over once more.
  if (isWithoutOrder(claim)) return skipped('order-not-given');
  const damages = earlier.damages();
  if (damages.length === 0) return done({ damageReused: { searched: 0 } });
  const found: Found[] = [];
  let isOnListing = false;
  for (const { damage, place } of proposals(opencv, damages, picture).slice(0, MAX_PROPOSED)) {
    const opened = await openOfOther(input, damage);
    if (!opened || (mightBeDrawn(opened.patch) && !opened.isConfirmed)) continue;
    const patch = findPatch(opencv, opened.patch, picture, place);
    if (!patch) continue;
    if (isShownBy(opencv, opened, listing)) isOnListing = true;
    else found.push({ damage: opened, patch, mayBeDrawn: mightBeDrawn(opened.patch) });
  }
  if (isOnListing && found.length === 0) return skipped('damage-on-own-listing');
  if (found.length === 0) found.push(...(await findAlone(input, damages)));
  const measured = { damageReused: { searched: damages.length, found: found.length } };
  const [best] = found.sort((a, b) => Number(b.damage.isConfirmed) - Number(a.damage.isConfirmed));
  return done(measured, best ? [findingOf(best, !best.mayBeDrawn && isOtherOrder(claim, best.damage))] : []);
}

/** Opens a damage; null when it is of the same claim, order or buyer, which says nothing. */
async function openOfOther({ claim, earlier }: CheckInput, damage: EarlierDamage): Promise<OpenedDamage | null> {
  const opened = await earlier.openDamage(damage);
  const isOwn = opened && (isSameClaim(claim, opened) || isSameOrder(claim, opened) || isSameBuyer(claim, opened));
  return !opened || isOwn || isWithoutOrder(opened) ? null : opened;
}

/** Compares what was added to this picture with earlier damages, each alone: they may lie on different products. */
async function findAlone(input: CheckInput, damages: readonly EarlierDamage[]): Promise<Found[]> {
  const { picture, opencv } = input;
  const source = alteredSource(input);
  const added = source ? cutDamagePatches(opencv, source, picture) : [];
  if (added.length === 0) return [];
  const layers = added.map((patch) => ({ patch, layer: addedLayerOf(opencv, patch) }));
  const found: Found[] = [];
  for (const damage of damages.slice(0, MAX_COMPARED_ALONE)) {
    const opened = await openOfOther(input, damage);
    // Two drawings may be one sticker of one app.
    const compared = layers.filter(
      ({ patch }) => opened && (opened.isConfirmed || !mightBeDrawn(opened.patch) || !mightBeDrawn(patch)),
    );
    if (!opened || compared.length === 0) continue;
    const stored = addedLayerOf(opencv, opened.patch);
    for (const { patch, layer } of compared) {
      const match = matchLayers(stored, layer);
      if (match) found.push(foundAlone(opened, patch, match));
    }
  }
  return found;
}

/** The listing picture that this one may be a changed copy of. To look for it costs as much as all the rest. */
function alteredSource({ picture, listing, alteredListing, opencv }: CheckInput): Picture | null {
  if (alteredListing !== undefined) return alteredListing;
  const readable = listing.filter(({ pixels }) => pixels);
  return shortlistPictures(opencv, readable, picture, 1)[0] ?? null;
}

function foundAlone(damage: OpenedDamage, own: DamagePatch, { storedToOwn, ...match }: MatchedLayers): Found {
  const earlierToPicture = normalised(
    multiply(invert(pictureToPatch(own)), multiply(storedToOwn, pictureToPatch(damage.patch))),
  );
  const mayBeDrawn = mightBeDrawn(damage.patch) || mightBeDrawn(own);
  return { damage, patch: { ...match, region: own.region, earlierToPicture }, mayBeDrawn };
}

function mightBeDrawn({ mayBeDrawn = false }: DamagePatch): boolean {
  return mayBeDrawn;
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

function findingOf({ damage, patch }: Found, isSure: boolean): Finding {
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
      earlierToPicture: patch.earlierToPicture.map((value) => rounded(value, 6)),
    },
    regions: [patch.region],
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
