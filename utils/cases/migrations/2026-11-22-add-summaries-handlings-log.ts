import type { Migration } from './index.ts';

/** Rows of the list, what the seller says about a case, the log of deletions, and fingerprints from other shops. */
export const addSummariesHandlingsLog: Migration = (database) => {
  const summaries = database.createObjectStore('summaries', { keyPath: 'caseId' });
  summaries.createIndex('by-update', 'updatedAt');
  summaries.createIndex('by-kept', 'keptFrom');
  summaries.createIndex('by-due', 'dueAtMs');
  database.createObjectStore('handlings', { keyPath: 'caseId' });
  database.createObjectStore('log', { keyPath: 'sequence' });
  database
    .createObjectStore('sharedFingerprints', { keyPath: ['sourceKey', 'pdq'] })
    .createIndex('by-source', 'sourceKey');
};
