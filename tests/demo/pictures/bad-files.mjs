import { deflateSync } from 'node:zlib';
import { pngChunk } from './tc260-label.mjs';

const HUGE_SIDE_PX = 20_000;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Files that are not the pictures they claim to be, by name.
 * @param {Buffer} jpeg a sound JPEG to cut short
 * @returns {Record<string, Buffer>}
 */
export function makeBadFiles(jpeg) {
  return {
    'not-an-image.jpg': Buffer.from('这不是图片。This file is plain text with the name of a picture.\n'.repeat(20)),
    'truncated.jpg': jpeg.subarray(0, Math.floor(jpeg.length * 0.3)),
    'empty.jpg': Buffer.alloc(0),
    'huge.png': makeHugePng(),
  };
}

/** One grey level, one bit a pixel, 20000 × 20000: a few kilobytes that would decode to 1.6 GB. */
function makeHugePng() {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(HUGE_SIDE_PX, 0);
  header.writeUInt32BE(HUGE_SIDE_PX, 4);
  header[8] = 1;
  const rows = Buffer.alloc((1 + HUGE_SIDE_PX / 8) * HUGE_SIDE_PX);
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([PNG_SIGNATURE, ...chunks]);
}
