import type { Migration } from './index.ts';

export const addPacks: Migration = (database) => {
  database.createObjectStore('packs', { keyPath: 'rootHash' }).createIndex('by-case', 'caseId');
};
