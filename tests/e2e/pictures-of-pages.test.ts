import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePictures } from '../demo/make-pictures.mjs';
import { clickToolbarButton, fireInBackground } from './browser-controls.mjs';
import { type DemoSession, startDemoSession } from './demo-session.ts';

const CHAT = 'https://chat.example.com';
const ELSEWHERE = 'https://files.example.net';
/** Shown at 300 × 200 CSS pixels, the second one from another site that lets nobody read it. */
const CHAT_PAGE = `<!doctype html><meta charset="utf-8"><title>聊天</title>
<body style="margin:0;background:#dfe6ee">
<img id="own" src="/own.jpg" style="position:absolute;left:40px;top:60px;width:300px;height:200px">
<img id="other" src="${ELSEWHERE}/other.jpg" style="position:absolute;left:400px;top:60px;width:300px;height:200px">
<img id="below" src="${ELSEWHERE}/other.jpg?below" style="position:absolute;left:40px;top:4000px;width:300px;height:200px">`;

let session: DemoSession;
let page: Page;
let picture: Buffer;

beforeAll(async () => {
  session = await startDemoSession();
  picture = await readFile(join(await makePictures(), 'genuine-front.jpg'));
  for (const site of [CHAT, ELSEWHERE]) {
    await session.context.route(`${site}/**`, (route) => {
      const request = route.request();
      if (!request.url().includes('.jpg')) return route.fulfill({ contentType: 'text/html', body: CHAT_PAGE });
      // A server that answers pages only; the extension of this build may ask every one.
      if (request.serviceWorker()) return route.fulfill({ status: 403 });
      // Playwright would let every site read it.
      const headers = { 'access-control-allow-origin': 'https://nobody.example' };
      return route.fulfill({ contentType: 'image/jpeg', body: picture, headers });
    });
  }
  page = session.page;
  await page.goto(`${CHAT}/window`);
});

afterAll(() => session.close());

/** Chooses the entry in the menu over a picture, and gives the page that opens. */
async function chooseMenuOver(id: string): Promise<Page> {
  await clickToolbarButton(page, session.extensionId);
  const srcUrl = await page.locator(`#${id}`).evaluate((image) => (image as HTMLImageElement).src);
  const opening = session.context.waitForEvent('page');
  await fireInBackground(session.context, 'contextMenus.onClicked', { srcUrl, frameId: 0, pageUrl: page.url() });
  return opening;
}

