import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoSession, startDemoSession } from './demo-session.ts';

let session: DemoSession;
let history: Page;

beforeAll(async () => {
  session = await startDemoSession();
  await session.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  history = await session.openOwnPage('/history.html');
});

afterAll(() => session.close());

describe('the first steps, gone through with the demo', () => {
  it('lead to the demo in one click, which is checked as any claim is', async () => {
    await history.getByRole('button', { name: '用这两张图走一遍' }).click();
    await history.locator('.case-detail[data-status="done"]').waitFor({ timeout: 90_000 });
    expect(await history.locator('.case-detail').innerText()).toContain('与商品图是同一张照片，有一处不同');
    const verdict = () => history.locator('[data-picture-index="0"]').getAttribute('data-verdict');
    expect(['strong', 'clue']).toContain(await verdict());
  });

  it('end with a text in the clipboard that says what was seen', async () => {
    await history.getByRole('button', { name: '复制回复' }).click();
    await expect
      .poll(() => history.evaluate(() => navigator.clipboard.readText()))
      .toContain('疑似同一张照片，图中标出的位置有差异');
  });

  it('have one demo, however often they are asked for it', async () => {
    await history.getByRole('button', { name: '返回列表' }).click();
    await history.getByRole('row', { name: /演示/ }).waitFor();
    await history.getByRole('button', { name: '用这两张图走一遍' }).click();
    await history.locator('.case-detail[data-status="done"]').waitFor();
    await history.getByRole('button', { name: '返回列表' }).click();
    expect(await history.getByRole('row', { name: /演示/ }).count()).toBe(1);
  });

  it('wrote no error to any console', () => {
    expect(session.errors).toEqual([]);
  });
});
