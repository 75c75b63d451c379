import { findBox } from '../containers/bmff.ts';
import { type Container, partBytes } from '../containers/container.ts';
import { BlockCollector, rangeOf } from './block-collector.ts';
import type { MetadataBlocks } from './metadata-block.ts';

/**
 * Texts of an AVI file's INFO list, XMP and C2PA.
 * Source: RIFF MCI, INFO list; XMP specification part 3, 2.3 (`_PMX`); C2PA 2.2, A.3 (RIFF); TC260-PG-20257A (`AIGC`).
 */
export function aviBlocks(bytes: Uint8Array, { parts }: Container): MetadataBlocks {
  const collector = new BlockCollector();
  for (const part of parts) {
    const content = partBytes(bytes, part);
    const ranges = [rangeOf(part)];
    if (part.name === '_PMX') collector.add({ kind: 'xmp', place: 'AVI XMP', bytes: content, ranges });
    else if (part.name === 'C2PA') collector.add({ kind: 'c2pa', place: 'AVI C2PA', bytes: content, ranges });
  }
  for (const part of findBox(parts, 'LIST INFO')?.children ?? []) {
    const keyword = part.name.trim();
    const place = `AVI INFO ${keyword}`;
    collector.add({ kind: 'text', place, keyword, bytes: partBytes(bytes, part), ranges: [rangeOf(part)] });
  }
  return collector.finish();
}
