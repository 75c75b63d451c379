import { PLATFORMS } from './index.ts';
import type { Platform } from './platform.ts';

/** The seller center that an address belongs to, or null. */
export function platformOf(url: URL): Platform | null {
  return PLATFORMS.find((platform) => platform.matches.some((pattern) => matchesPattern(url, pattern))) ?? null;
}

/** Match patterns as browser extensions have them: scheme, host with an optional leading `*.`, path with `*`. */
export function matchesPattern(url: URL, pattern: string): boolean {
  const [, scheme, host = '', path = ''] = /^(\*|https?):\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  const hasScheme = scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`;
  const domain = host.replace(/^\*\./, '');
  const hasHost = url.hostname === domain || (host.startsWith('*.') && url.hostname.endsWith(`.${domain}`));
  const paths = new RegExp(
    `^${path
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  );
  return hasScheme && hasHost && paths.test(url.pathname + url.search);
}
