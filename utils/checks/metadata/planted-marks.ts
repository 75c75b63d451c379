import { findAnyBytes } from '../../image/find-any-bytes.ts';

/** A string that only a mark contains, at a place that holds no metadata. */
export interface PlantedMark {
  readonly mark: string;
  readonly offset: number;
  readonly isAfterEnd: boolean;
}

/** Long enough that chance does not write them: the shortest is ten bytes, 1 in 10^24 per byte of random data. */
const MARKS = [
  'TC260:AIGC',
  'ContentProducer',
  'rainedAlgorithmicMedia',
  'Negative prompt: ',
  '"class_type"',
  'sui_image_params',
];

/**
 * Finds marks outside every range in which the format defines metadata: appended after the end, in pixel data, in an
 * unknown chunk. They prove nothing, since anyone can append bytes.
 * @param ranges metadata ranges of the file, offset and size
 * @param searchEnd end of the search; the announced further pictures of a phone's file carry metadata of their own
 */
export function findPlantedMarks(
  bytes: Uint8Array,
  ranges: readonly (readonly [number, number])[],
  endOffset: number | null,
  searchEnd: number,
): PlantedMark[] {
  const found = new Map<string, PlantedMark>();
  for (const [start, end] of gapsBetween(ranges, searchEnd)) {
    for (const { text, offset } of findAnyBytes(bytes, MARKS, start, end)) {
      if (!found.has(text))
        found.set(text, { mark: text, offset, isAfterEnd: endOffset !== null && offset >= endOffset });
    }
  }
  return [...found.values()];
}

function gapsBetween(ranges: readonly (readonly [number, number])[], end: number): [number, number][] {
  const sorted = [...ranges].sort(([left], [right]) => left - right);
  const gaps: [number, number][] = [];
  let at = 0;
  for (const [offset, sizeBytes] of sorted) {
    if (offset > at) gaps.push([at, Math.min(offset, end)]);
    at = Math.max(at, offset + sizeBytes);
  }
  if (at < end) gaps.push([at, end]);
  return gaps;
}
