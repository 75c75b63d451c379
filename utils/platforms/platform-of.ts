import { PLATFORMS } from './index.ts';
import type { Platform } from './platform.ts';

/** The seller center that an address belongs to, by its match patterns; null for any other site. */
export function platformOf(url: URL): Platform | null {
  return PLATFORMS.find(({ matches }) => matches.some((pattern) => matchesPattern(pattern, url))) ?? null;
}

/**
 * Whether an address fits a match pattern (`scheme://host/path`, `*` in the path, `*.` before the host).
 * @see https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns
 */
export function matchesPattern(pattern: string, url: URL): boolean {
  const parts = /^(\*|https?):\/\/(\*\.)?([^/]+)(\/.*)$/.exec(pattern);
  if (!parts) throw new Error(`Not a match pattern: ${pattern}`);
  const [, scheme, anySubdomain, host, path] = parts as unknown as [string, string, string | undefined, string, string];
  if (scheme === '*' ? !/^https?:$/.test(url.protocol) : url.protocol !== `${scheme}:`) return false;
  if (url.hostname !== host && !(anySubdomain && url.hostname.endsWith(`.${host}`))) return false;
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`).test(url.pathname + url.search);
}
