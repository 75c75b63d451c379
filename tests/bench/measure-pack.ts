// What a large evidence pack takes: `node scripts/run-typescript.mjs tests/bench/measure-pack.ts`. Checks twelve pictures of twelve
// megapixels and a video of 120 MB in the history page of the built extension, exports the pack, and prints the times, the
// memory of the extension's process, and what the manifest says of every file.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { makePictures } from '../demo/make-pictures.mjs';
import { startDemoSession } from '../e2e/demo-session.ts';
import { recordVideo } from '../e2e/record-video.mjs';
import { extensionProcessOf, memoryOf, peakWhile } from './speed/process-memory.ts';

const SIDES = { width: 4000, height: 3000 };
const PICTURES = 12;
const VIDEO_BYTES = 120 * 2 ** 20;
const LIMIT_MS = 300_000;
const MEGABYTE = 2 ** 20;

const folder = mkdtempSync(join(tmpdir(), 'refund-lens-pack-'));
const session = await startDemoSession();
try {
  const made = await makePictures();
  const photos = ['genuine-front.jpg', 'genuine-close.jpg'].map((name) => join(made, name));
  const files = await Promise.all(Array.from({ length: PICTURES }, (_, index) => enlarged(photos, index)));
  const page = await session.openOwnPage('/history.html#new');
  const video = await recordVideo(
    page,
    [readFileSync(join(made, 'cracked.jpg')), readFileSync(photos[0] as string)],
    3,
  );
  writeFileSync(join(folder, 'video.webm'), withPadding(video, VIDEO_BYTES));
  const processId = await extensionProcessOf(session.context);
  const say = (what: string, sinceMs: number, peakBytes: number) =>
    console.log(
      `${what}: ${((Date.now() - sinceMs) / 1000).toFixed(1)} s, ${Math.round(peakBytes / MEGABYTE)} MB at the most`,
    );
  console.log(`idle: ${Math.round(memoryOf(processId).residentBytes / MEGABYTE)} MB`);

  const checkedAt = Date.now();
  const checking = await peakWhile(processId, async () => {
    await page.locator('[data-picker="evidence"]').setInputFiles([...files, join(folder, 'video.webm')]);
    await page.locator('[data-picker="listing"]').setInputFiles(join(made, 'listing-main.jpg'));
    await page.locator('.file-well[data-role="listing"] li').waitFor();
    await page.getByRole('button', { name: '开始检查' }).click();
    await page.locator('.case-detail[data-status="done"]').waitFor({ timeout: LIMIT_MS });
  });
  say('checked', checkedAt, checking.peak.residentBytes);

  const packedAt = Date.now();
  const packing = await peakWhile(processId, async () => {
    const download = page.waitForEvent('download', { timeout: LIMIT_MS });
    await page.getByRole('button', { name: '导出证据包' }).click();
    await (await download).saveAs(join(folder, 'pack.zip'));
  });
  say('packed', packedAt, packing.peak.residentBytes);
  console.log(wordOnFiles(readFileSync(join(folder, 'pack.zip'))));
} finally {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
}

/** A photograph as large as a phone's, with noise that no two of them share, as a JPEG of some 4 MB. */
async function enlarged(photos: readonly string[], index: number): Promise<string> {
  const noise = {
    create: {
      ...SIDES,
      channels: 3 as const,
      background: '#808080',
      noise: { type: 'gaussian' as const, mean: 128, sigma: 12 },
    },
  };
  const path = join(folder, `photo-${index}.jpg`);
  await sharp(photos[index % photos.length])
    .resize({ ...SIDES, fit: 'cover' })
    .composite([{ input: await sharp(noise).png({ compressionLevel: 0 }).toBuffer(), blend: 'soft-light' }])
    .jpeg({ quality: 88 })
    .toFile(path);
  return path;
}

/** The video with a Void element behind it (RFC 8794, 11.3.2), which every reader skips. */
function withPadding(video: Buffer, sizeBytes: number): Buffer {
  const header = Buffer.from([0xec, 0x01, 0, 0, 0, 0, 0, 0, 0]);
  const padding = sizeBytes - video.length - header.length;
  header.writeUIntBE(padding, 3, 6);
  return Buffer.concat([video, header, Buffer.alloc(padding)]);
}

function wordOnFiles(zip: Buffer): string {
  const entries = unzipSync(zip);
  const lines = new TextDecoder().decode(entries['manifest.sha256']).trim().split('\n');
  const right = lines.filter((line) => {
    const [digest, name = ''] = line.split('  ');
    return (
      createHash('sha256')
        .update(entries[name] ?? '')
        .digest('hex') === digest
    );
  });
  return `${Math.round(zip.length / MEGABYTE)} MB, ${right.length} of ${lines.length} files as the manifest says`;
}
