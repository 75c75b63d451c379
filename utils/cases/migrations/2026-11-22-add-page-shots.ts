import type { Migration } from './index.ts';

/** How a claim's page looked when its analysis was asked for. */
export const addPageShots: Migration = (database) => {
  database.createObjectStore('pageShots', { keyPath: 'caseId' });
};
