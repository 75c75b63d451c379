import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyse, type DemoSession, startDemoSession } from './demo-session.ts';

const PASSPHRASE = '青山不改绿水长流2026';
const FOLDER = mkdtempSync(join(tmpdir(), 'refund-lens-backup-'));
const BACKUP = join(FOLDER, 'history.rlbackup');

let first: DemoSession;
let second: DemoSession;

/** A page that saves by download, since a headless browser shows no dialog to choose a file in. */
async function openHistory(session: DemoSession): Promise<Page> {
  const page = await session.context.newPage();
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.goto(`chrome-extension://${session.extensionId}/history.html`);
  await page.locator('.history-header').waitFor();
  return page;
}

const openData = (page: Page) => page.getByRole('tab', { name: '数据与隐私' }).click();

async function restore(page: Page, passphrase: string): Promise<void> {
  await openData(page);
  await page.getByLabel('备份文件').setInputFiles(BACKUP);
  await page.getByLabel('这个文件的密码').fill(passphrase);
  await page.getByRole('button', { name: '从文件恢复' }).click();
}

/** Everything in the database but the log and the search index, each Blob as its type and its bytes in hexadecimal. */
async function contentOf(page: Page): Promise<string> {
  const content = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('refund-lens');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const all: Record<string, unknown> = {};
    for (const store of database.objectStoreNames) {
      // The search index is made anew from the fingerprints at the next start.
      if (['log', 'shards', 'shardPictures', 'unpacked'].includes(store)) continue;
      const request = database.transaction(store).objectStore(store).getAll();
      await new Promise((resolve) => {
        request.onsuccess = resolve;
      });
      all[store] = await plain(request.result);
    }
    database.close();
    return JSON.stringify(all);

    async function plain(value: unknown): Promise<unknown> {
      if (value instanceof Blob) {
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await value.arrayBuffer()));
        return [value.type, value.size, [...digest]];
      }
      if (ArrayBuffer.isView(value)) return [value.constructor.name, ...(value as Uint32Array)];
      if (Array.isArray(value)) return Promise.all(value.map(plain));
      if (value === null || typeof value !== 'object') return value;
      const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
      return Promise.all(entries.map(async ([key, item]) => [key, await plain(item)]));
    }
  });
  return content;
}

beforeAll(async () => {
  first = await startDemoSession();
  second = await startDemoSession();
});
afterAll(async () => {
  await first?.close();
  await second?.close();
  rmSync(FOLDER, { recursive: true, force: true });
});

describe('the history', () => {
  it('takes an outcome and notes, and counts them in its list', async () => {
    await analyse(await first.openClaim('a'));
    const page = await openHistory(first);
    await page.locator('[data-row="0"] button').click();
    await page.getByRole('combobox', { name: '处理结果' }).selectOption('won');
    await page.getByRole('textbox', { name: '备注' }).fill('平台支持了');
    await page.getByRole('button', { name: '返回列表' }).click();
    await page.locator('[data-row="0"]', { hasText: '申诉成功' }).waitFor();
    await page.getByRole('combobox', { name: '处理结果' }).selectOption('open');
    await page.getByText('没有符合条件的售后单').waitFor();
    await page.close();
  });

  it('comes back from a backup in another browser, record by record and byte by byte', async () => {
    const page = await openHistory(first);
    await openData(page);
    await page.getByLabel(/^备份密码/).fill(PASSPHRASE);
    await page.getByLabel(/^再输一次/).fill(PASSPHRASE);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '备份到文件' }).click();
    await (await download).saveAs(BACKUP);
    await page.getByText('备份好了，共 1 笔售后').waitFor();

    const other = await openHistory(second);
    await restore(other, `${PASSPHRASE}?`);
    await other.getByText('密码不对').waitFor();
    await other.getByLabel('这个文件的密码').fill(PASSPHRASE);
    await other.getByRole('button', { name: '从文件恢复' }).click();
    await other.getByText('恢复好了：补上 1 笔').waitFor();
    const [original, restored] = [await contentOf(page), await contentOf(other)];
    expect(restored.length).toBeGreaterThan(5000);
    expect(createHash('sha256').update(restored).digest('hex')).toBe(
      createHash('sha256').update(original).digest('hex'),
    );
    await other.getByRole('tab', { name: '售后单' }).click();
    await other.locator('[data-row="0"]', { hasText: '申诉成功' }).waitFor();
    await page.close();
    await other.close();
  });

  it('is deleted everywhere, tells another open page, and says so in the log', async () => {
    const [page, watching] = [await openHistory(second), await openHistory(second)];
    await watching.locator('[data-row="0"]').waitFor();
    await openData(page);
    await page.getByRole('button', { name: '删除全部售后' }).click();
    await page.getByRole('button', { name: '确认删除' }).click();
    await page.getByText('删除了全部 1 笔售后').waitFor();
    await watching.getByText('还没有记录').waitFor();
    await page.close();
    await watching.close();
  });

  it('of a newer version is not touched by this one, which says what to do', async () => {
    const page = await openHistory(second);
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('refund-lens', 999);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
          opening.onerror = () => reject(opening.error);
        }),
    );
    await page.reload();
    await page.getByText('这份历史是新版插件存下的').waitFor();
    const panel = await second.openClaim('b');
    await panel.clickInPanel('分析');
    await panel.waitForPanel(({ text }: { text: string }) => text.includes('这份历史是新版插件存下的'));
    await page.close();
  });
});
