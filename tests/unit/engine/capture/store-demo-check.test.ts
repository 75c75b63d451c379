import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { openDatabase } from '../../../../utils/cases/database.ts';
import { readCaseView } from '../../../../utils/cases/read-case-view.ts';
import { storeDemoCheck } from '../../../../utils/engine/capture/store-demo-check.ts';

const HOW = { title: '演示', now: new Date('2026-11-30T10:00:00Z') };
const read = () =>
  Promise.resolve({ listing: new File(['a'], 'listing.webp'), altered: new File(['b'], 'altered.webp') });

it('stores the two pictures as a check without an order, under the name that it is given', async () => {
  const database = await openDatabase('store-demo-check-1');
  const view = await readCaseView(database, await storeDemoCheck(database, read, HOW));
  expect(view?.claim).toMatchObject({ platform: 'manual', orderId: '', product: { title: '演示' } });
  expect(view?.pictures.map(({ name }) => name)).toEqual(['altered.webp']);
  expect(view?.listing.map(({ name }) => name)).toEqual(['listing.webp']);
});

it('leaves the demo that is there as it is', async () => {
  const database = await openDatabase('store-demo-check-2');
  const first = await storeDemoCheck(database, read, HOW);
  const again = vi.fn(read);
  expect(await storeDemoCheck(database, again, HOW)).toBe(first);
  expect(again).not.toHaveBeenCalled();
  expect(await database.count('pictures')).toBe(2);
});
