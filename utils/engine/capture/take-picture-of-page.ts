import { browser } from 'wxt/browser';
import type { PictureProblem } from '../../cases/case.ts';
import type { EvidenceItem } from '../../claims/claim.ts';
import type { MadeFrom } from '../../image/made-from.ts';
import { sniffImageType } from '../../image/sniff-image-type.ts';
import { originalsByHost } from '../../platforms/original-candidates.ts';
import { captureImage } from './capture-image.ts';
import { captureScreenArea } from './capture-screen-area.ts';
import { type PictureInPage, readPictureInPage } from './read-picture-in-page.ts';

/** A picture that the seller pointed at with the right mouse button. */
export interface PointedPicture {
  readonly url: string;
  readonly tabId: number;
  readonly windowId: number;
  readonly frameId: number;
}

export type TakenPicture =
  /** The browser may ask its server, so it is fetched like any other, at its largest. */
  | { readonly item: EvidenceItem }
  | { readonly blob: Blob; readonly madeFrom?: MadeFrom }
  | { readonly problem: PictureProblem };

/** A message between processes of the browser; larger pictures have to be handed over as files. */
const MAX_BYTES_THROUGH_PAGE = 32 * 1024 * 1024;

/**
 * Takes one picture of a page without asking for another permission: from its server where that is permitted already,
 * otherwise as the page may read it, otherwise as the screen shows it, which the record then says.
 */
export async function takePictureOfPage(pointed: PointedPicture): Promise<TakenPicture> {
  const isPermitted = await mayFetch(pointed.url);
  if (isPermitted && originalsByHost(pointed.url).length > 0) {
    const source = { via: 'manual', hint: '' } as const;
    return { item: { url: pointed.url, kind: 'image', role: 'buyer', source } };
  }
  if (isPermitted) {
    const capture = await captureImage(pointed.url, () => new Date().toISOString(), null);
    // A server may answer its own pages only; those are asked next.
    if ('image' in capture && sniffImageType(await headOf(capture.image.blob))) return { blob: capture.image.blob };
  }
  let seen: PictureInPage | undefined;
  try {
    const [run] = await browser.scripting.executeScript({
      target: { tabId: pointed.tabId, frameIds: [pointed.frameId] },
      func: readPictureInPage,
      args: [pointed.url, MAX_BYTES_THROUGH_PAGE],
    });
    seen = run?.result as PictureInPage | undefined;
  } catch (error) {
    // The browser's own pages, its extension store, and a frame of another site.
    return { problem: { reason: 'page-closed-to-extensions', params: { detail: String(error) } } };
  }
  if (seen?.dataUrl) return { blob: await (await fetch(seen.dataUrl)).blob() };
  if (seen?.isTooLarge) {
    return { problem: { reason: 'too-many-bytes', params: { limitMegabytes: MAX_BYTES_THROUGH_PAGE / 2 ** 20 } } };
  }
  // What a frame calls its top left is somewhere else on the screen.
  if (!seen?.visibleArea || pointed.frameId !== 0) return { problem: { reason: 'picture-not-readable' } };
  const area = { ...seen.visibleArea, viewportWidth: seen.viewportWidth };
  return { blob: await captureScreenArea(pointed.windowId, area), madeFrom: { kind: 'screen-area' } };
}

async function headOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(0, 4096).arrayBuffer());
}

async function mayFetch(url: string): Promise<boolean> {
  if (!/^https?:/.test(url)) return false;
  const { protocol, hostname } = new URL(url);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}
