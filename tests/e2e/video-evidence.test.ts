import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePictures } from '../demo/make-pictures.mjs';
import { type DemoSession, startDemoSession } from './demo-session.ts';
import { recordVideo } from './record-video.mjs';

let session: DemoSession;
let history: Page;
let video: Buffer;
let pictures: string;

beforeAll(async () => {
  session = await startDemoSession();
  pictures = await makePictures();
  history = await session.openOwnPage('/history.html#new');
  const shown = ['cracked.jpg', 'packing.jpg'].map((name) => readFile(join(pictures, name)));
  video = await recordVideo(history, await Promise.all(shown), 3);
});

afterAll(() => session.close());

const frames = () => history.locator('.contact-frame');

async function check(name: string, buffer: Buffer): Promise<void> {
  await history.getByRole('tab', { name: '新建检查' }).click();
  await history.locator('[data-picker="evidence"]').setInputFiles({ name, mimeType: 'video/webm', buffer });
  await history.locator('[data-picker="listing"]').setInputFiles(join(pictures, 'listing-main.jpg'));
  await history.locator('.file-well[data-role="listing"] li').waitFor();
  await history.getByRole('button', { name: '开始检查' }).click();
  await history.locator('.case-detail[data-status="done"]').waitFor({ timeout: 120_000 });
}

describe('a video', () => {
  it('is checked by one frame of each view, with its time', async () => {
    await check('claim.webm', video);
    expect(await frames().count()).toBe(2);
    const times = await frames().allInnerTexts();
    expect(times[0]).toMatch(/00:0[0-2]\.\d/);
    expect(times[1]).toMatch(/00:0[3-6]\.\d/);
  });

  it('shows in full the frame that is the listing picture with a crack, and the other on request', async () => {
    const cards = history.locator('.frame-cards .picture-card');
    expect(await cards.count()).toBe(1);
    expect(await cards.first().innerText()).toMatch(/视频 00:0[0-2]\.\d 处[\s\S]*与商品图是同一张照片/);
    await frames().nth(1).click();
    expect(await cards.nth(1).innerText()).toContain('这是视频里的一帧');
  });

  it('keeps its line when it is cut off, and the case comes to its end', async () => {
    await check('cut.webm', video.subarray(0, 600));
    expect(await history.locator('.picture-card .problem-line').innerText()).toMatch(/没有看画面|没有画面/);
    expect(await frames().count()).toBe(0);
  });

  it('wrote no error to any console', () => {
    expect(session.errors).toEqual([]);
  });
});
