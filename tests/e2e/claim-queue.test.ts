import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIMS, claimUrl, LIST_URL } from '../demo/claims.mjs';
import { type DemoSession, type PanelDriver, startDemoSession } from './demo-session.ts';
import { drivePanel } from './panel-driver.mjs';

let session: DemoSession;
let panel: PanelDriver;
let history: Page;

beforeAll(async () => {
  session = await startDemoSession();
  await session.page.goto(LIST_URL);
  panel = await drivePanel(session.page);
});

afterAll(() => session.close());

const row = (orderSn: string) => history.getByRole('row', { name: new RegExp(orderSn) });

describe('all claims of a list', () => {
  it('are listed at a click, each to be chosen, and nothing is opened yet', async () => {
    await session.page.getByText(CLAIMS.a.orderSn).first().waitFor();
    await panel.waitForPanel(({ buttons }) => buttons.includes('检查本页全部'));
    const pages = session.context.pages().length;
    await panel.clickInPanel('检查本页全部');
    const { text } = await panel.waitForPanel(({ buttons }) => buttons.some((name) => name.startsWith('开始逐单检查')));
    const count = Object.keys(CLAIMS).length;
    expect(text).toContain(`${count} 笔售后单`);
    for (const { orderSn } of Object.values(CLAIMS)) expect(text).toContain(orderSn);
    expect(text).toContain('检查的是详情页上买家的原图');
    expect(text).toContain('¥79.00');
    const start = `开始逐单检查（${count}）`;
    await panel.waitForPanel(({ buttons }) => buttons.includes(start));
    await panel.clickInPanel('全选', { role: 'checkbox' });
    await panel.waitForPanel(({ buttons }) => !buttons.some((name) => name.startsWith('开始逐单检查')));
    await panel.clickInPanel(new RegExp(CLAIMS.a.orderSn), { role: 'checkbox' });
    await panel.waitForPanel(({ buttons }) => buttons.includes('开始逐单检查（1）'));
    await panel.clickInPanel('全选', { role: 'checkbox' });
    await panel.waitForPanel(({ buttons }) => buttons.includes(start));
    expect(session.context.pages()).toHaveLength(pages);
  });

  it('are added as they come into view, and what was chosen stays', async () => {
    const count = Object.keys(CLAIMS).length;
    await panel.clickInPanel(new RegExp(CLAIMS.a.orderSn), { role: 'checkbox' });
    // A list that draws only the rows in view puts another claim into an element that showed one.
    const redraw = (from: string, to: string) =>
      session.page.evaluate(
        ([from, to]) => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const node = texts.currentNode as Text;
            if (node.data.includes(from as string)) node.data = node.data.replace(from as string, to as string);
          }
        },
        [from, to],
      );
    for (const field of ['orderSn', 'id'] as const)
      await redraw(String(CLAIMS.b[field]), String(CLAIMS.b[field]).replace(/\d{3}$/, '777'));
    const { text } = await panel.waitForPanel((state) => state.text.includes(`读到 ${count + 1} 笔售后单`));
    expect(text).toContain(CLAIMS.b.orderSn);
    // The one that was taken out stays out, and the new one is in.
    await panel.waitForPanel(({ buttons }) => buttons.includes(`开始逐单检查（${count}）`));
    await session.page.reload();
    await panel.waitForPanel(({ buttons }) => buttons.includes('检查本页全部'));
    await panel.clickInPanel('检查本页全部');
    await panel.waitForPanel(({ buttons }) => buttons.includes(`开始逐单检查（${count}）`));
  });

  it('are opened one at a time in the background, and closed again', async () => {
    const openAtOnce: number[] = [];
    session.context.on('page', () => {
      openAtOnce.push(session.context.pages().filter((page) => page.url().includes('/detail')).length);
    });
    const opening = session.context.waitForEvent('page', (page) => page.url().includes('history.html'));
    await panel.clickInPanel(/开始逐单检查/);
    history = await opening;
    await row(CLAIMS.a.orderSn).getByText('完成').waitFor({ timeout: 150_000 });
    expect(Math.max(...openAtOnce)).toBeLessThanOrEqual(1);
  });

  it('can be paused, and go on', async () => {
    await history.getByRole('button', { name: '暂停' }).click();
    await history.getByText('已暂停').waitFor();
    await history.getByRole('button', { name: '继续' }).click();
    await history.getByText('正在逐单检查').waitFor();
  });

  it('come to an end each, with verdicts where they were checked', async () => {
    await history.locator('.queue-view[data-status="done"]').waitFor({ timeout: 170_000 });
    for (const { orderSn } of Object.values(CLAIMS)) await row(orderSn).getByText('完成').waitFor();
    expect(await row(CLAIMS.a.orderSn).innerText()).toMatch(/强证据/);
    expect(await row(CLAIMS.b.orderSn).innerText()).toMatch(/未发现|备注/);
    expect(session.context.pages().filter((page) => page.url() === claimUrl(CLAIMS.a))).toEqual([]);
  });

  it('are marked on the list when they have a result, and one of them leads to its case', async () => {
    await row(CLAIMS.a.orderSn).getByRole('button').click();
    await history.locator('article[data-status="done"]').waitFor();
    // The second click: the reply is on the clipboard.
    await session.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await history.getByRole('button', { name: '复制回复' }).click();
    await expect.poll(() => history.evaluate(() => navigator.clipboard.readText())).toContain(CLAIMS.a.orderSn);
    await session.page.bringToFront();
    await panel.clickInPanel('检查本页全部');
    const { text, buttons } = await panel.waitForPanel((state) => state.text.includes('已有结果'));
    expect(text.match(/已有结果/g)).toHaveLength(Object.keys(CLAIMS).length);
    expect(buttons.some((name) => name.startsWith('开始逐单检查'))).toBe(false);
  });

  it('wrote no error to any console', () => {
    expect(session.errors).toEqual([]);
  });
});
