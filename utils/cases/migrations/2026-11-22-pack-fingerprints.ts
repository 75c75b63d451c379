import type { Migration } from './index.ts';

/** Fingerprints in shards that a start reads in one go, and the damages found on listing pictures. */
export const packFingerprints: Migration = (database, transaction) => {
  database.createObjectStore('shards', { keyPath: 'shard' });
  database.createObjectStore('shardPictures', { keyPath: 'shard' });
  database.createObjectStore('unpacked', { keyPath: 'pictureId' });
  transaction.objectStore('words').createIndex('by-keep', 'keptAt');
  database.createObjectStore('damages', { keyPath: ['pictureId', 'place'] }).createIndex('by-keep', 'keptAt');
  database.createObjectStore('damagePatches', { keyPath: ['pictureId', 'place'] });
};
