import type { Migration } from './index.ts';

/** Photos and videos of packing that the seller attached to orders, by the order and by the time of arrival. */
export const addPackingFiles: Migration = (database) => {
  const packing = database.createObjectStore('packing', { keyPath: ['platform', 'orderId', 'sha256'] });
  packing.createIndex('by-order', 'orderId');
  packing.createIndex('by-arrival', 'image.receivedAt');
};
