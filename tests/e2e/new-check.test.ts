import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePictures } from '../demo/make-pictures.mjs';
import { type DemoSession, startDemoSession } from './demo-session.ts';

let session: DemoSession;
let history: Page;
let pictures: string;

beforeAll(async () => {
  session = await startDemoSession();
  pictures = await makePictures();
  history = await session.openOwnPage('/history.html#new');
});

afterAll(() => session.close());

const well = (role: 'evidence' | 'listing') => history.locator(`.file-well[data-role="${role}"]`);
const start = () => history.getByRole('button', { name: '开始检查' });

/** Pastes a file as the browser hands it over; a headless browser has no clipboard with files. */
async function paste(name: string): Promise<void> {
  const base64 = (await readFile(join(pictures, name))).toString('base64');
  await history.evaluate(
    async ([base64, name]) => {
      const blob = await (await fetch(`data:image/jpeg;base64,${base64}`)).blob();
      const data = new DataTransfer();
      data.items.add(new File([blob], name, { type: 'image/jpeg' }));
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    [base64, name] as const,
  );
}

describe('a check without a page', () => {
  it('takes no start without a picture of the buyer', async () => {
    await history.getByRole('heading', { name: '新建检查' }).waitFor();
    expect(await start().isDisabled()).toBe(true);
  });

  it('takes picked files, and says of each other why not', async () => {
    await history.locator('[data-picker="evidence"]').setInputFiles([
      { name: 'cracked.jpg', mimeType: 'image/jpeg', buffer: await readFile(join(pictures, 'cracked.jpg')) },
      { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('文字') },
      { name: '另存的.jpg', mimeType: 'image/jpeg', buffer: await readFile(join(pictures, 'cracked.jpg')) },
    ]);
    await well('evidence').getByText('cracked.jpg').waitFor();
    const refused = await history.getByRole('alert').innerText();
    expect(refused).toMatch(/2 个文件没有加入[\s\S]*说明\.txt.*不是图片[\s\S]*另存的\.jpg.*只留一份/);
  });

  it('takes a pasted picture into the well that was used last', async () => {
    await well('listing').getByRole('button', { name: '选择商品图片' }).focus();
    await paste('listing-main.jpg');
    await well('listing').getByText('listing-main.jpg').waitFor();
  });

  it('takes a dropped file, and does not leave the page for one that misses the wells', async () => {
    const dataTransfer = await history.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['no picture'], 'dropped.pdf'));
      return data;
    });
    await well('evidence').dispatchEvent('drop', { dataTransfer });
    await history.getByRole('alert').getByText('dropped.pdf').waitFor();
    const isPrevented = await history.locator('.new-check').evaluate((form) => {
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });
      form.dispatchEvent(drop);
      return drop.defaultPrevented;
    });
    expect(isPrevented).toBe(true);
  });

  it('keeps the bytes, compares with the product picture, and shows the case like any other', async () => {
    await start().click();
    await history.locator('.case-detail[data-status="done"]').waitFor({ timeout: 90_000 });
    const text = await history.locator('main').innerText();
    expect(text).toContain('手动检查');
    expect(text).toContain('不是，画面内容变了');
    const stored = await readFile(join(pictures, 'cracked.jpg'));
    const sizes = await history.evaluate(async () => {
      const open = indexedDB.open('refund-lens');
      const database: IDBDatabase = await new Promise((resolve) => {
        open.onsuccess = () => resolve(open.result);
      });
      const all = database.transaction('pictures').objectStore('pictures').getAll();
      await new Promise((resolve) => {
        all.onsuccess = resolve;
      });
      database.close();
      return all.result.map(({ delivered }) => delivered.blob.size);
    });
    expect(sizes).toContain(stored.length);
  });

  it('stands in the list under the number that it was given', async () => {
    await history.getByRole('button', { name: '返回列表' }).click();
    await history.getByRole('tab', { name: '售后单' }).click();
    await history.getByRole('row', { name: /手动检查/ }).waitFor();
  });

  it('is never held against another check without an order number', async () => {
    await history.getByRole('tab', { name: '新建检查' }).click();
    await history.locator('[data-picker="evidence"]').setInputFiles(join(pictures, 'cracked.jpg'));
    await start().click();
    await history.locator('.case-detail[data-status="done"]').waitFor({ timeout: 90_000 });
    const verdicts = await history
      .locator('[data-picture-index]')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-verdict')));
    expect(['none', 'note']).toContain(verdicts[0]);
  });

  it('wrote no error to any console', () => {
    expect(session.errors).toEqual([]);
  });
});
