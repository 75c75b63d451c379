import { plainLine } from '../utils/text/plain-line.ts';
import type { Text } from '../utils/text/text.ts';

/** A seller center's name; its id where an old case names one that this version does not have. */
export function platformName(text: Text, platform: string): string {
  return text.has(`platform.${platform}`) ? text.t(`platform.${platform}`) : plainLine(platform, 40);
}
