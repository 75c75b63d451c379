import { openDatabase } from '../../../utils/cases/database.ts';
import { readShards, rebuildShards, SHARD_SIZE } from '../../../utils/cases/fingerprint-shards.ts';
import { HistoryFingerprints } from '../../../utils/engine/history-fingerprints.ts';
import { PictureShelf } from '../../../utils/engine/worker/picture-shelf.ts';
import { FingerprintIndex } from '../../../utils/image/fingerprint-index.ts';
import { pdqOf, pdqToHex } from '../../../utils/image/pdq.ts';
import { seededRandom } from '../seeded-random.ts';
import { timesOf } from './times-of.ts';

const ROUNDS = 102;

/** Fills a history with made-up fingerprints, once; measures its start and a search. Runs in a worker of a real browser. */
self.addEventListener('message', async ({ data }: MessageEvent<{ count: number; words: number; step: string }>) => {
  const database = await openDatabase('bench-history');
  const random = seededRandom(1);
  const started = performance.now();
  if (data.step === 'fill') {
    for (let shard = 0; shard * SHARD_SIZE < data.count; shard++) {
      const stores = ['fingerprints', 'shards', 'shardPictures'] as const;
      const transaction = database.transaction(stores, 'readwrite', { durability: 'relaxed' });
      const hashes = Uint32Array.from({ length: SHARD_SIZE * 8 }, () => random() * 2 ** 32);
      const pictureIds: string[] = [];
      for (let place = 0; place < SHARD_SIZE; place++) {
        const slot = shard * SHARD_SIZE + place;
        const pictureId = `pinduoduo:26${slot}#e0`;
        pictureIds.push(pictureId);
        void transaction.objectStore('fingerprints').put({
          pictureId,
          caseId: `pinduoduo:26${slot}`,
          orderId: `261121-${slot}`,
          platform: 'pinduoduo',
          buyerKey: null,
          name: 'evidence.jpg',
          capturedAt: '2026-11-21T10:00:00Z',
          pdq: pdqToHex(hashes.subarray(place * 8, place * 8 + 8)),
          quality: 100,
          slot,
        });
      }
      void transaction.objectStore('shards').put({ shard, hashes, live: SHARD_SIZE });
      void transaction.objectStore('shardPictures').put({ shard, pictureIds });
      await transaction.done;
    }
    const transaction = database.transaction('words', 'readwrite');
    for (let number = 0; number < data.words; number++)
      void transaction.store.put({
        pictureId: `pinduoduo:26${number}#e0`,
        words: Uint32Array.from({ length: 570 }, () => random() * 2 ** 30),
        keptAt: '2026-11-21T10:00:00Z',
      });
    await transaction.done;
  } else if (data.step === 'rebuild') await rebuildShards(database);
  else if (data.step === 'parts') {
    const elapsedMs = async (work: () => Promise<unknown>): Promise<number> => {
      const before = performance.now();
      await work();
      return performance.now() - before;
    };
    const index = new FingerprintIndex();
    let buildMs = 0;
    let longestSliceMs = 0;
    const shardsMs = await elapsedMs(() =>
      readShards(database, (shards) => {
        const before = performance.now();
        for (const { hashes } of shards) index.append(hashes);
        const sliceMs = performance.now() - before;
        buildMs += sliceMs;
        longestSliceMs = Math.max(longestSliceMs, sliceMs);
      }),
    );
    const countMs = await elapsedMs(() => database.count('fingerprints'));
    const wordsMs = await elapsedMs(() => database.getAll('words'));
    self.postMessage({ shardsMs, buildMs, longestSliceMs, countMs, wordsMs, sizeBytes: index.sizeBytes });
    return;
  } else {
    const history = await HistoryFingerprints.read(database);
    const startMs = performance.now() - started;
    const earlier = history.without('none', new PictureShelf());
    const times: number[] = [];
    let firstSearchMs = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const wave = 3 + round;
      const rgba = Uint8ClampedArray.from({ length: 128 * 128 * 4 }, (_, at) => {
        const [x, y] = [(at >> 2) % 128, at >> 9];
        return 128 + 60 * Math.sin((x * wave) / 40 + y / 17) + 50 * Math.cos((y * wave) / 31 - x / 23) + 12 * random();
      });
      const { orientations } = pdqOf({ width: 128, height: 128, rgba, sourceWidth: 128, sourceHeight: 128 });
      const before = performance.now();
      await earlier.near(orientations, 50);
      // The first waits until the shards were counted.
      if (round === 0) firstSearchMs = performance.now() - started;
      else times.push(performance.now() - before);
    }
    self.postMessage({
      startMs,
      firstSearchMs,
      search: timesOf(times),
    });
    return;
  }
  self.postMessage({ elapsedMs: performance.now() - started });
});
