import { openDatabase } from '../../utils/cases/database.ts';
import { rebuildShards } from '../../utils/cases/fingerprint-shards.ts';
import { HistoryFingerprints } from '../../utils/engine/history-fingerprints.ts';
import { PictureShelf } from '../../utils/engine/picture-shelf.ts';
import { seededRandom } from './seeded-random.ts';

const BATCH = 10_000;
const ROUNDS = 7;

/** Fills a history with made-up fingerprints, once; measures its start and a search. Runs in a worker of a real browser. */
self.addEventListener('message', async ({ data }: MessageEvent<{ count: number; words: number; step: string }>) => {
  const database = await openDatabase('bench-history');
  const random = seededRandom(1);
  const started = performance.now();
  if (data.step === 'fill') {
    const hex = (): string =>
      Math.floor(random() * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    for (let from = 0; from < data.count; from += BATCH) {
      const transaction = database.transaction('fingerprints', 'readwrite', { durability: 'relaxed' });
      for (let number = from; number < from + BATCH; number++)
        void transaction.store.put({
          pictureId: `pinduoduo:26${number}#e0`,
          caseId: `pinduoduo:26${number}`,
          orderId: `261121-${number}`,
          platform: 'pinduoduo',
          buyerKey: null,
          name: 'evidence.jpg',
          capturedAt: '2026-11-21T10:00:00Z',
          pdq: Array.from({ length: 8 }, hex).join(''),
          quality: 100,
        });
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
  else {
    const history = await HistoryFingerprints.read(database);
    const startMs = performance.now() - started;
    const earlier = history.without('none', new PictureShelf());
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const hash = (): Uint32Array => Uint32Array.from({ length: 8 }, () => random() * 2 ** 32);
      const searched = Array.from({ length: 8 }, hash);
      const before = performance.now();
      await earlier.near(searched, 50);
      times.push(performance.now() - before);
    }
    const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } };
    self.postMessage({
      startMs,
      searchMs: times.sort((a, b) => a - b)[ROUNDS >> 1],
      heapBytes: memory?.usedJSHeapSize,
    });
    return;
  }
  self.postMessage({ elapsedMs: performance.now() - started });
});
