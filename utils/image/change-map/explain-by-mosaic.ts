import type { Lab } from './aligned-pair.ts';
import type { Plane } from './plane.ts';

/** Side of a mosaic's squares, frame pixels, and the steps in which sizes and offsets are tried. */
const MIN_BLOCK_PIXELS = 5;
const MAX_BLOCK_PIXELS = 48;
const SIZE_STEP = 1.035;
const OFFSETS_PER_SIDE = 6;
/** A square speaks for the grid when it explains this much better than no change does, and so many must. */
const SUPPORT_SHARE = 0.6;
/** Energies are differences of large sums, and off by far less than this; so much more than another grid's is more for sure. */
const SLACK = 1e-3;
const MIN_SUPPORT = 5;

/** How well the best grid of squares explains the copy. */
export interface MosaicExplanation {
  /** Energy inside that is left when every square is compared with the mean of the source beneath; Infinity for no grid. */
  readonly left: number;
  /** Squares in and around the change that are clearly the mean of the source beneath. */
  readonly support: number;
}

/**
 * Tries upright grids of squares over the copy, each square showing the mean colour of the source beneath it, as the
 * mosaic brush of a phone does.
 * @param inside 1 where the change is
 * @param around 1 there and around, where squares that changed little can still speak for the grid
 * @param most a grid that leaves as much energy as this is none
 */
export function explainByMosaic(
  copy: Lab,
  source: Lab,
  inside: Uint8Array,
  around: Uint8Array,
  most: number,
): MosaicExplanation {
  const [{ width, height }] = copy;
  const sums = copy.map((plane, channel) => channelSums(plane, source[channel] as Plane, inside, around));
  const counts = {
    inside: integral(width, height, (index) => inside[index] as number),
    around: integral(width, height, (index) => around[index] as number),
  };
  let best: MosaicExplanation = { left: Number.POSITIVE_INFINITY, support: 0 };
  for (let size = MIN_BLOCK_PIXELS; size <= MAX_BLOCK_PIXELS; size *= SIZE_STEP) {
    for (let step = 0; step < OFFSETS_PER_SIDE ** 2; step++) {
      const offsetX = ((step % OFFSETS_PER_SIDE) * size) / OFFSETS_PER_SIDE;
      const offsetY = (Math.floor(step / OFFSETS_PER_SIDE) * size) / OFFSETS_PER_SIDE;
      const tried = explainByGrid(
        sums,
        counts,
        size,
        offsetX,
        offsetY,
        Math.min(most, best.left) * (1 + SLACK) + SLACK,
      );
      if (tried && tried.support >= MIN_SUPPORT && tried.left < best.left) best = tried;
    }
  }
  return best;
}

/** Sums over rectangles from the top left corner: `(width + 1) * (height + 1)` values. */
interface Integral {
  readonly width: number;
  readonly height: number;
  readonly data: Float64Array;
}

/** What a rectangle's energy is computed from. */
interface MaskedSums {
  readonly copy: Integral;
  readonly squares: Integral;
}

interface ChannelSums {
  readonly source: Integral;
  readonly inside: MaskedSums;
  readonly around: MaskedSums;
  /** Squared differences of copy and source, around. */
  readonly changed: Integral;
}

interface Counts {
  readonly inside: Integral;
  readonly around: Integral;
}

function channelSums(copy: Plane, source: Plane, inside: Uint8Array, around: Uint8Array): ChannelSums {
  const { width, height } = copy;
  const level = (index: number): number => copy.data[index] as number;
  const masked = (mask: Uint8Array): MaskedSums => ({
    copy: integral(width, height, (index) => (mask[index] as number) * level(index)),
    squares: integral(width, height, (index) => (mask[index] as number) * level(index) ** 2),
  });
  return {
    source: integral(width, height, (index) => source.data[index] as number),
    inside: masked(inside),
    around: masked(around),
    changed: integral(
      width,
      height,
      (index) => (around[index] as number) * (level(index) - (source.data[index] as number)) ** 2,
    ),
  };
}

/** How well one grid does; null once more than `most` is left. */
function explainByGrid(
  sums: readonly ChannelSums[],
  counts: Counts,
  size: number,
  x: number,
  y: number,
  most: number,
): MosaicExplanation | null {
  const { width, height } = counts.around;
  let support = 0;
  let left = 0;
  const square: Square = { area: 0, topLeft: 0, topRight: 0, bottomLeft: 0, bottomRight: 0 };
  const energy: Energy = { inside: 0, around: 0, changed: 0 };
  for (let row = -1; row * size + y < height; row++) {
    const top = Math.max(0, Math.round(row * size + y));
    const bottom = Math.min(height, Math.round((row + 1) * size + y));
    if (bottom <= top) continue;
    for (let column = -1; column * size + x < width; column++) {
      const start = Math.max(0, Math.round(column * size + x));
      const end = Math.min(width, Math.round((column + 1) * size + x));
      if (end <= start) continue;
      square.area = (end - start) * (bottom - top);
      square.topLeft = top * (width + 1) + start;
      square.topRight = top * (width + 1) + end;
      square.bottomLeft = bottom * (width + 1) + start;
      square.bottomRight = bottom * (width + 1) + end;
      if (sumOver(counts.around, square) === 0) continue;
      measureEnergy(sums, counts, square, energy);
      left += energy.inside;
      if (energy.around < SUPPORT_SHARE * energy.changed) support++;
    }
    // Nothing that follows makes it less.
    if (left > most) return null;
  }
  return { left, support };
}

/** Where the corners of a rectangle stand in an integral, and its area in pixels. */
interface Square {
  area: number;
  topLeft: number;
  topRight: number;
  bottomLeft: number;
  bottomRight: number;
}

interface Energy {
  inside: number;
  around: number;
  changed: number;
}

function measureEnergy(sums: readonly ChannelSums[], counts: Counts, square: Square, energy: Energy): void {
  const pixelsInside = sumOver(counts.inside, square);
  const pixelsAround = sumOver(counts.around, square);
  energy.inside = 0;
  energy.around = 0;
  energy.changed = 0;
  for (let channel = 0; channel < sums.length; channel++) {
    const { source, inside, around, changed } = sums[channel] as ChannelSums;
    const mean = sumOver(source, square) / square.area;
    if (pixelsInside > 0) energy.inside += energyAbout(mean, inside, pixelsInside, square);
    energy.around += energyAbout(mean, around, pixelsAround, square);
    energy.changed += sumOver(changed, square);
  }
}

/** Squared distances of so many of the square's pixels from a level. */
function energyAbout(level: number, { copy, squares }: MaskedSums, pixels: number, square: Square): number {
  return sumOver(squares, square) - 2 * level * sumOver(copy, square) + pixels * level * level;
}

function integral(width: number, height: number, levelAt: (index: number) => number): Integral {
  const stride = width + 1;
  const data = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += levelAt(y * width + x);
      data[(y + 1) * stride + x + 1] = (data[y * stride + x + 1] as number) + row;
    }
  }
  return { width, height, data };
}

function sumOver({ data }: Integral, { topLeft, topRight, bottomLeft, bottomRight }: Square): number {
  return (
    (data[bottomRight] as number) -
    (data[bottomLeft] as number) -
    (data[topRight] as number) +
    (data[topLeft] as number)
  );
}
