import type { StoredPicture } from '../../cases/case.ts';
import type { CaseDatabase } from '../../cases/database.ts';
import { isFetched } from '../../cases/read-case-view.ts';
import { updatePicture } from '../../cases/write-results.ts';
import { readDimensions } from '../../image/read-dimensions.ts';
import { sniffImageType } from '../../image/sniff-image-type.ts';
import { MAX_PARALLEL_FETCHES } from '../../limits.ts';
import { PLATFORMS } from '../../platforms/index.ts';
import { originalCandidates, originalsByHost } from '../../platforms/original-candidates.ts';
import { type Captured, captureImage } from './capture-image.ts';

/** How long the others wait until the first picture was looked at: a server that does not answer holds nothing else up. */
const HEAD_START_MS = 1_000;

/** A picture whose fate is known: its bytes are here, or will not come. */
export interface SettledPicture {
  readonly stored: StoredPicture;
  /** Of the file to analyse, where it was fetched just now; null where it is read from the history. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/**
 * Fetches the pictures of a case that are not here yet, a few at a time: each as delivered and in the largest version
 * that its image server offers, both kept, the larger one analysed. The first has the line to itself until it was looked at:
 * what it says is what a seller sees first, and its writing would wait behind the others' files.
 * @param from the seller center, and the claim's page where there is one
 * @param onSettled called for every picture in the order of arrival, when its writing has begun: what is written
 * afterwards is in the history after it; gives when the picture was looked at
 * @throws what the database threw
 */
export async function fetchPictures(
  database: CaseDatabase,
  pictures: readonly StoredPicture[],
  from: { readonly platform: string; readonly pageUrl: string | null },
  now: () => string,
  onSettled: (picture: SettledPicture) => Promise<void>,
): Promise<void> {
  const waiting = [...pictures];
  let letOthersBegin: () => void = () => undefined;
  const firstIsHere = new Promise<void>((resolve) => {
    letOthersBegin = resolve;
  });
  const timer = setTimeout(letOthersBegin, HEAD_START_MS);
  const fetchNext = async (): Promise<void> => {
    for (let picture = waiting.shift(); picture; picture = waiting.shift()) {
      if (isFetched(picture)) {
        void onSettled({ stored: picture, bytes: null }).then(letOthersBegin);
        continue;
      }
      const { change, bytes } = await fetchBest(picture, from.platform, from.pageUrl, now);
      const writing = updatePicture(database, picture.pictureId, change);
      void onSettled({ stored: { ...picture, ...change }, bytes }).then(letOthersBegin);
      await writing;
    }
  };
  const others = Array.from({ length: MAX_PARALLEL_FETCHES - 1 }, () => firstIsHere.then(fetchNext));
  try {
    await Promise.all([fetchNext(), ...others]);
  } finally {
    clearTimeout(timer);
  }
}

async function fetchBest(
  picture: StoredPicture,
  platform: string,
  pageUrl: string | null,
  now: () => string,
): Promise<{ readonly change: Partial<StoredPicture>; readonly bytes: Uint8Array<ArrayBuffer> | null }> {
  const known = PLATFORMS.find(({ id }) => id === platform);
  const candidates = isVideoAddress(picture.url)
    ? []
    : known
      ? originalCandidates(known, picture.url)
      : originalsByHost(picture.url);
  const [delivered, candidate] = await Promise.all([
    captureImage(picture.url, now, pageUrl),
    firstPicture(candidates, now, pageUrl),
  ]);
  const asDelivered = 'image' in delivered ? delivered : null;
  // The very same file under another address is kept once.
  const larger = candidate?.image.sha256 === asDelivered?.image.sha256 ? null : candidate;
  if (larger && (!asDelivered || isBetter(larger.bytes, asDelivered.bytes))) {
    const change = { delivered: asDelivered?.image ?? null, larger: larger.image, analysed: 'larger' as const };
    return { change, bytes: larger.bytes };
  }
  return 'image' in delivered
    ? { change: { delivered: delivered.image, larger: larger?.image ?? null }, bytes: delivered.bytes }
    : { change: { problem: delivered.problem }, bytes: null };
}

/** The rules for larger versions are those of image servers; a video is fetched once, as delivered. */
function isVideoAddress(url: string): boolean {
  return URL.canParse(url) && /\.(mp4|m4v|mov|webm|mkv|avi|3gp)$/i.test(new URL(url).pathname);
}

/** The first candidate that answers with a picture; candidates are guesses, so that one of them fails says nothing. */
async function firstPicture(
  urls: readonly string[],
  now: () => string,
  pageUrl: string | null,
): Promise<Captured | null> {
  for (const url of urls) {
    const capture = await captureImage(url, now, pageUrl);
    if ('image' in capture && sniffImageType(capture.bytes) !== null) return capture;
  }
  return null;
}

function isBetter(candidate: Uint8Array, delivered: Uint8Array): boolean {
  const [a, b] = [pixelCount(candidate), pixelCount(delivered)];
  return a === b ? candidate.length > delivered.length : a > b;
}

function pixelCount(bytes: Uint8Array): number {
  const type = sniffImageType(bytes);
  const size = type && readDimensions(bytes, type);
  return size ? size.width * size.height : 0;
}
