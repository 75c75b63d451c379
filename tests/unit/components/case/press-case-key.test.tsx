// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { pressCaseKey } from '../../../../components/case/press-case-key.ts';
import { showPart } from '../render.tsx';

const first = vi.fn();
const second = vi.fn();
const copy = vi.fn();

function showCase() {
  return showPart(
    // biome-ignore lint/a11y/noStaticElementInteractions: as the panel hears them
    <div data-case data-key-scope onKeyDown={pressCaseKey}>
      <ul>
        <li className="finding" tabIndex={-1} data-key-scope data-testid="first">
          <button type="button" aria-keyshortcuts="c" onClick={first}>
            one
          </button>
        </li>
        <li className="finding" tabIndex={-1} data-key-scope data-testid="second">
          <button type="button" aria-keyshortcuts="c" onClick={second}>
            two
          </button>
          <button type="button" aria-keyshortcuts="x" disabled onClick={second}>
            never
          </button>
        </li>
      </ul>
      <textarea aria-label="reply" />
      <button type="button" aria-keyshortcuts="r" onClick={copy}>
        copy
      </button>
    </div>,
  );
}

it('presses the control of the finding that has the focus, and one of the case where the finding has none', () => {
  const { screen } = showCase();
  fireEvent.keyDown(screen.getByText('two'), { key: 'c' });
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
  expect(document.activeElement).toBe(screen.getByText('two'));
  fireEvent.keyDown(screen.getByText('two'), { key: 'r' });
  expect(copy).toHaveBeenCalledOnce();
});

it('leaves letters to text, keys with modifiers to the browser, and controls that cannot be used alone', () => {
  const { screen } = showCase();
  copy.mockClear();
  second.mockClear();
  fireEvent.keyDown(screen.getByLabelText('reply'), { key: 'r' });
  fireEvent.keyDown(screen.getByText('two'), { key: 'r', ctrlKey: true });
  fireEvent.keyDown(screen.getByText('two'), { key: 'x' });
  expect(copy).not.toHaveBeenCalled();
  expect(second).not.toHaveBeenCalled();
});

it('walks from finding to finding and stays at the ends', () => {
  const { screen } = showCase();
  const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
  screen.getByText('copy').focus();
  press('j');
  expect(document.activeElement).toBe(screen.getByTestId('first'));
  press('j');
  press('j');
  expect(document.activeElement).toBe(screen.getByTestId('second'));
  press('k');
  expect(document.activeElement).toBe(screen.getByTestId('first'));
});
