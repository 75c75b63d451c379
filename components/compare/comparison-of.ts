import type { CaseView, FindingView } from '../../utils/cases/case-view.ts';
import { type Homography, isUsableHomography } from '../../utils/drawing/homography.ts';

/** Which other picture a finding was made against, and how the two lie on each other. */
export interface Comparison {
  readonly otherId: string;
  readonly otherName: string;
  readonly otherKind: 'listing' | 'packing' | 'earlier' | 'sibling';
  /** Null where the other picture is known only by id. */
  readonly preview: Blob | null;
  readonly otherToPicture: Homography;
}

/** The comparison behind a finding; null for a finding that compares nothing or has no alignment. */
export function comparisonOf(finding: FindingView, listing: CaseView['listing']): Comparison | null {
  const { listingId, listingToPicture, earlierPictureId, earlierToPicture, earlierName } = finding.params;
  if (typeof listingId === 'string' && isUsableHomography(listingToPicture)) {
    const other = listing.find(({ pictureId }) => pictureId === listingId);
    return {
      otherId: listingId,
      otherName: other?.name ?? '',
      otherKind: 'listing',
      preview: other?.preview ?? null,
      otherToPicture: listingToPicture,
    };
  }
  const { packingId, packingToPicture, packing } = finding.params;
  if (typeof packingId === 'string' && isUsableHomography(packingToPicture)) {
    return {
      otherId: packingId,
      otherName: typeof packing === 'string' ? packing : '',
      otherKind: 'packing',
      preview: null,
      otherToPicture: packingToPicture,
    };
  }
  if (typeof earlierPictureId === 'string' && isUsableHomography(earlierToPicture)) {
    return {
      otherId: earlierPictureId,
      otherName: typeof earlierName === 'string' ? earlierName : '',
      otherKind: 'earlier',
      preview: null,
      otherToPicture: earlierToPicture,
    };
  }
  const { siblingId, siblingToPicture, sibling } = finding.params;
  if (typeof siblingId === 'string' && isUsableHomography(siblingToPicture)) {
    return {
      otherId: siblingId,
      otherName: typeof sibling === 'string' ? sibling : '',
      otherKind: 'sibling',
      preview: null,
      otherToPicture: siblingToPicture,
    };
  }
  return null;
}
