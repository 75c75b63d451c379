import { findBox } from '../containers/bmff.ts';
import { type Container, type ContainerPart, partBytes } from '../containers/container.ts';
import { decodeText } from '../decode-text.ts';
import { BlockCollector, rangeOf } from './block-collector.ts';
import type { MetadataBlocks } from './metadata-block.ts';

/** A name beyond this is no name. */
const MAX_NAME_BYTES = 256;

/**
 * Tags of a WebM or Matroska file with the program that wrote it.
 * Source: RFC 9559, 5.1.8 (Tags) and 5.1.2.13; TC260-PG-20257A (SimpleTag `AIGC`).
 */
export function matroskaBlocks(bytes: Uint8Array, { parts }: Container): MetadataBlocks {
  const collector = new BlockCollector();
  for (const segment of parts.filter(({ name }) => name === 'Segment')) {
    const writer = findBox(segment.children ?? [], 'Info', 'WritingApp');
    if (writer) {
      const ranges = [rangeOf(writer)];
      const place = 'Matroska WritingApp';
      collector.add({ kind: 'text', place, keyword: 'Software', bytes: partBytes(bytes, writer), ranges });
    }
    for (const tags of childrenOf(segment, 'Tags')) {
      for (const tag of childrenOf(tags, 'Tag')) addTags(bytes, tag, collector);
    }
  }
  return collector.finish();
}

/** The SimpleTags of a part, and those within them. */
function addTags(bytes: Uint8Array, within: ContainerPart, collector: BlockCollector): void {
  for (const tag of childrenOf(within, 'SimpleTag')) {
    const name = findBox(tag.children ?? [], 'TagName');
    const value = findBox(tag.children ?? [], 'TagString') ?? findBox(tag.children ?? [], 'TagBinary');
    if (name && value) {
      const keyword = decodeText(partBytes(bytes, name).subarray(0, MAX_NAME_BYTES));
      const place = `Matroska SimpleTag ${keyword}`;
      collector.add({ kind: 'text', place, keyword, bytes: partBytes(bytes, value), ranges: [rangeOf(tag)] });
    }
    addTags(bytes, tag, collector);
  }
}

function childrenOf(part: ContainerPart, name: string): ContainerPart[] {
  return (part.children ?? []).filter((child) => child.name === name);
}
