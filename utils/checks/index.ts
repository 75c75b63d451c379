import type { Check } from './check.ts';
import { fingerprint } from './fingerprint.ts';
import { seenBefore } from './seen-before.ts';

/** Every check, in the order in which they run: cheap and certain first. */
export const CHECKS: readonly Check[] = [fingerprint, seenBefore];
