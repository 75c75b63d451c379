import type { Migration } from './index.ts';

/** The seller's own pictures of a product, added by hand and used in every later claim of it. */
export const addProductPictures: Migration = (database) => {
  database
    .createObjectStore('productPictures', { keyPath: ['productKey', 'sha256'] })
    .createIndex('by-product', 'productKey');
};
