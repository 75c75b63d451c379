import type { ImageType } from './sniff-image-type.ts';

export function readDimensions(_bytes: Uint8Array, _type: ImageType): { width: number; height: number } | null {
  return null;
}
