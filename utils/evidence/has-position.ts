import { findBox } from '../image/containers/bmff.ts';
import { walkTiff } from '../image/containers/tiff.ts';
import { walkContainer } from '../image/containers/walk-container.ts';
import { decodeText } from '../image/decode-text.ts';
import { readMetadataBlocks } from '../image/metadata-blocks/read-metadata-blocks.ts';
import { sniffImageType } from '../image/sniff-image-type.ts';
import { sniffVideoType } from '../image/sniff-video-type.ts';
import { metadataBoxesOf } from './metadata-boxes.ts';
import { HEAD_BYTES } from './pack-file-name.ts';

/** Exif 3.0, 4.6.6: GPSLatitude. Its value is not read. */
const LATITUDE_TAG = 'GPS IFD 2';
/** QuickTime's user data and 3GPP TS 26.244, 8.10: where Android and older cameras put it. */
const POSITION_BOXES: readonly string[] = ['\u00a9xyz', 'loci'];
/** Keyed metadata of QuickTime, as iPhones write it, and iTunes' short name. */
const POSITION_KEY = /^(?:com\.apple\.quicktime\.location\b.*|\u00a9xyz)$/;

/** Whether a picture or a video states where it was taken. Only that it does, never where. A video's frames are not read. */
export async function hasPosition(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const type = sniffImageType(head);
  if (type) return pictureHasPosition(new Uint8Array(await file.arrayBuffer()), type);
  const video = sniffVideoType(head);
  // The other formats that browsers play have no place of their own for it.
  return (video === 'mp4' || video === 'mov') && videoHasPosition(await metadataBoxesOf(file));
}

function pictureHasPosition(bytes: Uint8Array, type: NonNullable<ReturnType<typeof sniffImageType>>): boolean {
  const container = walkContainer(bytes, type);
  if (!container) return false;
  return readMetadataBlocks(bytes, container).blocks.some((block) => {
    if (block.kind === 'exif') return walkTiff(block.bytes).parts.some(({ name }) => name === LATITUDE_TAG);
    return block.kind === 'xmp' && isXmpWithPosition(block.bytes);
  });
}

function videoHasPosition(bytes: Uint8Array): boolean {
  const container = walkContainer(bytes, 'mp4');
  if (!container) return false;
  const userData = findBox(container.parts, 'moov', 'udta')?.children ?? [];
  if (userData.some(({ name }) => POSITION_BOXES.includes(name))) return true;
  return readMetadataBlocks(bytes, container).blocks.some(
    (block) =>
      (block.kind === 'text' && POSITION_KEY.test(block.keyword ?? '')) ||
      (block.kind === 'xmp' && isXmpWithPosition(block.bytes)),
  );
}

function isXmpWithPosition(xmp: Uint8Array): boolean {
  return /GPSLatitude/.test(decodeText(xmp));
}
