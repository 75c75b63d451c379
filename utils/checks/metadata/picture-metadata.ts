import type { Container } from '../../image/containers/container.ts';
import { decodeLatin1Text, decodeText } from '../../image/decode-text.ts';
import { findBytes } from '../../image/find-bytes.ts';
import type { MetadataBlock } from '../../image/metadata-blocks/metadata-block.ts';
import { readMetadataBlocks } from '../../image/metadata-blocks/read-metadata-blocks.ts';
import { type Exif, readExif } from '../../image/read-exif.ts';
import { type Iptc, readIptc } from '../../image/read-iptc.ts';
import { readXmp, type Xmp } from '../../image/read-xmp.ts';

/**
 * No generator writes here (EXIF is where they put it in a JPEG), and any tool that shows a comment can set it. A GIF has
 * no other place, and Stable Diffusion WebUI uses it.
 */
export const JPEG_COMMENT = 'JPEG COM';

/** One text that the file carries, with the name of the field that holds it. */
export interface PlacedText {
  readonly source: 'exif' | 'text' | 'comment' | 'app';
  /** EXIF tag, PNG keyword or MP4 key, or the segment's name. */
  readonly field: string;
  /** For people: `EXIF UserComment`, `PNG tEXt parameters`. */
  readonly place: string;
  readonly text: string;
}

/** Everything a file says in its metadata, read once. */
export interface PictureMetadata {
  readonly texts: readonly PlacedText[];
  readonly xmp: readonly (Xmp & { readonly place: string })[];
  readonly exif: readonly Exif[];
  readonly iptc: readonly Iptc[];
  /** Where a C2PA manifest store stands. */
  readonly manifestPlaces: readonly string[];
  /** Ranges of the file that hold metadata of a known kind: offset and size. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly problems: readonly string[];
}

/** Text in an APPn segment of no known format; beyond this it is binary data of some camera. */
const MAX_APP_TEXT_BYTES = 65_536;

/** Reads all metadata of a file. Never throws: what could not be read is in `problems`. */
export function readPictureMetadata(bytes: Uint8Array, container: Container): PictureMetadata {
  const { blocks, problems } = readMetadataBlocks(bytes, container);
  const exif = blocks.filter(({ kind }) => kind === 'exif').map((block) => readExif(block.bytes));
  return {
    texts: [...exif.flatMap(exifTexts), ...blocks.flatMap(blockText)],
    xmp: blocks.filter(({ kind }) => kind === 'xmp').map((block) => ({ ...readXmp(block.bytes), place: block.place })),
    exif,
    iptc: blocks.filter(({ kind }) => kind === 'iptc').map((block) => readIptc(block.bytes)),
    manifestPlaces: [...new Set(blocks.filter(isManifestStore).map(({ place }) => place))],
    ranges: blocks.filter(isDefinedMetadata).flatMap(({ ranges }) => ranges),
    problems: [
      ...new Set([
        ...container.problems,
        ...problems,
        ...exif.flatMap((tags) => tags.problems.map((problem) => `exif-${problem}`)),
      ]),
    ],
  };
}

function exifTexts({ texts }: Exif): PlacedText[] {
  return [...texts].map(([field, text]) => ({ source: 'exif', field, place: `EXIF ${field}`, text }));
}

function blockText(block: MetadataBlock): PlacedText[] {
  const { kind, place, bytes } = block;
  if (kind === 'text') {
    const text = block.isLatin1 ? decodeLatin1Text(bytes) : decodeText(bytes);
    return [{ source: 'text', field: block.keyword ?? '', place, text }];
  }
  if (kind === 'comment') return [{ source: 'comment', field: place, place, text: decodeText(bytes) }];
  if (kind === 'app' && bytes.length <= MAX_APP_TEXT_BYTES) {
    return [{ source: 'app', field: place, place, text: decodeLatin1Text(bytes) }];
  }
  return [];
}

/**
 * An APPn segment of no known format and a JPEG's comment are places where anything may stand, unless it is the label that
 * some producers write.
 */
function isDefinedMetadata({ kind, place, bytes }: MetadataBlock): boolean {
  if (place === JPEG_COMMENT) return false;
  return kind !== 'app' || isBareLabel(decodeLatin1Text(bytes.subarray(0, 32)));
}

/** `AIGC{…}` at the start of an APPn segment. */
export function isBareLabel(text: string): boolean {
  return /^\s*AIGC\s*[={]/.test(text);
}

/** A JUMBF superbox of the C2PA kind; the four letters alone turn up in pixel data. */
function isManifestStore({ kind, place, bytes }: MetadataBlock): boolean {
  if (kind !== 'c2pa') return false;
  // An ISO media box wraps the store in a header of its own, and a long store continues in further JPEG segments.
  return place === 'ISO media C2PA' || (findBytes(bytes, 'jumb') >= 0 && findBytes(bytes, 'c2pa') >= 0);
}
