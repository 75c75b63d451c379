// @vitest-environment happy-dom
import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { usePlatformAccess } from '../../../utils/settings/platform-access.ts';

afterEach(() => vi.restoreAllMocks());

it('keeps what the browser answered, until access is given back', async () => {
  const event = { addListener: () => undefined, removeListener: () => undefined };
  const request = vi.fn(async () => false);
  vi.spyOn(browser, 'permissions', 'get').mockReturnValue({
    contains: async () => false,
    remove: async () => true,
    request,
    onAdded: event,
    onRemoved: event,
  } as never);
  const { result } = renderHook(() => usePlatformAccess());
  act(() => result.current.onEnable('pinduoduo'));
  await waitFor(() => expect(result.current.answer).toEqual({ platform: 'pinduoduo', isGranted: false }));
  request.mockResolvedValue(true);
  act(() => result.current.onEnable('pinduoduo'));
  await waitFor(() => expect(result.current.answer).toEqual({ platform: 'pinduoduo', isGranted: true }));
  act(() => result.current.onDisable('pinduoduo'));
  expect(result.current.answer).toBeNull();
});
