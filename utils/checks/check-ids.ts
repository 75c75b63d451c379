/** Ids of all checks, in the order in which they run; for pages that name checks and do not run them. */
export const CHECK_IDS: readonly string[] = [
  'file',
  'metadata',
  'fingerprint',
  'screenshot',
  'jpeg',
  'c2pa',
  'listing-match',
  'packing-match',
  'seen-before',
  'damage-reused',
  'contradiction',
  'visible-mark',
  'parcel-label',
];
