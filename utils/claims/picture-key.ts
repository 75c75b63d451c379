import { isSigned, originalCandidates } from '../platforms/original-candidates.ts';
import type { Platform } from '../platforms/platform.ts';

/**
 * A key that is the same for every size in which a picture is delivered: the address of its likely original, without
 * scheme, signature, template and the part of the host that only balances load.
 */
export function pictureKey(platform: Platform, url: string): string {
  if (!/^https?:/.test(url)) return url;
  const candidate = originalCandidates(platform, url)[0] ?? url;
  const { hostname, pathname, search } = new URL(candidate);
  const path = pathname.replace(/~[^/]*$/, '');
  return `${hostname.split('.').slice(-2).join('.')}${path}${isSigned(candidate) ? '' : search}`;
}
