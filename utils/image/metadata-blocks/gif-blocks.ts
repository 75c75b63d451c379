import { type Container, type ContainerPart, partBytes } from '../containers/container.ts';
import { BlockCollector, rangeOf } from './block-collector.ts';
import type { MetadataBlocks } from './metadata-block.ts';

/** Length byte, then eleven bytes that name the application. */
const APPLICATION_HEADER_BYTES = 12;

/** Comments and XMP of a GIF (GIF89a, 24 and 26; XMP specification part 3, 1.1.2). */
export function gifBlocks(bytes: Uint8Array, { parts }: Container): MetadataBlocks {
  const collector = new BlockCollector();
  for (const part of parts) {
    const ranges = [rangeOf(part)];
    if (part.name === 'comment') {
      collector.add({ kind: 'comment', place: 'GIF comment', bytes: joinSubBlocks(bytes, part), ranges });
    } else if (part.name.startsWith('application XMP Data')) {
      // XMP stands there unsplit; the bytes after its last ">" only close the row of sub-blocks for other readers.
      const content = partBytes(bytes, part).subarray(APPLICATION_HEADER_BYTES);
      const xmp = content.subarray(0, content.lastIndexOf(0x3e) + 1);
      collector.add({ kind: 'xmp', place: 'GIF XMP', bytes: xmp, ranges });
    } else if (part.name.startsWith('application C2PA_GIF')) {
      collector.add({ kind: 'c2pa', place: 'GIF C2PA', bytes: partBytes(bytes, part), ranges });
    }
  }
  return collector.finish();
}

function joinSubBlocks(bytes: Uint8Array, part: ContainerPart): Uint8Array {
  const content = partBytes(bytes, part);
  const joined = new Uint8Array(content.length);
  let length = 0;
  for (let at = 0; at < content.length && content[at] !== 0; at += 1 + (content[at] as number)) {
    const piece = content.subarray(at + 1, at + 1 + (content[at] as number));
    joined.set(piece, length);
    length += piece.length;
  }
  return joined.subarray(0, length);
}
