import type { SiteRule } from '../../utils/claims/taught/site-rule.ts';
import { sendMessage } from '../../utils/messages.ts';

/** What was taught about this site. A page is read without it, as before, where it cannot be asked for. */
export async function rulesOfThisSite(): Promise<readonly SiteRule[]> {
  if (!/^https?:/.test(location.origin)) return [];
  try {
    return await sendMessage('siteRules.read', undefined);
  } catch (error) {
    console.warn('What was taught about this site could not be read', error);
    return [];
  }
}
