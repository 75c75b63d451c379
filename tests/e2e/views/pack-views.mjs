import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { CLAIMS } from '../../demo/claims.mjs';

/** @typedef {import('./all-views.mjs').View} View */

/** @type {readonly View[]} */
export const PACK_VIEWS = [
  { name: 'history-case-pack', context: null, open: async (world) => void (await exportPack(world)) },
  {
    name: 'report',
    context: null,
    open: async (world) =>
      void (await world.page.goto(pathToFileURL(join(await exportPack(world), 'report.html')).href)),
  },
  {
    name: 'verify',
    context: null,
    open: async (world) =>
      void (await world.page.goto(pathToFileURL(join(await exportPack(world), 'verify.html')).href)),
  },
  {
    name: 'verify-good',
    context: null,
    async open(world) {
      const folder = await exportPack(world);
      await world.page.goto(pathToFileURL(join(folder, 'verify.html')).href);
      await world.page.setInputFiles('#zip', join(folder, 'pack.zip'));
      await world.page.locator('[data-result=good]').waitFor();
    },
  },
];

/** Has the history page make a pack, in the language that is set. @returns the folder with what was in it */
async function exportPack(world) {
  const { page } = world;
  await world.openCase(CLAIMS.a);
  const saving = page.waitForEvent('download');
  await page.locator('.evidence-pack > .button').first().click();
  const folder = mkdtempSync(join(tmpdir(), 'refund-lens-pack-'));
  await (await saving).saveAs(join(folder, 'pack.zip'));
  await page.locator('.evidence-pack > [role="status"]').waitFor();
  const entries = unzipSync(readFileSync(join(folder, 'pack.zip')));
  for (const name of ['report.html', 'verify.html']) writeFileSync(join(folder, name), entries[name]);
  return folder;
}
