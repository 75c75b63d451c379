import { plainLine } from './plain-line.ts';
import type { Text } from './text.ts';

/** A seller center's name; its id where an old case names one that this version does not have. */
export function platformText(text: Text, platform: string): string {
  return text.has(`platform.${platform}`) ? text.t(`platform.${platform}`) : plainLine(platform, 40);
}
