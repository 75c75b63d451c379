// @vitest-environment happy-dom
import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useNewCheck } from '../../../entrypoints/history/use-new-check.ts';
import { MAX_EVIDENCE_PICTURES } from '../../../utils/limits.ts';

const picture = (name: string, ...end: number[]) => new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...end])], name);

async function handOver(...batches: readonly (readonly File[])[]) {
  const { result } = renderHook(() => useNewCheck(vi.fn()));
  act(() => {
    for (const batch of batches) result.current.onAdd('evidence', batch);
  });
  await waitFor(() => expect(result.current.isBusy).toBe(false));
  return result;
}

it('keeps what it said of files while further ones come', async () => {
  const { current } = await handOver(
    [picture('a.jpg', 1), new File(['text'], '说明.txt')],
    [picture('b.jpg', 2), new File([], 'empty.jpg')],
  );
  expect(current.evidence.map(({ name }) => name)).toEqual(['a.jpg', 'b.jpg']);
  expect(current.refused.map(({ name }) => name)).toEqual(['说明.txt', 'empty.jpg']);
});

it('says anew what came of files that come later', async () => {
  const result = await handOver([new File(['text'], '说明.txt')]);
  act(() => {
    result.current.onAdd(
      'evidence',
      [picture('a.jpg', 1)],
      [{ name: 'gone.jpg', problem: { reason: 'unreadable-file' } }],
    );
  });
  await waitFor(() => expect(result.current.isBusy).toBe(false));
  expect(result.current.refused.map(({ name }) => name)).toEqual(['gone.jpg']);
});

it('holds the limit, and takes one file once, over batches that come at one moment', async () => {
  const many = (from: number) =>
    Array.from({ length: 30 }, (_, number) => picture(`${from + number}.jpg`, from + number));
  const { current } = await handOver(many(0), many(20));
  expect(current.evidence).toHaveLength(MAX_EVIDENCE_PICTURES);
  expect(current.refused.filter(({ problem }) => problem.reason === 'duplicate-file')).toHaveLength(10);
});
