import type { StoredPicture } from '../../cases/case.ts';
import type { CaseDatabase } from '../../cases/database.ts';
import { isFetched } from '../../cases/read-case-view.ts';
import { updatePicture } from '../../cases/write-results.ts';
import { readDimensions } from '../../image/read-dimensions.ts';
import { sniffImageType } from '../../image/sniff-image-type.ts';
import { MAX_PARALLEL_FETCHES } from '../../limits.ts';
import { PLATFORMS } from '../../platforms/index.ts';
import { originalCandidates, originalsByHost } from '../../platforms/original-candidates.ts';
import { type Capture, captureImage } from './capture-image.ts';

/**
 * Fetches the pictures of a case that are not here yet, a few at a time: each as delivered and in the largest version
 * that its image server offers, both kept, the larger one analysed.
 * @param from the seller center, and the claim's page where there is one
 * @param onFetched called for every picture as it is settled, in the order of arrival
 */
export async function fetchPictures(
  database: CaseDatabase,
  pictures: readonly StoredPicture[],
  from: { readonly platform: string; readonly pageUrl: string | null },
  now: () => string,
  onFetched: (picture: StoredPicture) => void,
): Promise<void> {
  const waiting = [...pictures];
  const fetchNext = async (): Promise<void> => {
    for (let picture = waiting.shift(); picture; picture = waiting.shift()) {
      const change = isFetched(picture) ? {} : await fetchBest(picture, from.platform, from.pageUrl, now);
      await updatePicture(database, picture.pictureId, change);
      onFetched({ ...picture, ...change });
    }
  };
  await Promise.all(Array.from({ length: MAX_PARALLEL_FETCHES }, fetchNext));
}

async function fetchBest(
  picture: StoredPicture,
  platform: string,
  pageUrl: string | null,
  now: () => string,
): Promise<Partial<StoredPicture>> {
  const known = PLATFORMS.find(({ id }) => id === platform);
  const candidates = isVideoAddress(picture.url)
    ? []
    : known
      ? originalCandidates(known, picture.url)
      : originalsByHost(picture.url);
  const [delivered, larger] = await Promise.all([
    captureImage(picture.url, now, pageUrl),
    firstPicture(candidates, now, pageUrl),
  ]);
  const deliveredImage = 'image' in delivered ? delivered.image : null;
  if (larger && (!deliveredImage || (await isBetter(larger.image, deliveredImage)))) {
    return { delivered: deliveredImage, larger: larger.image, analysed: 'larger' };
  }
  return 'image' in delivered
    ? { delivered: delivered.image, larger: larger?.image ?? null }
    : { problem: delivered.problem };
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
): Promise<Extract<Capture, { image: unknown }> | null> {
  for (const url of urls) {
    const capture = await captureImage(url, now, pageUrl);
    if ('image' in capture && sniffImageType(await headOf(capture.image.blob)) !== null) return capture;
  }
  return null;
}

async function isBetter(candidate: { readonly blob: Blob }, delivered: { readonly blob: Blob }): Promise<boolean> {
  const [a, b] = await Promise.all([pixelCount(candidate.blob), pixelCount(delivered.blob)]);
  return a === b ? candidate.blob.size > delivered.blob.size : a > b;
}

async function pixelCount(blob: Blob): Promise<number> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const type = sniffImageType(bytes);
  const size = type && readDimensions(bytes, type);
  return size ? size.width * size.height : 0;
}

async function headOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(0, 4096).arrayBuffer());
}
