import { type Container, type ContainerPart, partBytes } from '../containers/container.ts';
import { BlockCollector, rangeOf } from './block-collector.ts';
import type { MetadataBlocks } from './metadata-block.ts';

const XMP_TAG = ' 700';
/** C2PA 2.2, 11.3.1. */
const C2PA_TAG = ' 52545';
/** Tags whose values are pixels or tables of offsets to pixels: strip and tile offsets and byte counts. */
const PIXEL_TAGS = /^\S+( IFD)? (273|279|324|325)$/;

/**
 * Metadata of a TIFF: the file is its own EXIF structure, XMP is tag 700 (XMP specification part 3, 1.1.6). The ranges
 * cover the tags, so that strips and tiles count as pixel data.
 */
export function tiffBlocks(bytes: Uint8Array, { parts }: Container): MetadataBlocks {
  const collector = new BlockCollector();
  for (const part of parts) {
    const ranges = [valueRange(part)];
    const content = partBytes(bytes, part);
    if (part.name.endsWith(XMP_TAG)) collector.add({ kind: 'xmp', place: 'TIFF XMP', bytes: content, ranges });
    if (part.name.endsWith(C2PA_TAG)) collector.add({ kind: 'c2pa', place: 'TIFF C2PA', bytes: content, ranges });
  }
  const tags = parts.filter((part) => !PIXEL_TAGS.test(part.name)).map(valueRange);
  // The whole file, so it is not counted as a block of text; readExif bounds what it takes out of it.
  const { blocks, problems } = collector.finish();
  return { blocks: [...blocks, { kind: 'exif', place: 'EXIF', bytes, ranges: tags }], problems };
}

function valueRange(part: ContainerPart): readonly [number, number] {
  return part.dataOffset > part.offset && part.dataOffset < part.offset + 20
    ? rangeOf(part)
    : [part.dataOffset, part.sizeBytes];
}
