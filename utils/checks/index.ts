import { c2pa } from './c2pa.ts';
import type { Check } from './check.ts';
import { fingerprint } from './fingerprint.ts';

/** Every check, in the order in which they run: cheap and certain first. */
export const CHECKS: readonly Check[] = [fingerprint, c2pa];
