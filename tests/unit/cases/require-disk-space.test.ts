import { expect, it } from 'vitest';
import { historyProblemOf } from '../../../utils/cases/history-problem.ts';
import { requireDiskSpace } from '../../../utils/cases/require-disk-space.ts';
import { MIN_FREE_DISK_BYTES } from '../../../utils/limits.ts';

const storageWith = (quota?: number, usage?: number) => ({
  estimate: async () => ({ quota, usage }) as StorageEstimate,
});

it('refuses where too little is left, in words that are known again without the error’s name', async () => {
  const refusal = requireDiskSpace(storageWith(MIN_FREE_DISK_BYTES + 999, 1000));
  await expect(refusal).rejects.toThrow(/No room on the disk/);
  const message = await refusal.catch((error: Error) => error.message);
  expect(historyProblemOf(new Error(message as string))).toEqual({ reason: 'disk' });
});

it.each([
  [MIN_FREE_DISK_BYTES + 1000, 1000],
  [undefined, undefined],
])('lets begin where enough is left, or the browser does not say', async (quota, usage) => {
  await expect(requireDiskSpace(storageWith(quota, usage))).resolves.toBeUndefined();
});
