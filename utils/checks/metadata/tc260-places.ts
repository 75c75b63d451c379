import type { JsonValue } from '../json.ts';
import { isBareLabel, type PictureMetadata, type PlacedText } from './picture-metadata.ts';
import { labelOf, parseTc260Label, type Tc260Label } from './tc260-label.ts';

/** TC260-PG-20259A: the XMP namespace of the label, `http://www.tc260.org.cn/ns/AIGC/1.0/`, in whatever version. */
const NAMESPACE = /^https?:\/\/(www\.)?tc260\.org\.cn\/ns\/aigc\b/i;
const PREFIX = 'TC260';
const KEYWORD = /^(TC260:)?AIGC$/i;
/** EXIF tags in which Tencent and Honor write the label. */
const EXIF_TAGS = ['UserComment', 'ImageDescription'];
/** Labels shown of one file; the standard allows one. */
const MAX_LABELS = 8;

export interface PlacedLabel {
  readonly place: string;
  readonly label: Tc260Label;
  /** The place is one of those that the guide or a real producer uses; elsewhere a label counts for nothing. */
  readonly isDefinedPlace: boolean;
}

/**
 * Every implicit label of a file with its place.
 * Source: TC260-PG-20259A (XMP in all formats) and the placements of real producers: PNG text `AIGC`, EXIF UserComment
 * and ImageDescription, a bare `AIGC{…}` in a JPEG APPn segment; for videos TC260-PG-20257A: the key `AIGC` of MP4,
 * Matroska and AVI.
 */
export function findTc260Labels(metadata: PictureMetadata): PlacedLabel[] {
  const labels = [...metadata.xmp.flatMap(xmpLabels), ...metadata.texts.flatMap(textLabels)];
  return labels.slice(0, MAX_LABELS);
}

function xmpLabels(xmp: PictureMetadata['xmp'][number]): PlacedLabel[] {
  const place = `${xmp.place} TC260:AIGC`;
  const labels: PlacedLabel[] = [];
  const fields: Record<string, JsonValue> = {};
  for (const { namespace, name, prefix, within, value } of xmp.properties) {
    // A prefix that another namespace was declared for is that namespace's; some writers declare none at all.
    const isTc260 = NAMESPACE.test(namespace) || (namespace === '' && prefix.toUpperCase() === PREFIX);
    if (!isTc260 && !KEYWORD.test(name)) continue;
    if (within.length === 1 && KEYWORD.test(within[0] as string)) fields[name] ??= value;
    else if (KEYWORD.test(name)) {
      const label = parseTc260Label(value, isTc260);
      if (label) labels.push({ place, label, isDefinedPlace: isTc260 && within.length === 0 });
    }
  }
  const structured = labelOf(fields, true);
  if (structured) labels.push({ place, label: structured, isDefinedPlace: true });
  if (labels.length === 0 && !xmp.isWellFormed) labels.push(...brokenXmpLabel(xmp.text, place));
  return labels;
}

/** Quotes that were not escaped break the XML around the label; the packet still says TC260:AIGC. */
function brokenXmpLabel(packet: string, place: string): PlacedLabel[] {
  const start = packet.indexOf('TC260:AIGC');
  const end = start < 0 ? -1 : packet.indexOf('}', start);
  const label = end < 0 ? null : parseTc260Label(packet.slice(start, end + 1), true);
  return label ? [{ place, label, isDefinedPlace: true }] : [];
}

function textLabels({ source, field, place, text }: PlacedText): PlacedLabel[] {
  const isKeyed = source === 'text' && KEYWORD.test(field);
  // Keyless entries of an app's MP4 export: the value alone has to be unmistakable.
  const isMovieValue = source === 'text' && place.startsWith('MP4 ');
  const isBareSegment = source === 'app' && isBareLabel(text);
  const isExif = source === 'exif' && EXIF_TAGS.includes(field);
  if (source === 'app' && !isBareSegment) return [];
  const label = parseTc260Label(text, isKeyed || isBareSegment);
  return label ? [{ place, label, isDefinedPlace: isKeyed || isMovieValue || isBareSegment || isExif }] : [];
}
