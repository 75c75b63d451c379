import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { showVerdictBadge } from '../../../utils/upkeep/show-verdict-badge.ts';
import { mixedCase } from '../../fixtures/case-view.ts';

const action = {
  setBadgeText: vi.fn(),
  setBadgeBackgroundColor: vi.fn(),
  setTitle: vi.fn(),
  getTitle: vi.fn(async () => '退款验图'),
};

beforeEach(async () => {
  vi.clearAllMocks();
  Object.assign(browser.action, action);
  await browser.storage.local.set({ language: 'zh-CN' });
});

it('writes the verdict over the tab that shows the case, in gray whatever it is', async () => {
  const colours = new Set<unknown>();
  for (const [verdict, word] of [
    ['proof', '铁证'],
    ['none', '未发现'],
    ['cannot-judge', '无法判断'],
  ] as const) {
    await showVerdictBadge(7, { ...mixedCase(), status: 'done', verdict });
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 7, text: word });
    expect(action.setTitle.mock.lastCall?.[0].title).toContain(word);
    colours.add(action.setBadgeBackgroundColor.mock.lastCall?.[0].color);
  }
  expect(colours.size).toBe(1);
});

it('says nothing of a case that is not done', async () => {
  for (const view of [null, { ...mixedCase(), status: 'running' as const }]) {
    await showVerdictBadge(7, view);
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 7, text: null });
    expect(action.setTitle).toHaveBeenLastCalledWith({ tabId: 7, title: '退款验图' });
  }
});
