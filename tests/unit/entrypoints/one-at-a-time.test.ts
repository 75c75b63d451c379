import { expect, it } from 'vitest';
import { oneAtATime } from '../../../entrypoints/content/one-at-a-time.ts';

it('runs once more for all that was asked for meanwhile, and never twice at once', async () => {
  const ends: (() => void)[] = [];
  const read = oneAtATime(() => new Promise((resolve) => ends.push(resolve)));
  const all = Promise.all([read(), read(), read()]);
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await all;
  expect(ends).toHaveLength(2);
  void read();
  expect(ends).toHaveLength(3);
});

it('can be asked again after it has failed', async () => {
  let count = 0;
  const read = oneAtATime(async () => {
    count++;
    if (count === 1) throw new Error('gone');
  });
  await expect(read()).rejects.toThrow('gone');
  await read();
  expect(count).toBe(2);
});
