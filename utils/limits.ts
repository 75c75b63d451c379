/** The bounds that hostile or broken input runs into. Every one of them ends in a line that a person can read. */

/** Bytes of one picture; a phone's 200-megapixel JPEG stays under it. */
export const MAX_PICTURE_BYTES = 64 * 1024 * 1024;
/** Bytes of one video: some minutes as platforms re-save it. */
export const MAX_VIDEO_BYTES = 128 * 1024 * 1024;
/** Pixels that a file may declare before it is decoded at all. */
export const MAX_DECODE_PIXELS = 120_000_000;
/**
 * Pixels times scans of a JPEG that is decoded, the preview in a file's EXIF too: each scan is a pass over the whole picture. A 120-megapixel progressive
 * JPEG of the usual ten scans has 1.2 thousand million; one of 3,000 scans kept Chromium busy for 37 s.
 */
export const MAX_DECODE_SCAN_PIXELS = 4_000_000_000;
/**
 * Longer side over shorter side of a picture that is looked at. The longest screenshots of phones have some 30; a strip of
 * 60,000 × 1 pixels shows nothing and kept the checks busy for more than 100 s.
 */
export const MAX_DECODE_ASPECT = 100;
/** Pixels that the checks work on; larger pictures are reduced when decoded. */
export const MAX_ANALYSIS_PIXELS = 2_500_000;
/** Evidence pictures of one claim. */
export const MAX_EVIDENCE_PICTURES = 40;
/** The seller's own pictures of one product. */
export const MAX_LISTING_PICTURES = 60;
/** Photos and videos of packing that one order has. */
export const MAX_PACKING_FILES = 20;
/** Seconds for a picture to arrive. */
export const FETCH_TIMEOUT_SECONDS = 20;
/** Frames of one video that are checked. */
export const MAX_VIDEO_FRAMES = 12;
/** Seconds of a video, from its start, in which frames are looked for. */
export const MAX_VIDEO_SECONDS = 600;
/** Seconds for a video to arrive, from the server's answer on. */
export const VIDEO_FETCH_TIMEOUT_SECONDS = 120;
/** Seconds for one check on one picture; the worker is restarted after it. */
export const CHECK_TIMEOUT_SECONDS = 60;
/** Pictures of a case that are decoded while another is looked at: 50 MB each for the moment, for 12 megapixels. */
export const MAX_DECODED_AHEAD = 1;
/** Pictures that the worker keeps decoded beside those of the case at hand, the least recently used goes first: 10 MB each. */
export const MAX_PICTURES_IN_MEMORY = 12;
/** Pictures of earlier claims that the worker keeps decoded: those that one of the buyer's is compared with may resemble the next too. */
export const MAX_EARLIER_IN_MEMORY = 4;
/** Listing pictures of one claim that are kept as decoded; of more, each is kept at the size that it is compared at. */
export const MAX_FULL_LISTING_PICTURES = 12;
/** Pictures that are fetched at the same time. */
export const MAX_PARALLEL_FETCHES = 4;
/** Longest side of the small version that the panel shows, in pixels. */
export const PREVIEW_SIDE_PIXELS = 640;
/** Seconds between two questions to a worker whether it is there. */
export const WORKER_PING_SECONDS = 10;
/** Questions in a row without an answer, while no check is running, after which a worker is taken for dead. */
export const MAX_UNANSWERED_PINGS = 3;
/** Claims waiting for the worker at once. */
export const MAX_QUEUED_CASES = 200;
/** Seconds without work after which the worker is ended and its memory freed. */
export const IDLE_WORKER_SECONDS = 180;
/** Times that a crashed worker is started again for one claim. */
export const MAX_WORKER_RESTARTS = 5;
/** Characters of one JSON answer that a page received; lists of 100 claims have some 300,000. */
export const MAX_ANSWER_LENGTH = 2_000_000;
/** JSON answers kept of one page, the newest. */
export const MAX_ANSWERS = 24;
/** Characters of all JSON answers kept of one page. */
export const MAX_ANSWERS_LENGTH = 8_000_000;
/** Claims of one queue. */
export const MAX_CLAIMS_IN_QUEUE = 100;
/** Seconds between the end of one claim of a queue and the opening of the next: about as fast as a person goes on. */
export const PAUSE_BETWEEN_CLAIMS_SECONDS = 3;
/** Seconds for a claim's page to show its claim in a tab that a queue has opened. */
export const CLAIM_PAGE_TIMEOUT_SECONDS = 45;
/** Pictures of which visual words are kept, the newest: 52 MB in memory and on disk. Fingerprints are kept of all. */
export const MAX_PICTURES_WITH_WORDS = 20_000;
/** Damages of earlier claims that a picture is searched for, the newest; some milliseconds each. */
export const MAX_DAMAGES_SEARCHED = 200;
/** Cases that the history page shows at once, the newest, while the others are read. */
export const FIRST_CASES_LISTED = 60;
/** Bytes of the HTML of a product's own page. */
export const MAX_PRODUCT_PAGE_BYTES = 4_000_000;
/** Free bytes of the disk below which no analysis begins: six pictures of a phone with their larger versions. */
export const MIN_FREE_DISK_BYTES = 64 * 1024 * 1024;
