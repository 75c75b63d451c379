import { PLATFORMS } from './index.ts';

/** Addresses that may hold a larger version of a delivered picture, best first. */
export function originalCandidates(platform: string, url: string): readonly string[] {
  return PLATFORMS.find(({ id }) => id === platform)?.originals(url) ?? [];
}
