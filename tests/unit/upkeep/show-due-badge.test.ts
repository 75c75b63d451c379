import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { type CaseDatabase, openDatabase } from '../../../utils/cases/database.ts';
import { storeClaim } from '../../../utils/cases/store-claim.ts';
import { showDueBadge } from '../../../utils/upkeep/show-due-badge.ts';
import { claimWith } from '../../fixtures/claim.ts';

const NOW_MS = Date.UTC(2026, 10, 21);
const action = { setBadgeText: vi.fn(), setBadgeBackgroundColor: vi.fn(), setTitle: vi.fn() };
let database: CaseDatabase;
let count = 0;

beforeEach(async () => {
  vi.clearAllMocks();
  Object.assign(browser.action, action);
  await browser.storage.local.set({ language: 'zh-CN' });
  database = await openDatabase(`due-badge-${count++}`);
});

describe('the badge', () => {
  it('counts the claims that are due, and says in words what it counts', async () => {
    for (const [claimId, deadline] of [
      ['1', '2026-11-21T05:00:00Z'],
      ['2', '2026-11-21T23:00:00Z'],
      ['3', '2026-11-25T00:00:00Z'],
    ] as const)
      await storeClaim(database, claimWith({ claimId, deadline }), [], '2026-11-20T00:00:00Z');
    await showDueBadge(database, NOW_MS);
    expect(action.setBadgeText).toHaveBeenCalledWith({ text: '2' });
    expect(action.setTitle).toHaveBeenCalledWith({ title: '退款验图：2 笔售后要在 24 小时内处理' });
  });

  it('is empty when nothing is due', async () => {
    await showDueBadge(database, NOW_MS);
    expect(action.setBadgeText).toHaveBeenCalledWith({ text: '' });
    expect(action.setTitle).toHaveBeenCalledWith({ title: '退款验图' });
  });
});
