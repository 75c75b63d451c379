import type { Picture } from '../../image/picture.ts';

/** ES2024; the oldest browsers that the extension runs in have it. */
interface Transferable {
  transfer?(byteLength: number): ArrayBuffer;
}

/**
 * Frees a picture's pixels and file at once, 15 MB for one of a phone: the collector lets those of several claims pile up.
 * Nothing may look at the picture afterwards.
 */
export function releasePicture({ pixels, bytes }: Pick<Picture, 'pixels' | 'bytes'>): void {
  // What is empty may be one array for many.
  for (const array of [pixels?.rgba, bytes])
    if (array && array.byteLength > 0) (array.buffer as Transferable).transfer?.(0);
}
