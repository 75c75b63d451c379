import type { Picture } from '../../image/picture.ts';
import { type Registration, registerPictures } from '../../image/registration/register-pictures.ts';
import { type Relation, relationOf } from '../../image/registration/relation.ts';
import { shortlistPictures } from '../../image/registration/shortlist-pictures.ts';
import type { OpenCv } from '../open-cv.ts';

/** Listing pictures that are registered in full; the measured cost is 0.3 s each. */
const MAX_REGISTRATIONS = 3;
/** Another version of the listing picture is a rival when it explains nearly as much. */
const MIN_RIVAL_SHARE = 0.9;

/** A listing picture and how the buyer's lies in it. */
export interface Candidate {
  readonly listing: Picture;
  readonly registration: Registration;
  readonly relation: Relation;
}

/** The listing pictures that the buyer's may be made of, the one that explains it best first. */
export function findSources(opencv: OpenCv, picture: Picture, listing: readonly Picture[]): Candidate[] {
  const found = shortlistPictures(opencv, listing, picture, MAX_REGISTRATIONS).flatMap((candidate): Candidate[] => {
    const registration = registerPictures(opencv, candidate, picture);
    return registration ? [{ listing: candidate, registration, relation: relationOf(registration, 'collages') }] : [];
  });
  return found.toSorted((a, b) => rankOf(b) - rankOf(a));
}

/** Whether the other is a copy too and explains nearly as much of the buyer's picture. */
export function explainsAsMuch(other: Candidate, best: Candidate): boolean {
  const enough = MIN_RIVAL_SHARE * best.registration.sameFraction;
  return other.relation === 'same-photograph' && other.registration.sameFraction >= enough;
}

const RELATIONS: readonly Relation[] = ['different', 'possible', 'same-plane', 'same-composition', 'same-photograph'];

/** The relation first, then the share of the picture that it explains. */
function rankOf({ relation, registration }: Candidate): number {
  return RELATIONS.indexOf(relation) + Math.min(0.99, registration.sameFraction);
}
