// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { visitClaimPage } from '../../../entrypoints/content/visit-claim-page.ts';
import { taughtPlatform } from '../../../utils/claims/taught/taught-platform.ts';
import { ERP_ORIGIN, showPage, teach } from '../../fixtures/taught-page.ts';

// The test's browser opens no closed roots.
vi.mock('../../../entrypoints/content/shadow-root-of.ts', () => ({
  shadowRootOf: (element: Element) => element.shadowRoot,
}));

const SLOWEST_PAGE_MS = 16_000;

afterEach(() => {
  vi.useRealTimers();
});

it('says of a taught page without the taught places that they are gone, once a slow page would have shown them', async () => {
  showPage('erp-claim-a.html');
  const rule = teach({ evidence: '.css-grid img', orderId: '.css-row1 span' }, '/aftersale/*');
  showPage('<h1>新版工单</h1><p>流水 A1</p>');
  window.location.href = `${ERP_ORIGIN}/aftersale/880012`;
  vi.useFakeTimers();
  const said: string[] = [];
  const life = new AbortController();
  const ask = visitClaimPage(
    { platform: taughtPlatform(rule), rule },
    {
      rules: [rule],
      say: (words) => said.push(words),
      takeOver: () => undefined,
      lastTextBox: () => null,
      signal: life.signal,
    },
  );
  ask('preview');
  await vi.advanceTimersByTimeAsync(SLOWEST_PAGE_MS);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/not where they were|找不到教过的/);
  life.abort();
});
