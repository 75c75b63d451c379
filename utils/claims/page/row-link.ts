import type { Platform } from '../../platforms/platform.ts';
import { platformOf } from '../../platforms/platform-of.ts';
import type { ClaimRow } from '../claim-list.ts';

type RowIds = Pick<ClaimRow, 'claimId' | 'orderId'>;

/**
 * The address of a row's claim: a link of the row that leads to a claim page of this seller center and names no other
 * claim, else an address of the known form.
 * @param links the addresses that the row links to
 */
export function rowLink(
  links: readonly string[],
  ids: RowIds,
  platform: Platform,
  listUrl: URL,
): Pick<ClaimRow, 'link' | 'linkSource'> {
  const own = links.find((link) => leadsToClaim(link, ids, platform));
  if (own) return { link: own, linkSource: 'page' };
  const built = platform.claimUrl?.(ids, listUrl) ?? null;
  return built === null ? { link: null, linkSource: null } : { link: built, linkSource: 'pattern' };
}

function leadsToClaim(link: string, ids: RowIds, platform: Platform): boolean {
  if (!URL.canParse(link)) return false;
  const url = new URL(link);
  const page = platformOf(url)?.id === platform.id ? platform.page(url) : null;
  if (page?.kind !== 'claim') return false;
  const names = (found: string | null, own: string | null) => found !== null && found === own;
  if (names(page.claimId, ids.claimId) || names(page.orderId, ids.orderId)) return true;
  // An address may have an internal id that the page does not show, as on Shopee.
  return page.claimId === null && page.orderId === null;
}
