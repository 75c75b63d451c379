import { c2pa } from './c2pa.ts';
import type { Check } from './check.ts';
import { file } from './file.ts';
import { fingerprint } from './fingerprint.ts';
import { listingMatch } from './listing-match.ts';
import { metadata } from './metadata.ts';
import { seenBefore } from './seen-before.ts';

/** Every check, in the order in which they run: cheap and certain first. */
export const CHECKS: readonly Check[] = [file, metadata, fingerprint, c2pa, listingMatch, seenBefore];
