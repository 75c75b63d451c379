// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Surface } from '../../../../components/controls/surface.tsx';
import { MoveHandle } from '../../../../components/panel/move-handle.tsx';
import { show } from '../render.tsx';

const shown = () => {
  const move = { by: vi.fn(), end: vi.fn(), reset: vi.fn() };
  const { screen } = show(
    <Surface language="zh-CN">
      <MoveHandle move={move} />
    </Surface>,
  );
  return { move, handle: screen.getByRole('button', { name: /移动面板/ }) };
};

it('moves by what the pointer moves, and only while it is held', () => {
  const { move, handle } = shown();
  fireEvent.pointerMove(handle, { clientX: 50, clientY: 50 });
  expect(move.by).not.toHaveBeenCalled();
  fireEvent.pointerDown(handle, { pointerId: 1, clientX: 100, clientY: 100 });
  fireEvent.pointerMove(handle, { clientX: 90, clientY: 130 });
  expect(move.by).toHaveBeenCalledWith(-10, 30);
  fireEvent.pointerUp(handle);
  expect(move.end).toHaveBeenCalledOnce();
  fireEvent.pointerMove(handle, { clientX: 0, clientY: 0 });
  expect(move.by).toHaveBeenCalledOnce();
});

it('moves by the arrow keys and goes back with Home', () => {
  const { move, handle } = shown();
  fireEvent.keyDown(handle, { key: 'ArrowLeft' });
  fireEvent.keyDown(handle, { key: 'ArrowDown', shiftKey: true });
  expect(move.by.mock.calls).toEqual([
    [-24, 0],
    [0, 4],
  ]);
  expect(move.end).toHaveBeenCalledTimes(2);
  fireEvent.keyDown(handle, { key: 'Home' });
  expect(move.reset).toHaveBeenCalledOnce();
});
