// How often a photograph is taken for a screen and a screen for a photograph.
// Run: node scripts/run-typescript.mjs tests/bench/interface-share.ts FOLDER tune|report
import { readFileSync } from 'node:fs';
import { interfaceShareOf, SCREEN_SHARE } from '../../utils/image/interface-share.ts';
import { APP_SCREENS, appScreen } from '../fixtures/app-screens.ts';
import { decodeWithSharp } from '../fixtures/decode-with-sharp.ts';
import { type Half, photosOfHalf } from './photo-halves.ts';
import { proportion } from './proportion.ts';
import { REUSE_CHAINS } from './reuse-chains.ts';
import { seededRandom } from './seeded-random.ts';

const SCREENS_PER_KIND = 40;
const [folder, half] = process.argv.slice(3) as [string, Half];
const photos = photosOfHalf(folder, half);
const random = seededRandom(half === 'tune' ? 21 : 22);

const show = (name: string, shares: number[], isWrong: (share: number) => boolean): void => {
  const sorted = [...shares].sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(part * (sorted.length - 1))] as number).toFixed(2);
  console.log(
    `${name.padEnd(28)} share 1 % ${at(0.01)}, median ${at(0.5)}, 99 % ${at(0.99)}; wrong ${proportion(shares.filter(isWrong).length, shares.length)}`,
  );
};

const shareOf = async (bytes: Uint8Array): Promise<number> => interfaceShareOf(await decodeWithSharp(bytes)).share;
const sharesOfPhotos: number[] = [];
const sharesOfBordered: number[] = [];
const found: boolean[] = [];
const sharesOfScreenshots: number[] = [];
for (const file of photos) {
  const bytes = readFileSync(file);
  sharesOfPhotos.push(await shareOf(bytes));
  sharesOfBordered.push(
    await shareOf(await (REUSE_CHAINS.border as NonNullable<(typeof REUSE_CHAINS)['border']>)(bytes, random)),
  );
  const screenshot = await (REUSE_CHAINS.screenshot as NonNullable<(typeof REUSE_CHAINS)['border']>)(bytes, random);
  const measured = interfaceShareOf(await decodeWithSharp(screenshot));
  sharesOfScreenshots.push(measured.share);
  found.push(measured.photograph !== null);
}
show('photographs', sharesOfPhotos, (share) => share >= SCREEN_SHARE);
show('photographs with a border', sharesOfBordered, (share) => share >= SCREEN_SHARE);
show('screenshots of a photograph', sharesOfScreenshots, (share) => share < SCREEN_SHARE);
console.log(`photograph found in ${proportion(found.filter(Boolean).length, found.length)}`);
for (const kind of APP_SCREENS) {
  const shares: number[] = [];
  for (let seed = 0; seed < SCREENS_PER_KIND; seed++) {
    const photo = photos[Math.floor(random() * photos.length)] as string;
    shares.push(await shareOf(await appScreen(kind, seed + (half === 'tune' ? 0 : 1000), readFileSync(photo))));
  }
  show(`screen: ${kind}`, shares, (share) => share < SCREEN_SHARE);
}
