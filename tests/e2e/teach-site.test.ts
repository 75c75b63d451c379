import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { launchWithExtension } from '../../scripts/launch-browser.mjs';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.mjs';
import { claimAddress, erpPicture, serveErp } from './erp-site.ts';
import { drivePanel } from './panel-driver.mjs';

type Overlay = Awaited<ReturnType<typeof drivePanel>>;

let server: Awaited<ReturnType<typeof serveErp>>;
let browser: Awaited<ReturnType<typeof launchWithExtension>>;
let page: Page;
let history: Page;

beforeAll(async () => {
  server = await serveErp();
  browser = await launchWithExtension({
    executablePath: ensureBrowser(),
    extensionDir: ensureGrantedBuild(),
    hostPort: server.port,
    headless: true,
  });
  history = await browser.context.newPage();
  await history.goto(`chrome-extension://${browser.extensionId}/history.html#settings`);
  page = await browser.context.newPage();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Opens a claim anew and puts the overlay on it, as the toolbar's button does. */
async function openOverlay(id: number): Promise<Overlay> {
  await page.goto('about:blank');
  await page.goto(claimAddress(id));
  await page.getByText('仓库拍照').waitFor();
  await history.evaluate(async () => {
    const { tabs, scripting } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    const tab = (await tabs.query({ active: true })).find(({ url }) => url?.startsWith('https://erp.'));
    await scripting.executeScript({ target: { tabId: tab?.id as number }, files: ['/teach.js' as '/panel.js'] });
  });
  const overlay = await drivePanel(page, 'teach');
  await until(overlay, '点一下买家上传的任意一张凭证图片');
  return overlay;
}

function until(overlay: Overlay, words: string) {
  return overlay.waitForPanel(({ text }) => text.includes(words));
}

/** What the page heard of, besides what was meant for our own elements. */
async function heardByPage(): Promise<string[]> {
  const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  return heard.filter((line) => !line.includes('REFUND-LENS'));
}

/** Walks with the right arrow until a text is under the cursor, and takes it. */
async function takeByKeyboard(overlay: Overlay, prompt: string, words: string, widen = 0): Promise<void> {
  await until(overlay, prompt);
  await page.keyboard.press('Home');
  for (let step = 0; !(await overlay.panelText())?.includes(`这里写着：${words}`); step++) {
    if (step > 40) throw new Error(`${words} was not reached: ${await overlay.panelText()}`);
    await page.keyboard.press('ArrowRight');
    await delay(30);
  }
  for (let step = 0; step < widen; step++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
}

it('teaches an unknown site with the keyboard alone, without a word of it to the page', async () => {
  const overlay = await openOverlay(88001);
  await until(overlay, '这里有 3 张图片');
  await page.keyboard.press('Enter');
  await until(overlay, '读到 3 张图片');
  await page.keyboard.press('Enter');
  await takeByKeyboard(overlay, '点一下订单编号', 'TB4411902837465512');
  await takeByKeyboard(overlay, '点一下售后编号', 'SH20261118-000417');
  await takeByKeyboard(overlay, '点一下退款金额', '128', 1);
  await takeByKeyboard(overlay, '点一下买家的昵称', '小鹿');
  await takeByKeyboard(overlay, '点一下申请原因', '收到杯子有裂纹');
  await until(overlay, '点一下页面上你店里的商品图');
  for (const key of ['Tab', 'Enter']) await page.keyboard.press(key);
  const preview = await until(overlay, '以后会这样读');
  expect(preview.text).toContain('¥128.50');
  await page.keyboard.press('Enter');
  await until(overlay, '记住了');
  expect(await heardByPage()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => overlay.readPanel()).toBeNull();
});

it('then reads another claim of that site completely, and analyses it', async () => {
  await page.goto('about:blank');
  await page.goto(claimAddress(88002));
  const panel = await drivePanel(page);
  await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
  await panel.pointInPanel('分析');
  const card = await panel.waitForPanel(({ text }) => text.includes('2 张凭证图片'));
  expect(card.text).toContain('DY6930018273645519');
  await panel.clickInPanel('分析');
  const done = await panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: 120_000 });
  expect(done.pictures.map(({ verdict }) => verdict)).toEqual(['none', 'none']);
  for (const words of ['¥9.90', '杯口缺了一块，不能用']) expect(done.text).toContain(words);
  expect(done.text).not.toContain('没读到：买家凭证');
});

it('compares the claim with listing pictures that are added by hand, and keeps them for the product', async () => {
  await history.bringToFront();
  await history.goto('about:blank');
  const caseId = encodeURIComponent('taught-erp.wdy-erp.test:SH20261120-001203');
  await history.goto(`chrome-extension://${browser.extensionId}/history.html#case=${caseId}`);
  await history.getByText('补充商品图').click();
  await history.locator('.listing-pictures input[type="file"]').setInputFiles([
    { name: '主图.jpg', mimeType: 'image/jpeg', buffer: await erpPicture('/up/b1.jpg') },
    { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') },
  ]);
  await history.getByText('添加了 1 张').waitFor();
  await history.getByText('说明.txt：这个文件不是图片').waitFor();
  await history.locator('[data-picture-index="0"][data-verdict="clue"]').waitFor({ timeout: 120_000 });
  await history.locator('article[data-status="done"]').waitFor({ timeout: 120_000 });
  expect(await history.locator('[data-picture-index="1"]').getAttribute('data-verdict')).toBe('none');
  await history.goto('about:blank');
  await history.goto(`chrome-extension://${browser.extensionId}/history.html#settings`);
});

it('says in words where it looks, tests it on the open page, and forgets it', async () => {
  await history.bringToFront();
  await history.reload();
  await history.getByText('写着“客户上传”的下面').waitFor();
  await history.getByText('写着“线上单”的右边或下一行').waitFor();
  await history.getByRole('button', { name: '试一下' }).click();
  await history.getByText('DY6930018273645519').waitFor();
  await history.getByRole('button', { name: '忘掉' }).click();
  await history.getByRole('button', { name: '确认忘掉' }).click();
  await history.getByText('还没有教过网站').waitFor();
  await page.bringToFront();
});

it('teaches it with the mouse, and a click on the page does nothing there', async () => {
  const overlay = await openOverlay(88002);
  const clickOn = async (words: string) => page.mouse.click(...(await middleOf(words)));
  const picture = await page.locator('img').first().boundingBox();
  if (!picture) throw new Error('The picture has no place');
  await page.mouse.click(picture.x + 20, picture.y + 20);
  await until(overlay, '读到 2 张图片');
  await overlay.clickInPanel('下一步');
  await until(overlay, '点一下订单编号');
  await clickOn('DY6930018273645519');
  await until(overlay, '点一下售后编号');
  await overlay.clickInPanel('跳过');
  await until(overlay, '点一下退款金额');
  await clickOn('9');
  await until(overlay, '点一下买家的昵称');
  await clickOn('momo_77');
  await until(overlay, '点一下申请原因');
  await overlay.clickInPanel('跳过');
  await until(overlay, '点一下页面上你店里的商品图');
  await overlay.clickInPanel('跳过');
  await until(overlay, '以后会这样读');
  await overlay.clickInPanel('保存');
  await until(overlay, '记住了');
  await overlay.clickInPanel('完成');
  expect(await heardByPage()).toEqual([]);
  await page.goto('about:blank');
  await page.goto(claimAddress(88001));
  const panel = await drivePanel(page);
  await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
  await panel.pointInPanel('分析');
  const card = await panel.waitForPanel(({ text }) => text.includes('3 张凭证图片'));
  expect(card.text).toContain('TB4411902837465512');
  await panel.clickInPanel('分析');
  const done = await panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: 120_000 });
  // The click hit one of the three elements that the amount is written in.
  expect(done.text).toContain('¥128.50');
});

