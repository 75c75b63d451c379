import type { Container } from '../image/containers/container.ts';
import { trailerKind } from '../image/containers/trailer-kind.ts';
import { containerOf } from '../image/containers/walk-container.ts';
import type { Picture } from '../image/picture.ts';
import { readQuantisationTables } from '../image/quantisation-tables.ts';
import { type Dimensions, readDimensions } from '../image/read-dimensions.ts';
import { type ClaimFacts, defineCheck, done, type Finding, skipped } from './check.ts';
import type { JsonObject } from './json.ts';
import { findByteDanceRecord, findSamsungEdit } from './metadata/app-declarations.ts';
import { compareCaptureTime, readCaptureTime } from './metadata/capture-time.ts';
import { compareThumbnail } from './metadata/compare-thumbnail.ts';
import { digitalSourceTypes, findDeclaredSources } from './metadata/declared-source.ts';
import { findEditorSoftware } from './metadata/editor-software.ts';
import { findGeneratorParameters } from './metadata/generator-parameters.ts';
import { type PictureMetadata, readPictureMetadata } from './metadata/picture-metadata.ts';
import { findPlantedMarks } from './metadata/planted-marks.ts';
import { shownText } from './metadata/shown-text.ts';
import { hasOtherPixelSize } from './metadata/stated-size.ts';
import { findStealthParameters } from './metadata/stealth-parameters.ts';
import { tc260Findings } from './metadata/tc260-findings.ts';
import { findTc260Labels } from './metadata/tc260-places.ts';
import { thumbnailDifference } from './metadata/thumbnail-difference.ts';
import { hasOtherShape } from './metadata/thumbnail-shape.ts';
import type { Grade } from './verdict.ts';

const MISSING = '—';

/**
 * What the file says about itself in the places that its format defines: the implicit label of GB 45438, records of image
 * generators, source types, credit lines and marks of apps, editors, and the capture time against the claim's times.
 * Everything here is unsigned text that anyone can write or remove, so nothing is proof and nothing missing counts.
 * Places, owners and serial numbers are not read.
 */
export const metadata = defineCheck({
  id: 'metadata',
  version: 3,
  needs: ['received-file'],
  reads: 'bytes-then-pixels',
  source: 'GB 45438-2025; TC260-PG-20259A and 20252A; IPTC 2025.1; Exif 3.0; XMP specification parts 1 and 3',
  run({ picture, claim }) {
    const container = containerOf(picture);
    if (!container) return skipped('no-metadata-format');
    const read = readPictureMetadata(picture.bytes, container);
    return done({ metadata: measure(picture, container, read) }, [
      ...tc260Findings(findTc260Labels(read)),
      ...generatorFindings(picture, read),
      ...sourceFindings(picture, container, read),
      ...timeFindings(read, claim),
      ...noteFindings(picture, container, read),
    ]);
  },
});

function thumbnailOf(read: PictureMetadata): Dimensions | null {
  return read.exif.find((exif) => exif.thumbnail !== null)?.thumbnail ?? null;
}

/** The preview against the picture: its shape, and where that agrees or cannot be told, what it shows. */
function thumbnailFindings(picture: Picture, read: PictureMetadata): Finding[] {
  const [thumbnail, size] = [thumbnailOf(read), sizeOf(picture)];
  if (thumbnail && size && hasOtherShape(thumbnail, size)) {
    return [
      finding('thumbnail-shape-differs', 'note', {
        thumbnailWidth: thumbnail.width,
        thumbnailHeight: thumbnail.height,
        width: size.width,
        height: size.height,
      }),
    ];
  }
  if (!picture.pixels || !picture.thumbnail) return [];
  const difference = thumbnailDifference(compareThumbnail(picture.pixels, picture.thumbnail));
  if (difference === null) return [];
  return [finding(difference === 'other' ? 'thumbnail-view-differs' : 'thumbnail-place-differs', 'note', {})];
}

/** The size that the camera or editor wrote beside the size that the file has. */
function statedSizeFindings(picture: Picture, read: PictureMetadata): Finding[] {
  const [stated, size] = [statedSizeOf(read), sizeOf(picture)];
  if (!stated || !size || !hasOtherPixelSize(stated, size)) return [];
  return [
    finding('stated-size-differs', 'note', {
      statedWidth: stated.width,
      statedHeight: stated.height,
      width: size.width,
      height: size.height,
    }),
  ];
}

function statedSizeOf(read: PictureMetadata): Dimensions | null {
  return read.exif.find((exif) => exif.pixelSize !== null)?.pixelSize ?? null;
}

