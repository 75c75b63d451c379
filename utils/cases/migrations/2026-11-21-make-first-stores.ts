import type { Migration } from './index.ts';

export const makeFirstStores: Migration = (database) => {
  const cases = database.createObjectStore('cases', { keyPath: 'caseId' });
  cases.createIndex('by-order', 'orderId');
  cases.createIndex('by-buyer', 'buyerKey');
  cases.createIndex('by-update', 'updatedAt');
  database.createObjectStore('pictures', { keyPath: 'pictureId' }).createIndex('by-case', 'caseId');
  database.createObjectStore('previews', { keyPath: 'pictureId' });
  database.createObjectStore('results', { keyPath: ['pictureId', 'check'] }).createIndex('by-case', 'caseId');
  database.createObjectStore('reviews', { keyPath: ['pictureId', 'kind'] });
  database.createObjectStore('fingerprints', { keyPath: 'pictureId' }).createIndex('by-case', 'caseId');
  database.createObjectStore('words', { keyPath: 'pictureId' });
  database.createObjectStore('settings', { keyPath: 'key' });
};
