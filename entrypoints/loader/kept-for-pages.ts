import { pagePatternOf } from '../../utils/claims/taught/page-pattern.ts';
import { extensionApi } from './extension-api.ts';

/** What the extension keeps in its own storage for the pages that it runs on. */
export interface KeptForPages {
  /** The seller's settings of the panel. */
  readonly panel?: { readonly side?: unknown };
  /** By site, the kinds of page that were taught; see utils/engine/register-content-script.ts. */
  readonly taughtPages?: Readonly<Record<string, readonly string[]>>;
}

/** Nothing where the extension was updated from under this page. */
export async function readKept(): Promise<KeptForPages> {
  try {
    return await extensionApi.storage.local.get(['panel', 'taughtPages']);
  } catch (error) {
    console.warn('The settings could not be read', error);
    return {};
  }
}

export function isTaughtSite(url: URL, { taughtPages }: KeptForPages): boolean {
  return taughtPages?.[url.origin] !== undefined;
}

export function isTaughtPage(url: URL, { taughtPages }: KeptForPages): boolean {
  return taughtPages?.[url.origin]?.includes(pagePatternOf(url)) === true;
}
