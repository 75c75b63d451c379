import type { OpenCv } from '../../checks/open-cv.ts';
import type { DamagePatch } from './damage-patch.ts';
import { verifyPatch } from './verify-patch.ts';

/** Level of the plain ground that a damage is laid on. */
const GROUND_LEVEL = 128;
/**
 * Before the fine alignment, below which it is not tried; and after it. Set on the tuning half: pairs of different blots
 * reached 0.85 and, inside, 0.48; the same one on two products 0.90 and 0.70 at least where it was found at all.
 */
const MIN_ROUGH_CORRELATION = 0.6;
const MIN_SHAPE_CORRELATION = 0.88;
/** Two dark blots may have one outline; what is inside has to agree as well. */
const MIN_INNER_CORRELATION = 0.65;

type Pixels = Pick<DamagePatch, 'width' | 'height' | 'damaged' | 'inside'>;

/**
 * Compares a stored damage with one that was cut out of another picture, both alone on plain ground, so that they may lie
 * on different things. Upright or mirrored; a damage that was turned before it was pasted is not found.
 * @returns null when they are not the same
 */
export function matchIsolated(
  opencv: OpenCv,
  stored: DamagePatch,
  own: DamagePatch,
): { readonly correlation: number; readonly innerCorrelation: number; readonly mirrored: boolean } | null {
  const alone = isolated(stored);
  const compared = { ...stored, damaged: alone, underlying: alone };
  for (const mirrored of [false, true]) {
    const shown = mirrored ? mirrorImage(own) : own;
    const place = placeByMoments(stored, shown);
    const image = { width: shown.width, height: shown.height, data: isolated(shown) };
    const rough = verifyPatch(opencv, compared, image, place, []);
    if (rough.correlation < MIN_ROUGH_CORRELATION) continue;
    const { correlation, innerCorrelation } = verifyPatch(opencv, compared, image, place);
    if (correlation >= MIN_SHAPE_CORRELATION && innerCorrelation >= MIN_INNER_CORRELATION)
      return { correlation, innerCorrelation, mirrored };
  }
  return null;
}

function isolated({ damaged, inside }: Pixels): Uint8Array {
  return damaged.map((level, index) => (inside[index] ? level : GROUND_LEVEL));
}

/** Centre on centre, and as large as the areas say. */
function placeByMoments(from: Pixels, to: Pixels) {
  const [source, target] = [momentsOf(from), momentsOf(to)];
  const scale = Math.sqrt(target.area / source.area);
  return { a: scale, b: 0, tx: target.x - scale * source.x, ty: target.y - scale * source.y };
}

function momentsOf({ width, inside }: Pixels): { x: number; y: number; area: number } {
  let [area, sumX, sumY] = [0, 0, 0];
  for (let index = inside.indexOf(1); index >= 0; index = inside.indexOf(1, index + 1)) {
    area++;
    sumX += index % width;
    sumY += Math.floor(index / width);
  }
  return { x: sumX / area, y: sumY / area, area };
}

function mirrorImage(patch: DamagePatch): DamagePatch {
  const { width, damaged, inside } = patch;
  const turned = (data: Uint8Array): Uint8Array =>
    data.map((_, index) => data[index - 2 * (index % width) + width - 1] as number);
  return { ...patch, damaged: turned(damaged), inside: turned(inside) };
}
