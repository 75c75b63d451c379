import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLAIMS } from '../demo/claims.mjs';
import { makePictures } from '../demo/make-pictures.mjs';
import { analyse, type DemoSession, startDemoSession } from './demo-session.ts';

let session: DemoSession;

beforeAll(async () => {
  session = await startDemoSession();
});

afterAll(() => session.close());

it('adds a picture from a chat to a case that is there, checks it, and says who added it', async () => {
  const panel = await session.openClaim('b');
  const before = await analyse(panel);
  const history = await session.openOwnPage(`/history.html#case=${encodeURIComponent(`pinduoduo:${CLAIMS.b.id}`)}`);
  await history.getByText('补充买家图片').click();
  const buffer = await readFile(join(await makePictures(), 'generated.png'));
  await history.locator('.add-evidence input[type="file"]').setInputFiles([
    { name: '聊天里的图.png', mimeType: 'image/png', buffer },
    { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') },
  ]);
  await history.getByText('补充了 1 个').waitFor();
  await history.getByText('说明.txt').waitFor();
  const added = history.locator(`[data-picture-index="${before.pictures.length}"]`);
  await added.getByText('由你补充').waitFor();
  await history.locator('article[data-status="done"]').waitFor({ timeout: 120_000 });
  expect(await added.getAttribute('data-verdict')).toBe('strong');

  await session.page.bringToFront();
  const after = await panel.waitForPanel(({ status, pictures }) => status === 'done' && pictures.length === 3);
  expect(after.pictures.slice(0, 2).map(({ verdict }) => verdict)).toEqual(
    before.pictures.map(({ verdict }) => verdict),
  );
  expect(after.pictures[2]?.verdict).toBe('strong');
  expect(after.text).toContain('由你补充');
});

it('takes the same file once', async () => {
  const history = await session.openOwnPage(`/history.html#case=${encodeURIComponent(`pinduoduo:${CLAIMS.b.id}`)}`);
  await history.getByText('补充买家图片').click();
  const buffer = await readFile(join(await makePictures(), 'generated.png'));
  await history
    .locator('.add-evidence input[type="file"]')
    .setInputFiles([{ name: '再来一次.png', mimeType: 'image/png', buffer }]);
  await history.getByText('再来一次.png：和已有的文件一模一样').waitFor();
});

it('wrote no error to any console', () => {
  expect(session.errors).toEqual([]);
});
