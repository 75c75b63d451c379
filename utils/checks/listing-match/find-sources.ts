import type { Picture } from '../../image/picture.ts';
import { type Registration, registerPictures } from '../../image/registration/register-pictures.ts';
import { type Relation, relationOf } from '../../image/registration/relation.ts';
import { shortlistPictures } from '../../image/registration/shortlist-pictures.ts';
import type { OpenCv } from '../open-cv.ts';
import type { PictureView } from './views-of-picture.ts';

/** Listing pictures that are registered in full; the measured cost is 0.3 s each. */
const MAX_REGISTRATIONS = 3;
/** Another version of the listing picture is a rival when it explains nearly as much. */
const MIN_RIVAL_SHARE = 0.9;

/** A listing picture and how the buyer's lies in it. */
export interface Candidate {
  readonly listing: Picture;
  /** What was registered: the picture, or the photograph in it. */
  readonly view: PictureView;
  readonly registration: Registration;
  readonly relation: Relation;
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
  return found.toSorted((a, b) => rankOf(b) - rankOf(a));
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
