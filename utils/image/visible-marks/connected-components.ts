import type { PixelBox } from './gray-plane.ts';

/** A connected patch of set pixels. */
export interface Component extends PixelBox {
  /** Set pixels in it. */
  readonly area: number;
}

/** What is known of a patch while rows are read. */
interface Patch {
  left: number;
  top: number;
  right: number;
  bottom: number;
  area: number;
  /** By its first pixel, in reading order. */
  readonly order: number;
  /** The earlier patch that it turned out to be a part of. */
  partOf: Patch | null;
}

/** Set pixels beside one another in one row; `right` is the first that is not set. */
interface Run {
  readonly left: number;
  readonly right: number;
  readonly patch: Patch;
}

/**
 * The connected patches (eight neighbours) of a mask, in reading order of their first pixel. Each run of set pixels is
 * joined with the runs of the row above that it touches.
 * @param mask row by row, not 0 for set; `width * height` values
 */
export function connectedComponents(mask: Uint8Array, width: number, height: number): Component[] {
  const patches: Patch[] = [];
  let above: Run[] = [];
  for (let y = 0; y < height; y++) {
    const runs: Run[] = [];
    const end = (y + 1) * width;
    let near = 0;
    for (let at = y * width; at < end; at++) {
      if (!mask[at]) continue;
      const start = at;
      while (at < end && mask[at]) at++;
      const left = start - y * width;
      const right = at - y * width;
      let patch: Patch | null = null;
      // A run that ends before this one begins, by more than the corner, touches none of this row's later runs either.
      while (near < above.length && (above[near] as Run).right < left) near++;
      for (let other = near; other < above.length && (above[other] as Run).left <= right; other++)
        patch = joined(patch, wholeOf((above[other] as Run).patch));
      if (!patch) {
        patch = { left, top: y, right, bottom: y + 1, area: 0, order: patches.length, partOf: null };
        patches.push(patch);
      }
      if (left < patch.left) patch.left = left;
      if (right > patch.right) patch.right = right;
      patch.bottom = y + 1;
      patch.area += right - left;
      runs.push({ left, right, patch });
    }
    above = runs;
  }
  return patches
    .filter(({ partOf }) => !partOf)
    .map(({ left, top, right, bottom, area }) => ({ left, top, right, bottom, area }));
}

/** The way there is halved each time that it is gone, so that no mask makes it long. */
function wholeOf(patch: Patch): Patch {
  let whole = patch;
  while (whole.partOf) {
    whole.partOf = whole.partOf.partOf ?? whole.partOf;
    whole = whole.partOf;
  }
  return whole;
}

/** Makes the later of two patches a part of the earlier one. @returns that one */
function joined(a: Patch | null, b: Patch): Patch {
  if (!a || a === b) return b;
  // The first pixel of the one is in an earlier row, or further left in the same one.
  const [whole, part] = a.order < b.order ? [a, b] : [b, a];
  part.partOf = whole;
  if (part.left < whole.left) whole.left = part.left;
  if (part.right > whole.right) whole.right = part.right;
  if (part.bottom > whole.bottom) whole.bottom = part.bottom;
  whole.area += part.area;
  return whole;
}
