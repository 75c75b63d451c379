import { readAscii, readUint32, readUint64 } from '../image/byte-reading.ts';

const HEADER_BYTES = 8;
const LARGE_HEADER_BYTES = 16;
/** Top-level boxes that can hold metadata; `mdat` and what lies beside it are frames. */
const METADATA_BOXES: readonly string[] = ['ftyp', 'moov', 'meta', 'uuid', 'udta'];
/** Of one box. The index of a video of `MAX_VIDEO_BYTES` takes a few of them, what is said beside it some kilobytes. */
const MAX_BOX_BYTES = 16 * 1024 * 1024;
/** A video cut into fragments has two for each, and its `moov` before them. */
const MAX_BOXES = 2000;

/**
 * The boxes of an MP4 or QuickTime file that can hold metadata, one behind the other as in the file, without its frames:
 * what stays in memory does not grow with the length of a video. A box that is larger than any real one is cut off.
 * Source: ISO/IEC 14496-12, 4.2.
 */
export async function metadataBoxesOf(video: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const kept: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0, boxes = 0; offset + HEADER_BYTES <= video.size && boxes < MAX_BOXES; boxes++) {
    const header = await bytesOf(video, offset, offset + LARGE_HEADER_BYTES);
    const size32 = readUint32(header, 0);
    const isLarge = size32 === 1;
    const sizeBytes = isLarge ? readUint64(header, HEADER_BYTES) : size32 === 0 ? video.size - offset : size32;
    const headerBytes = isLarge ? LARGE_HEADER_BYTES : HEADER_BYTES;
    if (sizeBytes < headerBytes) break;
    const end = offset + sizeBytes;
    if (METADATA_BOXES.includes(readAscii(header, 4, 4))) {
      const content = await bytesOf(video, offset + headerBytes, Math.min(end, offset + headerBytes + MAX_BOX_BYTES));
      kept.push(boxHeader(HEADER_BYTES + content.length, header), content);
    }
    offset = end;
  }
  return new Uint8Array(await new Blob(kept).arrayBuffer());
}

/** A header of 32 bits for what was read of the box, under its own name. */
function boxHeader(sizeBytes: number, header: Uint8Array): Uint8Array<ArrayBuffer> {
  const written = new Uint8Array(HEADER_BYTES);
  new DataView(written.buffer).setUint32(0, sizeBytes);
  written.set(header.subarray(4, HEADER_BYTES), 4);
  return written;
}

async function bytesOf(video: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await video.slice(start, end).arrayBuffer());
}