it('offers to point at what was not read, asks for that alone, and reads it from then on', async () => {
  const panel = await drivePanel(page);
  await panel.waitForPanel(({ text }) => text.includes('没读到：售后编号、申请原因'));
  await panel.clickInPanel('指给它看');
  const overlay = await drivePanel(page, 'teach');
  await until(overlay, '点一下售后编号');
  await page.mouse.click(...(await middleOf('SH20261118-000417')));
  await until(overlay, '点一下申请原因');
  await page.mouse.click(...(await middleOf('收到杯子有裂纹')));
  await until(overlay, '以后会这样读');
  await overlay.clickInPanel('保存');
  await until(overlay, '记住了');
  await overlay.clickInPanel('完成');
  await panel.waitForPanel(({ status, buttons }) => status === 'idle' && buttons.includes('分析'));
  expect(await page.locator('[data-refund-lens="panel"]').count()).toBe(1);
  await panel.clickInPanel('分析');
  const done = await panel.waitForPanel(({ status }) => status === 'done', { timeoutMs: 120_000 });
  for (const words of ['¥128.50', '收到杯子有裂纹']) expect(done.text).toContain(words);
  expect(done.text).not.toContain('没读到');
});

it('follows the application to another claim, which shows the one before for a while', async () => {
  await page.getByRole('link', { name: '88002' }).click();
  const panel = await drivePanel(page);
  await panel.waitForPanel(({ status, buttons }) => status === 'idle' && buttons.includes('分析'));
  await panel.pointInPanel('分析');
  const card = await panel.waitForPanel(({ text }) => text.includes('DY6930018273645519'));
  expect(card.text).toContain('2 张凭证图片');
  expect(await page.locator('[data-refund-lens="panel"]').count()).toBe(1);
});

async function middleOf(words: string): Promise<[number, number]> {
  const box = await page.getByText(words, { exact: true }).first().boundingBox();
  if (!box) throw new Error(`${words} has no place`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}
