import type { Picture } from '../picture.ts';
import type { ImageType } from '../sniff-image-type.ts';
import { sniffVideoType, type VideoType } from '../sniff-video-type.ts';
import { walkAvi } from './avi.ts';
import { walkBmff } from './bmff.ts';
import type { Container, VideoContainer } from './container.ts';
import { walkGif } from './gif.ts';
import { walkJpeg } from './jpeg.ts';
import { walkMatroska } from './matroska.ts';
import { walkPng } from './png.ts';
import { walkTiff } from './tiff.ts';
import { walkWebp } from './webp.ts';

const VIDEO_CONTAINERS: Readonly<Record<VideoType, VideoContainer>> = {
  mp4: 'mp4',
  mov: 'mp4',
  webm: 'matroska',
  mkv: 'matroska',
  avi: 'avi',
};

/**
 * The structure of a file, by its type; null for types without one that is worth walking (BMP, SVG).
 * Never throws: what is wrong with the file is in `problems`.
 */
export function walkContainer(bytes: Uint8Array, type: ImageType | VideoContainer): Container | null {
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
    case 'matroska':
      return walkMatroska(bytes);
    case 'avi':
      return walkAvi(bytes);
    case 'bmp':
    case 'svg':
      return null;
  }
}

/** The structure of a picture's or a video's file, walked once however many checks ask. */
export function containerOf(picture: Picture): Container | null {
  return picture.derived('container', () => {
    const video = videoTypeOf(picture);
    const type = picture.type ?? (video && VIDEO_CONTAINERS[video]);
    return type && walkContainer(picture.bytes, type);
  });
}

/** The video format of a file that is no picture; null for every other file. */
export function videoTypeOf({ type, bytes }: Pick<Picture, 'type' | 'bytes'>): VideoType | null {
  return type === null ? sniffVideoType(bytes) : null;
}
