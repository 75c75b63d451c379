import type { Check } from './check.ts';
import { listingMatch } from './listing-match.ts';

/** Every check, in the order in which they run: cheap and certain first. */
export const CHECKS: readonly Check[] = [listingMatch];