/** What is stored of the newest case's picture. */
function storedPictures(own: Page) {
  return own.evaluate(async () => {
    const open = indexedDB.open('refund-lens');
    const database: IDBDatabase = await new Promise((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const caseId = new URLSearchParams(location.hash.slice(1)).get('case');
    const all = database.transaction('pictures').objectStore('pictures').getAll();
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    database.close();
    return all.result
      .filter((stored) => stored.caseId === caseId)
      .map(({ delivered, madeFrom, width, height }) => ({
        sizeBytes: delivered?.sizeBytes ?? null,
        madeFrom: madeFrom?.kind ?? null,
        width,
        height,
      }));
  });
}

const whenDone = (own: Page) => own.locator('.case-detail[data-status="done"]').waitFor({ timeout: 90_000 });

describe('a picture on any page', () => {
  it('is checked byte for byte where the page may read it', async () => {
    const own = await chooseMenuOver('own');
    await whenDone(own);
    expect(await storedPictures(own)).toMatchObject([{ sizeBytes: picture.length, madeFrom: null }]);
    await own.close();
  });

  it('is taken from the screen where nobody may read it, and the case says so', async () => {
    const own = await chooseMenuOver('other');
    await whenDone(own);
    expect(await storedPictures(own)).toMatchObject([{ madeFrom: 'screen-area', width: 300, height: 200 }]);
    expect(await own.locator('main').innerText()).toContain('这是截下来的屏幕画面');
    await own.close();
  });

  it('leads to the form, with a line that says what to do, where it can be had in no way', async () => {
    const own = await chooseMenuOver('below');
    const line = await own.locator('.new-check .problem-line').innerText();
    expect(line).toContain('另存到电脑');
    await own.close();
  });
});

describe('a part of the screen', () => {
  const overlay = () => page.locator('[data-refund-lens="area-picker"]');

  async function beginMarking(): Promise<void> {
    await clickToolbarButton(page, session.extensionId);
    await fireInBackground(session.context, 'commands.onCommand', 'mark-area');
    await overlay().waitFor({ state: 'attached' });
  }

  it('is marked with the mouse and captured at the screen’s pixels, without the overlay', async () => {
    await beginMarking();
    await page.mouse.move(400, 60);
    await page.mouse.down();
    await page.mouse.move(700, 260, { steps: 5 });
    await page.mouse.up();
    const opening = session.context.waitForEvent('page');
    await page.keyboard.press('Enter');
    const own = await opening;
    await whenDone(own);
    expect(await storedPictures(own)).toMatchObject([{ madeFrom: 'screen-area', width: 300, height: 200 }]);
    expect(await differenceToPage(own, { x: 400, y: 60, width: 300, height: 200 })).toBeLessThan(2);
    await own.close();
    expect(await overlay().count()).toBe(0);
  });

  it('is marked with the keyboard alone', async () => {
    await beginMarking();
    for (const key of ['ArrowUp', 'ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowDown']) await page.keyboard.press(key);
    const opening = session.context.waitForEvent('page');
    await page.keyboard.press('Enter');
    const own = await opening;
    await whenDone(own);
    expect(await storedPictures(own)).toMatchObject([{ width: 1440 / 2 + 10, height: 900 / 2 + 10 }]);
    await own.close();
  });

  it('leaves nothing behind when it is cancelled', async () => {
    await beginMarking();
    const pages = session.context.pages().length;
    await page.keyboard.press('Escape');
    await overlay().waitFor({ state: 'detached' });
    expect(session.context.pages()).toHaveLength(pages);
  });

  it('hears Escape where the page has taken the focus', async () => {
    await beginMarking();
    await page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('input'));
      field.focus();
      field.addEventListener('keydown', (event) => event.stopImmediatePropagation());
    });
    await page.keyboard.press('Escape');
    await overlay().waitFor({ state: 'detached' });
  });

  it('is what a pinch shows of the page', async () => {
    const devtools = await session.context.newCDPSession(page);
    await devtools.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await beginMarking();
    // Of the page that is shown twice as large, as the debugging protocol counts.
    await page.mouse.move(60, 80);
    await page.mouse.down();
    await page.mouse.move(260, 180, { steps: 5 });
    await page.mouse.up();
    const opening = session.context.waitForEvent('page');
    await page.keyboard.press('Enter');
    const own = await opening;
    await whenDone(own);
    expect(await storedPictures(own)).toMatchObject([{ madeFrom: 'screen-area', width: 400, height: 200 }]);
    await page.bringToFront();
    await devtools.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
    await own.close();
  });

  it('wrote no error to any console but that the browser kept one site from another', () => {
    expect(session.errors.filter((error) => !error.includes('blocked by CORS policy'))).toEqual([]);
  });
});

/** Mean difference of the stored capture to what the page shows, in grey levels of 255. */
async function differenceToPage(own: Page, clip: { x: number; y: number; width: number; height: number }) {
  const base64 = await own.evaluate(async () => {
    const open = indexedDB.open('refund-lens');
    const database: IDBDatabase = await new Promise((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const caseId = new URLSearchParams(location.hash.slice(1)).get('case');
    const one = database.transaction('pictures').objectStore('pictures').get(`${caseId}#e0`);
    await new Promise((resolve) => {
      one.onsuccess = resolve;
    });
    database.close();
    const bytes = new Uint8Array(await one.result.delivered.blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  const shown = await page.screenshot({ clip });
  const [a, b] = await Promise.all(
    [Buffer.from(base64, 'base64'), shown].map((bytes) => sharp(bytes).greyscale().raw().toBuffer()),
  );
  const sum = (a as Buffer).reduce((total, value, place) => total + Math.abs(value - ((b as Buffer)[place] ?? 0)), 0);
  return sum / (a as Buffer).length;
}
