// Makes the pictures of the demo: rendered photographs, what a buyer could have made of them, and broken files.
// Nothing here is random: the same sources give the same files, and they are kept until the sources change.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { makeBadFiles } from './pictures/bad-files.mjs';
import { developPhotograph } from './pictures/develop-photograph.mjs';
import { drawCrack } from './pictures/draw-crack.mjs';
import { renderScene } from './pictures/render-scene.mjs';
import { DOUBAO_PROVIDER_CODE, labelAsGenerated } from './pictures/tc260-label.mjs';

export const PICTURES_DIRECTORY = resolve(import.meta.dirname, '../../.cache/demo/pictures');
const STUDIO_CAMERA = { exposure: 1.05, shotNoise: 0.016, readNoise: 0.004, warmth: 0.03 };
const PHONE_CAMERA = { exposure: 1.1, shotNoise: 0.026, readNoise: 0.008, warmth: -0.02 };

/**
 * Makes the pictures where they are missing or older than their sources.
 * @returns {Promise<string>} the folder they are in
 */
export async function makePictures() {
  const key = sourceKey();
  const keyFile = join(PICTURES_DIRECTORY, 'sources.sha256');
  if (existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) return PICTURES_DIRECTORY;
  rmSync(PICTURES_DIRECTORY, { recursive: true, force: true });
  mkdirSync(PICTURES_DIRECTORY, { recursive: true });
  await makeListing();
  await makeGenuine();
  await makeGenerated();
  writeFileSync(keyFile, key);
  return PICTURES_DIRECTORY;
}

/** The shop's own pictures, (a) the first of them with a crack painted in, and the pictures that stand around a claim. */
async function makeListing() {
  const main = await photograph('listing-main', STUDIO_CAMERA);
  const listing = await toSharp(main).jpeg({ quality: 90 }).toBuffer();
  save('listing-main.jpg', listing);
  const cracked = { ...main, rgb: Buffer.from(main.rgb) };
  drawCrack(cracked.rgb, cracked, { x: 0.42, y: 0.212, angle: 1.3, length: 600, seed: 29 });
  const margin = { left: Math.round(main.width * 0.02), top: Math.round(main.height * 0.035) };
  const side = { width: Math.round(main.width * 0.94), height: Math.round(main.height * 0.94) };
  save(
    'cracked.jpg',
    await toSharp(cracked)
      .extract({ ...margin, ...side })
      .resize(1200)
      .jpeg({ quality: 75 })
      .toBuffer(),
  );
  const pair = await photograph('listing-pair', STUDIO_CAMERA);
  save('listing-pair.jpg', await toSharp(pair).jpeg({ quality: 90 }).toBuffer());
  const above = await photograph('listing-above', STUDIO_CAMERA);
  save('listing-above.jpg', await toSharp(above).jpeg({ quality: 90 }).toBuffer());
  save('packing.jpg', await toSharp(above).rotate(90).resize(1200).modulate({ brightness: 0.8 }).jpeg().toBuffer());
  const bag = { left: 640, top: 120, width: 600, height: 600 };
  save('recommended.jpg', await toSharp(pair).extract(bag).modulate({ hue: 70 }).jpeg().toBuffer());
  for (const [name, background] of [
    ['avatar-buyer.png', '#e8a87c'],
    ['avatar-seller.png', '#c0392b'],
  ])
    save(
      name,
      await sharp({ create: { width: 120, height: 120, channels: 3, background } })
        .png()
        .toBuffer(),
    );
  for (const [name, bytes] of Object.entries(makeBadFiles(listing))) save(name, bytes);
}

/** (b) A buyer's two photographs of one mug that the post has knocked, as a phone saves them. */
async function makeGenuine() {
  for (const [scene, second] of [
    ['genuine-front', '12'],
    ['genuine-close', '41'],
  ]) {
    const photo = await photograph(scene, PHONE_CAMERA);
    const taken = `2026:11:19 20:14:${second}`;
    const exif = {
      IFD0: { Make: 'Xiaomi', Model: '2312DRA50C', DateTime: taken },
      IFD2: { DateTimeOriginal: taken, DateTimeDigitized: taken, OffsetTimeOriginal: '+08:00' },
    };
    save(`${scene}.jpg`, await toSharp(photo).withExif(exif).jpeg({ quality: 92 }).toBuffer());
  }
}

/** (c) A picture that says in its own file that it was generated, and the smaller copy that an earlier claim had. */
async function makeGenerated() {
  const picture = await photograph('generated', STUDIO_CAMERA);
  const label = { providerCode: DOUBAO_PROVIDER_CODE, contentId: '5d0c3e1f7a9b4c62881e0f4b2d6a7395' };
  save('generated.png', labelAsGenerated(await toSharp(picture).png().toBuffer(), label));
  save('generated-earlier.jpg', await toSharp(picture).resize(1200).jpeg({ quality: 80 }).toBuffer());
}

async function photograph(scene, camera) {
  const light = await renderScene(scene);
  return { width: light.width, height: light.height, rgb: developPhotograph(light, { ...camera, seed: scene.length }) };
}

function toSharp({ rgb, width, height }) {
  return sharp(rgb, { raw: { width, height, channels: 3 } });
}

function save(name, bytes) {
  writeFileSync(join(PICTURES_DIRECTORY, name), bytes);
}

function sourceKey() {
  const hash = createHash('sha256').update(JSON.stringify(sharp.versions));
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  const directory = join(import.meta.dirname, 'pictures');
  for (const name of readdirSync(directory).sort()) hash.update(readFileSync(join(directory, name)));
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await makePictures());
