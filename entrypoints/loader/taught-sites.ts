import { pagePatternOf } from '../../utils/claims/taught/page-pattern.ts';
import { extensionApi } from './extension-api.ts';

/** By site, the kinds of page that were taught; see utils/engine/register-content-script.ts. */
export type TaughtSites = Readonly<Record<string, readonly string[]>>;

const KEY = 'taughtPages';

/** None where the extension was updated from under this page. */
export async function readTaughtSites(): Promise<TaughtSites> {
  try {
    return ((await extensionApi().storage.local.get([KEY]))[KEY] ?? {}) as TaughtSites;
  } catch (error) {
    console.warn('What was taught could not be read', error);
    return {};
  }
}

export function isTaughtSite({ origin }: URL, sites: TaughtSites): boolean {
  return sites[origin] !== undefined;
}

export function isTaughtPage(url: URL, sites: TaughtSites): boolean {
  return sites[url.origin]?.includes(pagePatternOf(url)) === true;
}
