/** The bounds that hostile or broken input runs into. Every one of them ends in a line that a person can read. */

/** Bytes of one picture; a phone's 200-megapixel JPEG stays under it. */
export const MAX_PICTURE_BYTES = 64 * 1024 * 1024;
/** Pixels that a file may declare before it is decoded at all. */
export const MAX_DECODE_PIXELS = 120_000_000;
/** Pixels that the checks work on; larger pictures are reduced when decoded. */
export const MAX_ANALYSIS_PIXELS = 4_000_000;
/** Evidence pictures of one claim. */
export const MAX_EVIDENCE_PICTURES = 40;
/** The seller's own pictures of one product. */
export const MAX_LISTING_PICTURES = 60;
/** Seconds for a picture to arrive. */
export const FETCH_TIMEOUT_SECONDS = 20;
/** Seconds for one check on one picture; the worker is restarted after it. */
export const CHECK_TIMEOUT_SECONDS = 60;
