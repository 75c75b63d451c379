import type { Picture } from '../../image/picture.ts';
import { coarseKeypointsOf } from '../../image/registration/coarse-picture.ts';
import type { Drift } from '../../image/registration/measure-drift.ts';
import { registerComposition } from '../../image/registration/register-composition.ts';
import { type Registration, registerPictures } from '../../image/registration/register-pictures.ts';
import { isSameComposition, type Relation, relationOf } from '../../image/registration/relation.ts';
import { shortlistPictures } from '../../image/registration/shortlist-pictures.ts';
import type { OpenCv } from '../open-cv.ts';
import type { PictureView } from './views-of-picture.ts';

/** Listing pictures that are registered in full; the measured cost is 0.3 s each. */
const MAX_REGISTRATIONS = 3;
/** Listing pictures that are compared by what they show. */
const MAX_COMPOSITIONS = 2;
/** Another version of the listing picture is a rival when it explains nearly as much. */
const MIN_RIVAL_SHARE = 0.9;

/** A listing picture and how the buyer's lies in it. */
export interface Candidate {
  readonly listing: Picture;
  /** What was registered: the picture, or the photograph in it. */
  readonly view: PictureView;
  readonly registration: Registration;
  readonly relation: Relation;
  /** How what it shows strays, where only that was registered, and not the texture. */
  readonly drift?: Drift;
}

/**
 * The listing pictures that the buyer's may be made of, the one that explains it best first. A later view is looked at
 * only when no earlier one is a copy.
 */
export function findSources(
  opencv: OpenCv,
  views: readonly PictureView[],
  listing: readonly Picture[],
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const view of views) {
    for (const candidate of shortlistPictures(opencv, listing, view.picture, MAX_REGISTRATIONS)) {
      const registration = registerPictures(opencv, candidate, view.picture);
      if (registration)
        found.push({ listing: candidate, view, registration, relation: relationOf(registration, 'collages') });
    }
    if (found.some(({ relation }) => relation === 'same-photograph')) break;
  }
  const isCopy = found.some(({ relation }) => relation === 'same-photograph' || relation === 'same-composition');
  if (!isCopy) found.push(...findCompositions(opencv, views, listing));
  return found.toSorted((a, b) => rankOf(b) - rankOf(a));
}

/** The listing pictures that the buyer's was drawn anew from: its texture says nothing, what it shows does. */
function findCompositions(
  opencv: OpenCv,
  views: readonly PictureView[],
  listing: readonly Picture[],
): readonly Candidate[] {
  for (const view of views) {
    const near = shortlistPictures(opencv, listing, view.picture, MAX_COMPOSITIONS, coarseKeypointsOf);
    const found = near.flatMap((candidate) => {
      const composition = registerComposition(opencv, candidate, view.picture);
      return composition && isSameComposition(composition)
        ? [
            {
              listing: candidate,
              view,
              registration: composition,
              relation: 'same-composition' as const,
              drift: composition.drift,
            },
          ]
        : [];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** Share of the whole picture that is the same photograph, 0 to 1. */
export function sameFractionOf({ view, registration }: Candidate): number {
  return registration.sameFraction * view.region.width * view.region.height;
}

/** Whether the other is a copy too and explains nearly as much of the buyer's picture. */
export function explainsAsMuch(other: Candidate, best: Candidate): boolean {
  const enough = MIN_RIVAL_SHARE * sameFractionOf(best);
  return other.relation === 'same-photograph' && sameFractionOf(other) >= enough;
}

const RELATIONS: readonly Relation[] = ['different', 'possible', 'same-plane', 'same-composition', 'same-photograph'];

/** The relation first, then the share of the picture that it explains. */
function rankOf({ relation, registration }: Candidate): number {
  return RELATIONS.indexOf(relation) + Math.min(0.99, registration.sameFraction);
}
