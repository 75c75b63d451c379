import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { capturePage } from '../../../../utils/engine/capture/capture-page.ts';
import { writeSettings } from '../../../../utils/settings/settings.ts';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';
const PAGE = 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=1';
const NOW = '2026-11-21T00:00:00.000Z';
const capture = () => capturePage(7, () => NOW);

beforeEach(async () => {
  fakeBrowser.reset();
  // The fake storage answers null for what was never set, where a browser leaves it out.
  await writeSettings({ takesPageScreenshots: true });
  vi.spyOn(browser.tabs, 'get').mockResolvedValue({ active: true, windowId: 3, url: PAGE } as never);
});
afterEach(() => vi.restoreAllMocks());

const answering = (answer: () => Promise<string>) =>
  Object.assign(browser.tabs, { captureVisibleTab: vi.fn(answer) }).captureVisibleTab;

describe('a screenshot of the page', () => {
  it('has the address, the time and the hash of its bytes', async () => {
    const asked = answering(async () => PNG);
    const bytes = Buffer.from('iVBORw0KGgo=', 'base64');
    expect(await capture()).toMatchObject({
      shot: {
        url: PAGE,
        takenAt: NOW,
        sizeBytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    });
    expect(asked).toHaveBeenCalledWith(3, { format: 'png' });
  });

  it('is not taken of another tab, nor kept when the tab changed meanwhile', async () => {
    const asked = answering(async () => PNG);
    vi.mocked(browser.tabs.get).mockResolvedValueOnce({ active: false, windowId: 3, url: PAGE } as never);
    expect(await capture()).toEqual({ problem: { reason: 'screenshot-not-visible' } });
    expect(asked).not.toHaveBeenCalled();
    vi.mocked(browser.tabs.get).mockResolvedValueOnce({ active: true, windowId: 3, url: PAGE } as never);
    vi.mocked(browser.tabs.get).mockResolvedValueOnce({ active: false, windowId: 3, url: PAGE } as never);
    expect(await capture()).toEqual({ problem: { reason: 'screenshot-not-visible' } });
  });

  it.each([
    ["Either the '<all_urls>' or 'activeTab' permission is required.", 'screenshot-not-permitted'],
    ['Missing activeTab permission', 'screenshot-not-permitted'],
    ['Failed to capture tab: image readback failed', 'screenshot-failed'],
  ])('that the browser refuses with “%s” is %s', async (detail, reason) => {
    answering(() => Promise.reject(new Error(detail)));
    expect(await capture()).toMatchObject({ problem: { reason } });
  });

  it('is not asked for when it is switched off', async () => {
    const asked = answering(async () => PNG);
    await writeSettings({ takesPageScreenshots: false });
    expect(await capture()).toEqual({ problem: { reason: 'screenshot-off' } });
    expect(asked).not.toHaveBeenCalled();
  });
});
