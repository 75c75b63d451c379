import { cleanup, render, within } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { afterEach, vi } from 'vitest';
import { Surface } from '../../../components/controls/surface.tsx';
import type { Language } from '../../../utils/text/text.ts';

// Without the framework's globals the library does not clean up by itself.
afterEach(cleanup);

/** Renders what stands on its own, and finds things in it by what a person perceives. */
export function show(element: ReactElement) {
  const shown = render(element);
  return { ...shown, screen: within(shown.container) };
}

/** Renders a part of a view inside its surroundings. */
export function showPart(part: ReactNode, language: Language = 'zh-CN') {
  return show(<Surface language={language}>{part}</Surface>);
}

/** Bitmaps of a size, since the test's DOM decodes no pictures. */
export function stubBitmaps(width = 640, height = 480) {
  const close = vi.fn();
  const decode = vi.fn(async (_blob: Blob) => ({ width, height, close }));
  vi.stubGlobal('createImageBitmap', decode);
  return { decode, close };
}
