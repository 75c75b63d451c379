import { hasAscii } from '../byte-reading.ts';
import { type Container, partBytes } from '../containers/container.ts';
import { BlockCollector, rangeOf } from './block-collector.ts';
import type { MetadataBlocks } from './metadata-block.ts';

/** Metadata chunks of a WebP, which may stand before or after the picture (RFC 9649, 2.7.1.4; C2PA 2.2, 11.3.1). */
export function webpBlocks(bytes: Uint8Array, { parts }: Container): MetadataBlocks {
  const collector = new BlockCollector();
  for (const part of parts) {
    const content = partBytes(bytes, part);
    const ranges = [rangeOf(part)];
    if (part.name === 'EXIF') {
      // The chunk should begin with the TIFF header; many writers put JPEG's header in front.
      const tiff = hasAscii(content, 0, 'Exif\0\0') ? content.subarray(6) : content;
      collector.add({ kind: 'exif', place: 'EXIF', bytes: tiff, ranges });
    } else if (part.name === 'XMP ' || part.name === 'XMP\0') {
      collector.add({ kind: 'xmp', place: 'WebP XMP', bytes: content, ranges });
    } else if (part.name === 'C2PA') {
      collector.add({ kind: 'c2pa', place: 'WebP C2PA', bytes: content, ranges });
    }
  }
  return collector.finish();
}
