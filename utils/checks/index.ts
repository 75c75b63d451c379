import { c2pa } from './c2pa.ts';
import type { Check } from './check.ts';
import { contradiction } from './contradiction.ts';
import { damageReused } from './damage-reused.ts';
import { file } from './file.ts';
import { fingerprint } from './fingerprint.ts';
import { jpeg } from './jpeg.ts';
import { listingMatch } from './listing-match.ts';
import { metadata } from './metadata.ts';
import { packingMatch } from './packing-match.ts';
import { parcelLabel } from './parcel-label.ts';
import { pictureText } from './picture-text.ts';
import { screenshot } from './screenshot.ts';
import { seenBefore } from './seen-before.ts';
import { visibleMark } from './visible-mark.ts';

/** Every check, in the order in which they run: cheap and certain first. */
export const CHECKS: readonly Check[] = [
  file,
  metadata,
  fingerprint,
  screenshot,
  jpeg,
  c2pa,
  listingMatch,
  packingMatch,
  seenBefore,
  damageReused,
  contradiction,
  visibleMark,
  parcelLabel,
];

/** Checks that run on one picture when the seller asks for it, and never by themselves. */
export const CHECKS_ON_REQUEST: readonly Check[] = [pictureText];
