import type { BoxSize, PageView } from './page-view.ts';

/** A picture or video in the page, with every address that the page gives for it. */
export interface PictureOnPage {
  readonly kind: 'image' | 'video';
  /** The address as delivered, absolute. */
  readonly url: string;
  readonly box: BoxSize | null;
  /** Whether other content stands inside the element, as with a background picture. */
  readonly holdsContent: boolean;
  /** Whether it is shown as a circle, as faces are. */
  readonly isRound: boolean;
}

/** Attributes in which lazy loaders keep the address, in the order in which they are believed. */
const LAZY_ATTRIBUTES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-url',
  'data-image',
  'data-origin',
];
const IMAGE_FILE = /\.(?:jpe?g|png|webp|gif|heic|avif|bmp)(?:[?!_~@#].*)?$/i;
/** A `data:` address shorter than this is a placeholder, not a photograph. */
const MIN_DATA_URL_LENGTH = 2_000;

/** Reads an element as a picture: `img`, SVG `image`, `video`, or any element with a background picture; else null. */
export function readPicture(element: Element, view: PageView): PictureOnPage | null {
  const tag = element.tagName.toUpperCase();
  if (tag === 'IMG') return pictureOf(element, imageAddress(element as HTMLImageElement), 'image', view, false);
  if (tag === 'VIDEO') return readVideo(element as HTMLVideoElement, view);
  if (tag === 'IMAGE') {
    return pictureOf(element, element.getAttribute('href') ?? element.getAttribute('xlink:href'), 'image', view, false);
  }
  if (tag === 'HTML' || tag === 'BODY') return null;
  if (tag === 'CANVAS') return pictureOf(element, canvasAddress(element), 'image', view, false);
  if (tag === 'A' && leadsToPicture(element)) {
    const link = pictureOf(element, element.getAttribute('href'), 'image', view, true);
    // The size of a text says nothing about the picture behind it.
    return link && { ...link, box: null };
  }
  if (tag.includes('-')) {
    const own = customAddress(element);
    if (own) return pictureOf(element, own, 'image', view, false);
  }
  const lazy = element.getAttribute('data-bg') ?? element.getAttribute('data-background-image');
  return pictureOf(element, view.backgroundOf(element) ?? lazy, 'image', view, true);
}

function readVideo(video: HTMLVideoElement, view: PageView): PictureOnPage | null {
  const source =
    video.currentSrc ||
    video.getAttribute('src') ||
    video.querySelector('source')?.getAttribute('src') ||
    video.getAttribute('data-src');
  return (
    pictureOf(video, source, 'video', view, false) ??
    pictureOf(video, video.getAttribute('poster'), 'image', view, false)
  );
}

function imageAddress(image: HTMLImageElement): string | null {
  const lazy = lazyAddress(image);
  const shown = image.currentSrc || image.getAttribute('src');
  if (shown && !isPlaceholder(shown) && !(lazy && /placeholder|loading|blank|lazy/i.test(shown))) return shown;
  const picture = image.closest('picture');
  const sets = [image.getAttribute('srcset'), image.getAttribute('data-srcset')].concat(
    picture ? [...picture.querySelectorAll('source')].map((source) => source.getAttribute('srcset')) : [],
  );
  return lazy ?? sets.map(largestOf).find((url) => url) ?? null;
}

/** Whether a link shows words instead of the picture that it leads to. */
function leadsToPicture(link: Element): boolean {
  if (!IMAGE_FILE.test(link.getAttribute('href') ?? '') || !link.textContent?.trim()) return false;
  return link.querySelector('img,canvas,video,image,[style*="url("]') === null;
}

/** The address of a picture drawn onto a canvas: the element's own, or that of the link around it. */
function canvasAddress(canvas: Element): string | null {
  const link = canvas.closest('a')?.getAttribute('href') ?? null;
  return lazyAddress(canvas) ?? (link && IMAGE_FILE.test(link) ? link : null);
}

/** The address that a custom element such as `<x-image src>` has, where its name or the address says picture. */
function customAddress(element: Element): string | null {
  const address = lazyAddress(element) ?? element.getAttribute('src');
  const isPicture = /image|img|photo|picture/i.test(element.tagName) || IMAGE_FILE.test(address ?? '');
  return isPicture ? address : null;
}

function lazyAddress(element: Element): string | null {
  return LAZY_ATTRIBUTES.map((name) => element.getAttribute(name)).find((value) => value) ?? null;
}

/** The address with the largest descriptor of a `srcset` (HTML, section 4.8.4.2.1); null for none. */
function largestOf(srcset: string | null): string | null {
  const candidates = (srcset ?? '').split(/(?<=\s[\d.]+[wx])\s*,\s*|,\s+/).map((part) => {
    const [url = '', descriptor = '1x'] = part.trim().split(/\s+/);
    return { url, size: Number.parseFloat(descriptor) };
  });
  return candidates.sort((a, b) => b.size - a.size)[0]?.url || null;
}

function pictureOf(
  element: Element,
  address: string | null,
  kind: 'image' | 'video',
  view: PageView,
  holdsContent: boolean,
): PictureOnPage | null {
  if (!address || isPlaceholder(address) || !URL.canParse(address, element.baseURI)) return null;
  const url = isUntouchable(address) ? address : new URL(address, element.baseURI).href;
  if (!/^(https?|blob|data):/.test(url)) return null;
  return { kind, url, box: view.boxOf(element), holdsContent, isRound: view.isRound(element) };
}

/** An absolute address is kept as it stands: parsing could re-encode a signed one. */
function isUntouchable(address: string): boolean {
  return /^(https?:\/\/|blob:|data:)/.test(address);
}

function isPlaceholder(address: string): boolean {
  return address.startsWith('data:') && (address.length < MIN_DATA_URL_LENGTH || address.startsWith('data:image/svg'));
}
