import { PLATFORMS } from '../index.ts';
import { matchesPattern } from '../matches-pattern.ts';

/** Whether an address is on a host that some seller center serves its pictures from. */
export function isImageHost(url: URL): boolean {
  return PLATFORMS.some(({ imageHosts }) => imageHosts.some((pattern) => matchesPattern(url, pattern)));
}
