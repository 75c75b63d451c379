import { PLATFORMS } from './index.ts';
import { matchesPattern } from './matches-pattern.ts';
import type { Platform } from './platform.ts';

/** The seller center that an address belongs to, or null. */
export function platformOf(url: URL): Platform | null {
  return PLATFORMS.find((platform) => platform.matches.some((pattern) => matchesPattern(url, pattern))) ?? null;
}
