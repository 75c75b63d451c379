import { hasAscii, readUint16 } from './byte-reading.ts';
import { type Container, partBytes } from './containers/container.ts';

/** The first two quantisation tables of a JPEG, in zigzag order. */
export interface QuantisationTables {
  /**
   * `ijg`: libjpeg's tables scaled by `quality`, as almost every platform, chat app and phone app saves, and some phones'
   * cameras do; `adobe`: own tables in a file with Adobe's marker, as Photoshop and Lightroom save; `own`: others, most of
   * them cameras.
   */
  readonly family: 'ijg' | 'adobe' | 'own';
  readonly quality: number | null;
}

const TABLE_VALUES = 64;
/** ITU-T T.81, Annex K, tables K.1 and K.2, in zigzag order. */
const LUMINANCE = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61,
  60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121,
  112, 100, 120, 92, 101, 103, 99,
];
const CHROMINANCE = [
  17, 18, 18, 24, 21, 24, 47, 26, 26, 47, 99, 66, 56, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99,
];

/** Names the tables of a JPEG; null where it has none. Says with which library's setting a file was last saved, no more. */
export function readQuantisationTables(bytes: Uint8Array, container: Container): QuantisationTables | null {
  const tables = readTableValues(bytes, container);
  const luminance = tables.get(0);
  if (!luminance) return null;
  for (let quality = 1; quality <= 100; quality++) {
    const matches = isScaled(luminance, LUMINANCE, quality) && isScaled(tables.get(1), CHROMINANCE, quality);
    if (matches) return { family: 'ijg', quality };
  }
  // Adobe's APP14 segment (Supporting the DCT Filters in PostScript Level 2, 18).
  const hasAdobeMarker = container.parts.some(
    (part) => part.name === 'APP14' && hasAscii(bytes, part.dataOffset, 'Adobe'),
  );
  return { family: hasAdobeMarker ? 'adobe' : 'own', quality: null };
}

/** The tables' values in zigzag order, by destination: 0 for luminance and, nearly always, 1 for chrominance. */
export function readTableValues(bytes: Uint8Array, container: Container): ReadonlyMap<number, readonly number[]> {
  const tables = new Map<number, number[]>();
  for (const part of container.parts) {
    if (part.name === 'SOS') break;
    if (part.name === 'DQT') readTables(partBytes(bytes, part), tables);
  }
  return tables;
}

/** The quality of libjpeg whose luminance table lies nearest, 1 to 100: an estimate for tables of any maker. */
export function nearestQuality(luminance: readonly number[]): number {
  const differenceAt = (quality: number): number =>
    scaledTable(LUMINANCE, quality).reduce((sum, value, index) => sum + Math.abs(value - (luminance[index] ?? 0)), 0);
  const qualities = Array.from({ length: 100 }, (_, index) => index + 1);
  return qualities.reduce((best, quality) => (differenceAt(quality) < differenceAt(best) ? quality : best));
}

/** libjpeg's luminance table at a quality, in zigzag order. */
export function luminanceTable(quality: number): readonly number[] {
  return scaledTable(LUMINANCE, quality);
}

/** T.81, B.2.4.1: precision and destination, then 64 values of one or two bytes; several tables may follow one another. */
function readTables(content: Uint8Array, tables: Map<number, number[]>): void {
  for (let at = 0; at < content.length; ) {
    const [precision, destination] = [(content[at] as number) >> 4, (content[at] as number) & 15];
    const valueBytes = precision === 0 ? 1 : 2;
    const end = at + 1 + TABLE_VALUES * valueBytes;
    if (end > content.length) return;
    const values = Array.from({ length: TABLE_VALUES }, (_, index) =>
      valueBytes === 1 ? (content[at + 1 + index] as number) : readUint16(content, at + 1 + 2 * index),
    );
    if (!tables.has(destination)) tables.set(destination, values);
    at = end;
  }
}

/** libjpeg's scaling (jcparam.c, jpeg_quality_scaling): a grey picture has no second table, which fits any. */
function isScaled(table: readonly number[] | undefined, base: readonly number[], quality: number): boolean {
  if (!table) return true;
  return scaledTable(base, quality).every((value, index) => table[index] === value);
}

function scaledTable(base: readonly number[], quality: number): number[] {
  const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
  return base.map((value) => Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100))));
}
