import ExifReader from 'exifreader';

/** Start of image, then the APP13 marker. */
const HEAD = [0xff, 0xd8, 0xff, 0xed];
const END_OF_IMAGE = [0xff, 0xd9];
/** A segment's length field counts itself. */
const LENGTH_BYTES = 2;

export interface Iptc {
  /** Dataset 2:110. */
  readonly credit: string;
  /** Dataset 2:115. */
  readonly source: string;
}

/**
 * Credit and source of an IPTC IIM record.
 * Source: IPTC IIM 4.2, record 2; Adobe Photoshop file formats, image resource 0x0404.
 * @param app13 content of a JPEG's APP13 segment, from "Photoshop 3.0" on
 */
export function readIptc(app13: Uint8Array): Iptc {
  // The tag reader takes whole files only, so the segment gets the smallest JPEG around it.
  const length = app13.length + LENGTH_BYTES;
  const file = Uint8Array.from([...HEAD, length >> 8, length & 0xff, ...app13, ...END_OF_IMAGE]);
  const { iptc } = ExifReader.load(file.buffer, { expanded: true, includeTags: { iptc: ['Credit', 'Source'] } });
  return { credit: textOf(iptc?.Credit), source: textOf(iptc?.Source) };
}

function textOf(tag: unknown): string {
  const description = (tag as { description?: unknown } | undefined)?.description;
  return typeof description === 'string' ? description : '';
}
