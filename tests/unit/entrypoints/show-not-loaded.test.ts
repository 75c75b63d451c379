// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { showNotLoaded } from '../../../entrypoints/history/show-not-loaded.ts';

it('says in both languages what to do, that nothing is lost, and keeps the cause for a report', () => {
  const onError = vi.spyOn(console, 'error').mockReturnValue();
  document.body.innerHTML = '<div id="root">half of it</div>';
  const cause = new TypeError('Failed to fetch dynamically imported module');
  showNotLoaded(document.querySelector('#root') as HTMLElement, cause);
  const lines = [...document.querySelectorAll('[role="alert"] p')].map((line) => [
    line.getAttribute('lang'),
    line.textContent,
  ]);
  expect(lines).toEqual([
    ['zh-CN', expect.stringMatching(/已存的记录都在.*刷新/)],
    ['en', expect.stringMatching(/stored is all there.*Reload/)],
  ]);
  expect(document.body.textContent).not.toContain('half of it');
  expect(onError).toHaveBeenCalledWith(expect.any(String), cause);
});
