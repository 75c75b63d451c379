import { definePlatform, noPicturePlaces, type Platform } from '../../platforms/platform.ts';
import { platformOf } from '../../platforms/platform-of.ts';
import { isOfPattern } from './page-pattern.ts';
import type { SiteRule } from './site-rule.ts';
import { taughtPlatformId } from './taught-platform-id.ts';

/** Whose pages an address is of, and what the seller taught about its kind of page. */
export interface Site {
  readonly platform: Platform;
  readonly rule: SiteRule | null;
}

/**
 * The site of an address: a known seller center, whose own reading of addresses goes first, or one that is only
 * taught; null where neither is known.
 * @param rules of this address's origin at least; rules of others are passed over
 */
export function siteOf(url: URL, rules: readonly SiteRule[]): Site | null {
  const rule = rules.find(({ origin, pages }) => origin === url.origin && isOfPattern(url, pages)) ?? null;
  const known = platformOf(url);
  if (!rule) return known && { platform: known, rule };
  const taughtPage = { kind: 'claim', claimId: null, orderId: null } as const;
  if (known) {
    const page: Platform['page'] = (address) =>
      known.page(address) ?? (isOfPattern(address, rule.pages) ? taughtPage : null);
    return { platform: { ...known, page }, rule };
  }
  return { platform: taughtPlatform(rule), rule };
}

/** A site that no release knows, as a seller center of its own. */
export function taughtPlatform(
  rule: Pick<SiteRule, 'origin' | 'pages' | 'imageHosts' | 'timeZone' | 'currency'>,
): Platform {
  return definePlatform({
    id: taughtPlatformId(rule.origin),
    matches: [sitePattern(rule.origin)],
    imageHosts: rule.imageHosts,
    timeZone: rule.timeZone,
    currency: rule.currency,
    page: (url) =>
      url.origin === rule.origin && isOfPattern(url, rule.pages)
        ? { kind: 'claim', claimId: null, orderId: null }
        : null,
    labels: {},
    images: noPicturePlaces,
    originals: () => [],
  });
}

/** The match pattern of a site. Match patterns have no port: one covers every port of its host. */
export function sitePattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
