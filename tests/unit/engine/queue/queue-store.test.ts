import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newQueue, withRow } from '../../../../utils/claims/claim-queue.ts';
import { changeQueue, readQueue, takeUpQueue } from '../../../../utils/engine/queue/queue-store.ts';

const CLAIMS = [1, 2, 3].map((number) => ({
  claimId: `c${number}`,
  orderId: `o${number}`,
  link: `https://shop/claim/${number}`,
}));

beforeEach(() => fakeBrowser.reset());

const start = () => changeQueue(async () => newQueue('shop', 'https://shop/list', CLAIMS, 0));
/** The browser is closed and opened again. */
const reopen = async () => {
  await fakeBrowser.storage.session.clear();
  await takeUpQueue();
};

test('a queue is there after the browser was closed, paused, its opened page to be opened again', async () => {
  await start();
  await changeQueue(async (queue) => {
    if (!queue?.rows[0] || !queue.rows[1]) throw new Error('The queue has no rows');
    const begun = withRow(queue, queue.rows[0], { state: 'done', caseId: 'shop:c1' }, 1);
    return { ...withRow(begun, queue.rows[1], { state: 'opening' }, 2), tabId: 7 };
  });
  await reopen();
  const queue = await readQueue();
  expect(queue).toMatchObject({ status: 'paused', isCutOff: true, tabId: null });
  expect(queue?.rows.map(({ state }) => state)).toEqual(['done', 'waiting', 'waiting']);
});

test('a queue that runs is not touched when the background begins again', async () => {
  await start();
  await takeUpQueue();
  expect(await readQueue()).toMatchObject({ status: 'running' });
});

test.each(['done', 'cancelled'] as const)('nothing of a queue that is %s stays on the disk', async (status) => {
  await start();
  await changeQueue(async (queue) => queue && { ...queue, status });
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  await reopen();
  expect(await readQueue()).toBeNull();
});
