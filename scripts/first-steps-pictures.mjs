// Makes the two small pictures of the first steps from the demo's: `node scripts/first-steps-pictures.mjs`.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { makePictures } from '../tests/demo/make-pictures.mjs';

const FOLDER = resolve(import.meta.dirname, '../public/first-steps');
const SIDE_PIXELS = 640;

mkdirSync(FOLDER, { recursive: true });
const pictures = await makePictures();
for (const [name, file] of [
  ['listing', 'listing-main.jpg'],
  ['altered', 'cracked.jpg'],
]) {
  await sharp(join(pictures, file))
    .resize(SIDE_PIXELS, SIDE_PIXELS, { fit: 'cover' })
    .webp({ quality: 70 })
    .toFile(join(FOLDER, `${name}.webp`));
}