function sizeOf(picture: Picture): Dimensions | null {
  const { bytes, type } = picture;
  return type && picture.derived('declared size', () => readDimensions(bytes, type));
}

function measure(picture: Picture, container: Container, read: PictureMetadata): JsonObject {
  // ComfyUI keeps whole graphs in Make and Model; those are no camera.
  const exifText = (tag: 'Make' | 'Model' | 'Software'): string | null =>
    read.exif.map(({ texts }) => texts.get(tag)).find((text) => text !== undefined && !text.includes('{')) ?? null;
  const shown = (text: string | null): string | null => (text === null ? null : shownText(text, 80));
  const captured = readCaptureTime(read);
  const tables = container.type === 'jpeg' ? readQuantisationTables(picture.bytes, container) : null;
  const [thumbnail, stated] = [thumbnailOf(read), statedSizeOf(read)];
  return {
    camera:
      exifText('Make') || exifText('Model') ? { make: shown(exifText('Make')), model: shown(exifText('Model')) } : null,
    software: shown(exifText('Software')),
    captureTime: captured ? { local: captured.local, offset: captured.offset } : null,
    digitalSourceTypes: digitalSourceTypes(read).map((term) => shownText(term, 80)),
    quantisationTables: tables ? { family: tables.family, quality: tables.quality } : null,
    thumbnail: thumbnail ? { width: thumbnail.width, height: thumbnail.height } : null,
    statedSize: stated ? { width: stated.width, height: stated.height } : null,
    orientation: read.exif.find(({ orientation }) => orientation !== null)?.orientation ?? null,
    trailer: trailerKind(picture.bytes, container),
    problems: read.problems,
  };
}

function generatorFindings(picture: Picture, read: PictureMetadata): Finding[] {
  const found = [...findGeneratorParameters(read), findStealthParameters(picture.pixels)].filter((one) => one !== null);
  const first = found.find(({ isGeneration }) => isGeneration);
  if (first) {
    const { tool, place, prompt } = first;
    return [finding('generator-parameters', 'strong', { tool, place, prompt: shownText(prompt) || MISSING })];
  }
  return found.slice(0, 1).map(({ tool, place }) => finding('editor-software', 'note', { software: tool, place }));
}

function sourceFindings(picture: Picture, container: Container, read: PictureMetadata): Finding[] {
  const samsung = container.type === 'jpeg' ? findSamsungEdit(picture.bytes, container.endOffset) : null;
  return [...findDeclaredSources(read), findByteDanceRecord(read), samsung]
    .filter((source) => source !== null)
    .map(({ says, place, value }) =>
      finding(says === 'generated' ? 'declared-ai-source' : 'declared-ai-edit', 'clue', {
        place,
        value: shownText(value),
      }),
    );
}

function timeFindings(read: PictureMetadata, claim: ClaimFacts): Finding[] {
  const captured = readCaptureTime(read);
  const contradiction = captured && compareCaptureTime(read, captured, claim);
  if (!captured || !contradiction) return [];
  const { kind, reference } = contradiction;
  const grade = kind === 'captured-before-dispatch' || kind === 'captured-before-order' ? 'clue' : 'note';
  // Written as the file has it: without an offset it is a wall clock somewhere, and no conversion would be honest.
  const capturedAt = captured.local.replace('T', ' ') + (captured.offset ? ` (UTC${captured.offset})` : '');
  return [finding(kind, grade, { capturedAt, reference })];
}

function noteFindings(picture: Picture, container: Container, read: PictureMetadata): Finding[] {
  const { bytes } = picture;
  const editors = findEditorSoftware(read).map(({ place, software }) =>
    finding('editor-software', 'note', { place, software: shownText(software, 80) }),
  );
  const manifest = read.manifestPlaces.slice(0, 1).map((place) => finding('c2pa-present', 'note', { place }));
  const kind = trailerKind(bytes, container);
  const hasOwnMetadata = kind === 'multi-picture' || kind === 'motion-photo';
  const searchEnd = hasOwnMetadata && container.endOffset !== null ? container.endOffset : bytes.length;
  const planted = findPlantedMarks(bytes, read.ranges, container.endOffset, searchEnd).map(
    ({ mark, offset, isAfterEnd }) =>
      finding('planted-mark', 'note', { mark, place: `0x${offset.toString(16).toUpperCase()}`, isAfterEnd }),
  );
  return [
    ...editors,
    ...manifest,
    ...thumbnailFindings(picture, read),
    ...statedSizeFindings(picture, read),
    ...planted,
  ];
}

function finding(kind: string, grade: Grade, params: JsonObject): Finding {
  return { check: 'metadata', kind, grade, params };
}
