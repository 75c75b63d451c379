import type { Picture } from '../picture.ts';
import type { ImageType } from '../sniff-image-type.ts';
import { walkBmff } from './bmff.ts';
import type { Container } from './container.ts';
import { walkGif } from './gif.ts';
import { walkJpeg } from './jpeg.ts';
import { walkPng } from './png.ts';
import { walkTiff } from './tiff.ts';
import { walkWebp } from './webp.ts';

/**
 * The structure of a file, by its type; null for types without one that is worth walking (BMP, SVG).
 * Never throws: what is wrong with the file is in `problems`.
 */
export function walkContainer(bytes: Uint8Array, type: ImageType | 'mp4'): Container | null {
  switch (type) {
    case 'jpeg':
      return walkJpeg(bytes);
    case 'png':
      return walkPng(bytes);
    case 'webp':
      return walkWebp(bytes);
    case 'gif':
      return walkGif(bytes);
    case 'tiff':
      return walkTiff(bytes);
    case 'heic':
    case 'avif':
    case 'mp4':
      return walkBmff(bytes, type);
    case 'bmp':
    case 'svg':
      return null;
  }
}

/** The structure of a picture's file, walked once however many checks ask. */
export function containerOf(picture: Picture): Container | null {
  const { type } = picture;
  return type && picture.derived('container', () => walkContainer(picture.bytes, type));
}
