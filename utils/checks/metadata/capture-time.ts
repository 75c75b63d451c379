import type { ClaimFacts } from '../check.ts';
import type { PictureMetadata } from './picture-metadata.ts';

/** When the camera says that it took the picture. */
export interface CaptureTime {
  /** Wall clock as written, `2026-11-03T09:15:00`. */
  readonly local: string;
  /** `+08:00`; null where the file gives none. */
  readonly offset: string | null;
}

/** What the capture time says against the times of the claim. */
export interface CaptureContradiction {
  readonly kind:
    | 'captured-before-dispatch'
    | 'captured-before-order'
    | 'captured-before-delivery'
    | 'capture-time-implausible';
  readonly reference: string;
}

const EXIF_DATE = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2}):(\d{2})/;
const EXIF_OFFSET = /^[+-]\d{2}:\d{2}$/;
const HOUR_MS = 3_600_000;
/** Clocks are furthest behind UTC at −12:00, so a time without an offset lies at most this much later. */
const WESTMOST_ZONE_HOURS = 12;
/** A clock set by hand: morning for evening, the wrong day. Phones keep time by the network and are within seconds. */
const CLOCK_ERROR_HOURS = 24;
/** Beyond this a clock that was never set is likelier than an old picture. */
const PLAUSIBLE_DAYS = 365;

/** DateTimeOriginal with OffsetTimeOriginal; null where the file has none that is a date, or no camera took it. */
export function readCaptureTime(metadata: PictureMetadata): CaptureTime | null {
  for (const { texts } of metadata.exif) {
    const match = EXIF_DATE.exec(texts.get('DateTimeOriginal') ?? '');
    if (!match) continue;
    const [, year, month, day, hour, minute, second] = match;
    const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
    if (Number.isNaN(Date.parse(`${local}Z`))) continue;
    const offset = texts.get('OffsetTimeOriginal') ?? '';
    return { local, offset: EXIF_OFFSET.test(offset) ? offset : null };
  }
  return null;
}

/**
 * Compares the capture time with the claim's, giving every doubt to the picture: without an offset the latest instant
 * that any zone allows counts, and the clock may be a day slow. A screenshot, or a file that names no camera, shows when
 * a screen was saved and not when an item was photographed, so nothing is compared.
 */
export function compareCaptureTime(
  metadata: PictureMetadata,
  captured: CaptureTime,
  claim: ClaimFacts,
): CaptureContradiction | null {
  if (!isFromCamera(metadata)) return null;
  const latestMs =
    Date.parse(`${captured.local}${captured.offset ?? 'Z'}`) +
    ((captured.offset === null ? WESTMOST_ZONE_HOURS : 0) + CLOCK_ERROR_HOURS) * HOUR_MS;
  const isBefore = (time: string | undefined): time is string => time !== undefined && latestMs < Date.parse(time);
  const { orderTime, dispatchTime, deliveryTime } = claim;
  const earliest = dispatchTime ?? orderTime;
  if (isBefore(earliest)) {
    const isImplausible = Date.parse(earliest) - latestMs > PLAUSIBLE_DAYS * 24 * HOUR_MS;
    if (isImplausible) return { kind: 'capture-time-implausible', reference: earliest };
    return { kind: dispatchTime ? 'captured-before-dispatch' : 'captured-before-order', reference: earliest };
  }
  return isBefore(deliveryTime) ? { kind: 'captured-before-delivery', reference: deliveryTime } : null;
}

function isFromCamera({ exif }: PictureMetadata): boolean {
  return exif.some(
    ({ texts }) =>
      texts.has('Make') && texts.has('Model') && !/screenshot|截屏|截图/i.test(texts.get('UserComment') ?? ''),
  );
}
