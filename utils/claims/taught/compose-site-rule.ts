import { pagePatternOf } from './page-pattern.ts';
import type { PickedPlace } from './pick-place.ts';
import { SITE_RULE_VERSION, type SiteRule, type TaughtField } from './site-rule.ts';

/** Where and when a page is taught. */
export interface TeachingContext {
  readonly url: URL;
  readonly timeZone: string;
  readonly currency: string;
  /** ISO 8601. */
  readonly now: string;
  /** What was taught about this kind of page before; fields that are not pointed at again stay. */
  readonly earlier: SiteRule | null;
}

/** The rule of a site from the places that were pointed at. */
export function composeSiteRule(
  { url, timeZone, currency, now, earlier }: TeachingContext,
  picked: Readonly<Partial<Record<TaughtField, PickedPlace>>>,
): SiteRule {
  const places = Object.values(picked);
  const hosts = places.flatMap(({ pictures }) => pictures.flatMap(({ picture }) => hostPattern(picture.url)));
  return {
    version: SITE_RULE_VERSION,
    origin: url.origin,
    pages: pagePatternOf(url),
    currency,
    timeZone,
    imageHosts: [...new Set([...(earlier?.imageHosts ?? []), ...hosts])].slice(0, 50),
    fields: { ...earlier?.fields, ...Object.fromEntries(places.map(({ field, rule }) => [field, rule])) },
    updatedAt: now,
  };
}

/** The match pattern of the server that an address names; none for pictures that exist inside the page only. */
function hostPattern(address: string): string[] {
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) ? [`${protocol}//${hostname}/*`] : [];
}
