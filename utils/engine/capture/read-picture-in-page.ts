/** What a page could tell about one of its pictures. */
export interface PictureInPage {
  /** `data:` address of its bytes as delivered; null where the page may not read them. */
  readonly dataUrl: string | null;
  readonly isTooLarge: boolean;
  /** Where it is on the screen, in CSS pixels of the frame, cut to what is visible; null where it is not. */
  readonly visibleArea: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly viewportWidth: number;
}

/**
 * Runs inside a page, so nothing outside its own text exists for it. Reads a picture's bytes as the page itself may
 * read them (same origin, `blob:`, `data:`, or a server that permits it), from the browser's cache where they are there.
 */
export async function readPictureInPage(url: string, maxBytes: number): Promise<PictureInPage> {
  // What a pinch enlarges is all that a capture shows (CSSOM View, 12).
  const { scale, offsetLeft, offsetTop } = visualViewport ?? { scale: 1, offsetLeft: 0, offsetTop: 0 };
  const [viewportWidth, viewportHeight] = [innerWidth / scale, innerHeight / scale];
  const visibleArea = (() => {
    const images = [...document.querySelectorAll('img')].filter(
      (image) => image.currentSrc === url || image.src === url,
    );
    for (const image of images) {
      const box = image.getBoundingClientRect();
      const left = Math.max(0, box.left - offsetLeft);
      const top = Math.max(0, box.top - offsetTop);
      const width = Math.min(viewportWidth, box.right - offsetLeft) - left;
      const height = Math.min(viewportHeight, box.bottom - offsetTop) - top;
      if (width >= 1 && height >= 1) return { left, top, width, height };
    }
    return null;
  })();
  const where = { visibleArea, viewportWidth };
  try {
    const blob = await (await fetch(url, { cache: 'force-cache' })).blob();
    if (blob.size > maxBytes) return { dataUrl: null, isTooLarge: true, ...where };
    const dataUrl = await new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as string);
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });
    return { dataUrl, isTooLarge: false, ...where };
  } catch {
    // Another origin that does not permit it, or an address that is gone: fetch() does not say which.
    return { dataUrl: null, isTooLarge: false, ...where };
  }
}
