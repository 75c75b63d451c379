import { BLOCK } from '../jpeg/dct8.ts';
import { blockGrid } from './block-grid.ts';
import { errorLevel } from './error-level.ts';
import { type LumaImage, lumaImage } from './luma-image.ts';
import { noiseResidual } from './noise-residual.ts';
import { reliableBlocks } from './reliability.ts';

/** Ways to look at a picture that a person may find helpful. None of them proves anything: docs/verdicts.md. */
export const INSPECTIONS = {
  'error-level': errorLevel,
  'noise-residual': noiseResidual,
  'block-grid': blockGrid,
} as const satisfies Record<string, (image: LumaImage) => Uint8ClampedArray>;

export type Inspection = keyof typeof INSPECTIONS;

/** What stands in for a place where nothing can be judged: a colour that no view has of itself. */
const UNRELIABLE: readonly [number, number, number] = [96, 104, 128];

/** Pixels of the strip that is worked on at once: whole blocks, so that strips join without a seam in the block views. */
export const STRIP_HEIGHT = 16 * BLOCK;

/**
 * Turns RGBA pixels into a view, in place: gray where something can be judged, blue-gray where the picture is clipped or
 * flat. A picture may be handed over in strips of `STRIP_HEIGHT`, from the top.
 */
export function inspect(
  inspection: Inspection,
  pixels: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray },
): void {
  const { width, height, data } = pixels;
  const image = lumaImage({ width, height, rgba: data });
  const view = INSPECTIONS[inspection](image);
  const reliable = reliableBlocks(image);
  const columns = Math.floor(width / BLOCK);
  const rows = Math.floor(height / BLOCK);
  for (let index = 0; index < view.length; index++) {
    const column = Math.floor((index % width) / BLOCK);
    const row = Math.floor(index / width / BLOCK);
    const isReliable = column < columns && row < rows && reliable[row * columns + column] === 1;
    const level = view[index] as number;
    data[index * 4] = isReliable ? level : UNRELIABLE[0];
    data[index * 4 + 1] = isReliable ? level : UNRELIABLE[1];
    data[index * 4 + 2] = isReliable ? level : UNRELIABLE[2];
    data[index * 4 + 3] = 255;
  }
}
