import { type SiteRule, siteRuleId } from '../claims/taught/site-rule.ts';
import type { CaseDatabase } from './database.ts';

/** The rules of one site, or of all, newest first. */
export async function readSiteRules(database: CaseDatabase, origin?: string): Promise<SiteRule[]> {
  const stored =
    origin === undefined
      ? await database.getAll('siteRules')
      : await database.getAllFromIndex('siteRules', 'by-origin', origin);
  return stored.map(({ rule }) => rule).toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}

/** Stores rules in one transaction; each takes the place of an earlier one for the same kind of page. */
export async function writeSiteRules(database: CaseDatabase, rules: readonly SiteRule[]): Promise<void> {
  const transaction = database.transaction('siteRules', 'readwrite');
  for (const rule of rules) await transaction.store.put({ id: siteRuleId(rule), rule });
  await transaction.done;
}

/** Forgets what was taught about one kind of page. */
export async function deleteSiteRule(database: CaseDatabase, id: string): Promise<void> {
  await database.delete('siteRules', id);
}
