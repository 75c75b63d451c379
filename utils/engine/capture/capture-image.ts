import type { CapturedImage, PictureProblem } from '../../cases/case.ts';
import {
  FETCH_TIMEOUT_SECONDS,
  MAX_PICTURE_BYTES,
  MAX_VIDEO_BYTES,
  VIDEO_FETCH_TIMEOUT_SECONDS,
} from '../../limits.ts';
import { sha256Hex } from '../../sha256.ts';
import { mayBeAnsweredFrom, mayBeAskedFor } from './picture-address.ts';

/** What came of fetching one file: its record, with the bytes still in memory, or what stood in the way. */
export type Capture = Captured | { readonly problem: PictureProblem };
export interface Captured {
  readonly image: CapturedImage;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a server is asked for: the formats that keep an upload as it was, before those that servers convert into. */
const ACCEPT = 'image/jpeg,image/png,image/gif;q=0.9,*/*;q=0.5';

/**
 * Fetches one picture or video, bounded in bytes and time; a video's bounds are wider. Whatever the server answers ends
 * as data, never as a throw.
 * @param url `https:`, `http:` or `data:`
 * @param pageUrl of the claim; null for files without a page
 */
export async function captureImage(url: string, now: () => string, pageUrl: string | null): Promise<Capture> {
  if (!URL.canParse(url) || !mayBeAskedFor(new URL(url), pageUrl)) return { problem: { reason: 'address-refused' } };
  const deadline = new Deadline(FETCH_TIMEOUT_SECONDS);
  try {
    const response = await fetch(url, {
      signal: deadline.signal,
      headers: { Accept: ACCEPT },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    // A redirect cannot be looked at before it is followed; what it led to is not read.
    if (response.redirected && !mayBeAnsweredFrom(new URL(response.url), new URL(url), pageUrl)) {
      await response.body?.cancel();
      return { problem: { reason: 'redirect-refused', params: { host: new URL(response.url).hostname } } };
    }
    if (!response.ok) return { problem: { reason: httpReason(response.status), params: { status: response.status } } };
    const contentType = response.headers.get('content-type');
    const isVideo = contentType?.startsWith('video/') ?? false;
    if (isVideo) deadline.extendTo(VIDEO_FETCH_TIMEOUT_SECONDS);
    const maxBytes = isVideo ? MAX_VIDEO_BYTES : MAX_PICTURE_BYTES;
    const bytes = await readBounded(response, maxBytes);
    if (bytes === null)
      return { problem: { reason: 'too-many-bytes', params: { limitMegabytes: maxBytes / 2 ** 20 } } };
    if (contentType?.startsWith('text/html') && looksLikeHtml(bytes)) return { problem: { reason: 'html-instead' } };
    return { image: await capturedImage(bytes, url, contentType, now()), bytes };
  } catch (error) {
    if (deadline.signal.aborted) return { problem: { reason: 'timed-out', params: { seconds: deadline.seconds } } };
    // fetch() tells a refused connection, a lost name and a missing permission apart in no way that code can read.
    return {
      problem: { reason: 'network', params: { detail: error instanceof Error ? error.message : String(error) } },
    };
  } finally {
    deadline.end();
  }
}

/** Aborts its signal when its time is over, which may be put off. */
class Deadline {
  readonly #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  seconds = 0;

  constructor(seconds: number) {
    this.extendTo(seconds);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  extendTo(seconds: number): void {
    this.end();
    this.seconds = seconds;
    this.#timer = setTimeout(() => this.#abort.abort(), seconds * 1000);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** The record of bytes that arrived, with their SHA-256. */
export async function capturedImage(
  bytes: Uint8Array<ArrayBuffer>,
  url: string,
  contentType: string | null,
  receivedAt: string,
): Promise<CapturedImage> {
  return {
    url,
    receivedAt,
    contentType,
    sizeBytes: bytes.byteLength,
    sha256: await sha256Hex(bytes),
    blob: new Blob([bytes], { type: contentType ?? '' }),
  };
}

function httpReason(status: number): string {
  if (status === 401 || status === 403) return 'http-403';
  return status === 404 || status === 410 ? 'http-404' : 'http-error';
}

/** The whole body, or null as soon as it is over the limit, whatever its length header said. */
async function readBounded(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!response.body) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    sizeBytes += part.value.byteLength;
    if (sizeBytes > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(sizeBytes);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  return /^\s*<(?:!doctype|html|head|body|script)/i.test(new TextDecoder().decode(bytes.subarray(0, 512)));
}
