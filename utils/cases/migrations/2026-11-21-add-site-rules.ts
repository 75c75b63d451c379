import type { Migration } from './index.ts';

/** What sellers taught about pages: docs/decisions.md says why it is here and not in the extension's settings. */
export const addSiteRules: Migration = (database) => {
  database.createObjectStore('siteRules', { keyPath: 'id' }).createIndex('by-origin', 'rule.origin');
};
