import { hostOfTaughtPlatform } from '../claims/taught/taught-platform-id.ts';
import { plainLine } from './plain-line.ts';
import type { Text } from './text.ts';

/** A seller center's name; the host of a taught site; its id where an old case names one that this version does not have. */
export function platformText(text: Text, platform: string): string {
  const host = hostOfTaughtPlatform(platform);
  if (host !== null) return plainLine(host, 40);
  return text.has(`platform.${platform}`) ? text.t(`platform.${platform}`) : plainLine(platform, 40);
}
