import type { Mask, PixelBox, Plane } from './plane.ts';

/** A group of changed pixels, one byte a pixel within its box. */
export interface Patch extends PixelBox {
  /** 1 where the pixel belongs to the patch; `width * height`, row by row within the box. */
  readonly inside: Uint8Array;
}

/** Cuts the pixels of one label out of a labelled picture. */
export function cutPatch(labels: Int32Array, imageWidth: number, box: PixelBox, label: number): Patch {
  const inside = new Uint8Array(box.width * box.height);
  for (let y = 0; y < box.height; y++)
    for (let x = 0; x < box.width; x++)
      if (labels[(box.top + y) * imageWidth + box.left + x] === label) inside[y * box.width + x] = 1;
  return { ...box, inside };
}

/** Runs `visit` for each pixel of the patch with its index in the whole picture. */
export function forEachPixel(patch: Patch, imageWidth: number, visit: (index: number) => void): void {
  for (let y = 0; y < patch.height; y++)
    for (let x = 0; x < patch.width; x++)
      if (patch.inside[y * patch.width + x]) visit((patch.top + y) * imageWidth + patch.left + x);
}

/** The patch with `margin` empty pixels around it, kept within the picture. */
export function growBox(patch: Patch, margin: number, imageWidth: number, imageHeight: number): Patch {
  const left = Math.max(0, patch.left - margin);
  const top = Math.max(0, patch.top - margin);
  const width = Math.min(imageWidth, patch.left + patch.width + margin) - left;
  const height = Math.min(imageHeight, patch.top + patch.height + margin) - top;
  const inside = new Uint8Array(width * height);
  for (let y = 0; y < patch.height; y++)
    inside.set(
      patch.inside.subarray(y * patch.width, (y + 1) * patch.width),
      (patch.top - top + y) * width + patch.left - left,
    );
  return { left, top, width, height, areaPixels: patch.areaPixels, inside };
}

/** The patch in the smallest box that holds its pixels. */
export function trimBox(patch: Patch): Patch {
  let [left, top, right, bottom] = [patch.width, patch.height, 0, 0];
  for (let index = 0; index < patch.inside.length; index++) {
    if (!patch.inside[index]) continue;
    const x = index % patch.width;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, Math.floor(index / patch.width));
    bottom = Math.floor(index / patch.width) + 1;
  }
  const width = Math.max(0, right - left);
  const height = Math.max(0, bottom - top);
  const inside = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * patch.width + left;
    inside.set(patch.inside.subarray(start, start + width), y * width);
  }
  return { left: patch.left + left, top: patch.top + top, width, height, areaPixels: patch.areaPixels, inside };
}

/** The patch as a mask of its own box. */
export function maskOf(patch: Patch): Mask {
  return { width: patch.width, height: patch.height, data: patch.inside };
}

/** The part of a plane that lies in the patch's box. */
export function cropPlane(plane: Plane, box: PixelBox): Plane {
  const data = new Float32Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    const start = (box.top + y) * plane.width + box.left;
    data.set(plane.data.subarray(start, start + box.width), y * box.width);
  }
  return { width: box.width, height: box.height, data };
}
