import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAIMS } from '../demo/claims.mjs';
import { makePictures } from '../demo/make-pictures.mjs';
import { analyse, type DemoSession, startDemoSession } from './demo-session.ts';
import { recordVideo } from './record-video.mjs';

/** Before the demo's claims were dispatched. */
const PACKED_AT = new Date('2026-11-11T10:00:00+08:00');
let session: DemoSession;
let history: Page;
let pictures: string;
let photo: Buffer;

beforeAll(async () => {
  session = await startDemoSession();
  pictures = await makePictures();
  photo = await readFile(join(pictures, 'listing-main.jpg'));
  history = await session.openOwnPage('/history.html#packing');
  await history.clock.setFixedTime(PACKED_AT);
});

afterAll(() => session.close());

const add = (files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
  history.locator('[data-picker="packing"]').setInputFiles(files);
const findings = (kind: string) => history.locator(`.finding[data-kind="${kind}"]`);
const openCase = (id: string) => history.goto(history.url().replace(/#.*|$/, `#case=pinduoduo%3A${id}`));

describe('packing records, as a seller keeps them', () => {
  it('wait for the order number', async () => {
    await history
      .getByRole('button', { name: '知道了' })
      .click({ timeout: 2_000 })
      .catch(() => undefined);
    await history.getByText('先填订单编号').waitFor();
    expect(await history.getByRole('button', { name: '选择照片或视频' }).isDisabled()).toBe(true);
  });

  it('are stored with their time and hash the moment they are handed over, video and photo', async () => {
    const video = await recordVideo(history, [photo], 2);
    await history.getByLabel('订单编号', { exact: true }).fill(` ${CLAIMS.a.orderSn} `);
    await history.getByLabel('平台').selectOption('pinduoduo');
    await add([
      { name: '打包.jpg', mimeType: 'image/jpeg', buffer: photo },
      { name: '打包.webm', mimeType: 'video/webm', buffer: video },
      { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('文字') },
    ]);
    await history.getByText('新存入 2 个文件').waitFor();
    const listed = await history.getByRole('region', { name: CLAIMS.a.orderSn }).innerText();
    for (const bytes of [photo, video]) expect(listed).toContain(createHash('sha256').update(bytes).digest('hex'));
    expect(listed).toMatch(/2026\/11\/11 \d\d:00 存入/);
    expect(await history.getByRole('alert').innerText()).toContain('说明.txt');
  });

  it('are found by the beginning of an order number', async () => {
    await history.getByLabel('按订单编号查找').fill(CLAIMS.a.orderSn.slice(0, 8));
    await history.getByRole('region', { name: CLAIMS.a.orderSn }).waitFor();
    await history.getByLabel('按订单编号查找').fill('999');
    await history.getByText('没有这个订单编号的打包记录').waitFor();
  });

  it('are compared with the buyer’s picture of that order, and the reply says when they were stored', async () => {
    const panel = await session.openClaim('a');
    const { text } = await analyse(panel);
    expect(text).toContain('与打包照片是同一张照片，有一处不同');
    await panel.clickInPanel('复制回复');
    await panel.waitForPanel((state) => state.text.includes('已复制'));
    const copied = await session.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/我店打包照片 \d（打包[\s\S]*早于发货时间/);
  });

  it('say nothing against a buyer when the seller stores the buyer’s own picture after the claim', async () => {
    await analyse(await session.openClaim('b'));
    await history.clock.setFixedTime(new Date());
    await openCase(CLAIMS.b.id);
    await history.locator('.case-detail[data-status="done"]').waitFor();
    await history.getByText('这笔订单的打包记录（0）').click();
    await add(join(pictures, 'genuine-front.jpg'));
    await findings('packing-resent').first().waitFor({ timeout: 90_000 });
    await history.locator('.case-detail[data-status="done"]').waitFor({ timeout: 90_000 });
    expect(await findings('packing-resent').first().innerText()).toContain('售后申请之后才存档');
    const verdicts = await history
      .locator('[data-picture-index]')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-verdict')));
    for (const verdict of verdicts) expect(['none', 'note']).toContain(verdict);
  });

  it('are deleted one by one after a question, which is logged', async () => {
    await history.getByRole('button', { name: '返回列表' }).click();
    await history.getByRole('tab', { name: '打包记录', exact: true }).click();
    await history.getByLabel('按订单编号查找').fill(CLAIMS.b.orderSn);
    const order = history.getByRole('region', { name: CLAIMS.b.orderSn });
    await order.getByRole('button', { name: '删除' }).click();
    await history.getByRole('button', { name: '确认删除' }).click();
    await order.waitFor({ state: 'detached' });
    await history.getByRole('tab', { name: '数据与隐私' }).click();
    await history.getByText('删除了一份打包记录').waitFor();
  });

  it('wrote no error to any console', () => {
    expect(session.errors).toEqual([]);
  });
});
