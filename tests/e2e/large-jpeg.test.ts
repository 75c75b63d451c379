import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnalysisLine } from '../../utils/engine/analysis-line.ts';
import { distanceBits, pdqFromHex } from '../../utils/image/pdq.ts';
import { makePictures } from '../demo/make-pictures.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
/** Larger than what is analysed, so that it is decoded at a part of its size. */
const [WIDTH, HEIGHT] = [3000, 2000];
/** How the decoder reduces and how a browser does differ by this much at most; other photographs are 100 bits away. */
const MAX_DISTANCE_BITS = 16;

const OF_OTHER_COLOURS = ['cmyk.jpg', 'grey.jpg'];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'large-jpeg-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is said of files beside the first of them as the listing picture. */
function analyze(names: readonly string[]): AnalysisLine[] {
  const paths = names.map((name) => join(folder, name));
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'scripts/analyze.mjs'),
      '--listing',
      paths[0] as string,
      '--checks',
      'fingerprint,listing-match',
      ...paths,
    ],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AnalysisLine);
}

const pdqOf = ({ measured }: AnalysisLine) => pdqFromHex((measured as { pdq: { hash: string } }).pdq.hash);

it('is seen as a person sees it, whatever way it lies in its file, in grey, and in four colours', async () => {
  const seen = sharp(join(await makePictures(), 'genuine-front.jpg')).resize(WIDTH, HEIGHT, { fit: 'cover' });
  const png = await seen.png().toBuffer();
  writeFileSync(join(folder, 'upright.png'), png);
  const names = ['upright.png'];
  const write = async (name: string, image: Sharp) => {
    names.push(name);
    writeFileSync(join(folder, name), await image.jpeg({ quality: 92 }).toBuffer());
  };
  // What undoes each orientation of EXIF (CIPA DC-008, 4.6.5.1.6).
  const lying: Record<number, (image: Sharp) => Sharp> = {
    1: (image) => image,
    2: (image) => image.flop(),
    3: (image) => image.rotate(180),
    4: (image) => image.flip(),
    6: (image) => image.rotate(270),
    8: (image) => image.rotate(90),
  };
  for (const [orientation, turn] of Object.entries(lying)) {
    const turned = await turn(sharp(png)).png().toBuffer();
    await write(`orientation-${orientation}.jpg`, sharp(turned).withMetadata({ orientation: Number(orientation) }));
  }
  // Mirrored along a diagonal: turned, then mirrored.
  const turned = await sharp(png).rotate(270).png().toBuffer();
  await write('orientation-5.jpg', sharp(await sharp(turned).flop().png().toBuffer()).withMetadata({ orientation: 7 }));
  await write('progressive.jpg', sharp(await sharp(png).jpeg({ progressive: true, quality: 92 }).toBuffer()));
  await write('cmyk.jpg', sharp(png).toColourspace('cmyk'));
  await write('grey.jpg', sharp(png).greyscale());
  const lines = analyze(names);
  expect(lines).toHaveLength(names.length);
  const [upright] = lines;
  for (const [index, line] of lines.entries()) {
    // The hash says that it stands upright, the comparison that it is not stretched.
    expect(distanceBits(pdqOf(line), pdqOf(upright as AnalysisLine)), names[index]).toBeLessThanOrEqual(
      MAX_DISTANCE_BITS,
    );
    // Other colours are a change to the comparison, whoever made it.
    if (!OF_OTHER_COLOURS.includes(names[index] as string))
      expect(
        line.findings.map(({ kind }) => kind),
        names[index],
      ).toEqual(['listing-resent']);
  }
});
