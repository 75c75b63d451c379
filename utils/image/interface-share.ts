import type { DecodedImage } from './decoded-image.ts';
import { luminanceOf } from './luminance.ts';
import type { Region } from './region.ts';

/**
 * How much of a picture is interface or text (a page of an app, a chat, a form, a label) and where in it there is a
 * photograph. Two people's screenshots of one app look alike whatever they show, so interface must never count as a match.
 */
export interface InterfaceShare {
  /** Share of the frame, 0 to 1, that is text on an even ground, or even ground connected to such text. */
  readonly share: number;
  /** The largest photograph within the frame; null when there is none worth the name. */
  readonly photograph: Region | null;
}

/** From this share on a picture is a screen; see tests/bench/interface-share.ts for both kinds of error. */
export const SCREEN_SHARE = 0.3;

const WORKING_SIDE = 1280;
const BLOCK = 16;
/** Gray levels: compression noise around an even ground stays within. */
const GROUND_BAND = 10;
/** Text: the ground takes most of the block, something stands out from it, and little lies in between. */
const MIN_GROUND_SHARE = 0.4;
const MIN_INK_CONTRAST = 50;
const MAX_BETWEEN_SHARE = 0.3;
/** Changes between ground and ink along all rows and columns of a block: one straight edge makes 16, strokes make more. */
const MIN_CROSSINGS = 40;
/** Even ground: practically nothing leaves the band. A camera's noise does, even on a white wall. */
const MIN_EVEN_SHARE = 0.99;
const MAX_EVEN_DEVIATION = 1.6;
/** An even area belongs to an interface when it touches this many blocks of text for each hundred of its own. */
const MIN_TEXT_PERCENT = 1.5;
const MIN_TEXT_BLOCKS = 12;
/** A photograph inside a screen: share of the frame, filled share of its box, pixels on its short side. */
const MIN_PHOTOGRAPH_SHARE = 0.08;
const MIN_PHOTOGRAPH_FILL = 0.4;
const MIN_PHOTOGRAPH_SIDE = 160;

type BlockKind = 'even' | 'edge' | 'text' | 'photograph';

/** Measures a picture; see `InterfaceShare`. */
export function interfaceShareOf(pixels: DecodedImage): InterfaceShare {
  const scale = Math.min(1, WORKING_SIDE / Math.max(pixels.width, pixels.height));
  const width = Math.max(1, Math.round(pixels.width * scale));
  const height = Math.max(1, Math.round(pixels.height * scale));
  const luma = luminanceOf(pixels, width, height);
  const columns = Math.floor(width / BLOCK);
  const rows = Math.floor(height / BLOCK);
  const kinds: BlockKind[] = [];
  const below = new Uint16Array(257);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      kinds.push(kindOfBlock(luma, width, column * BLOCK, row * BLOCK, below));
  const grid = { kinds, columns, rows };
  const areas = connectedAreas(grid, (kind) => kind !== 'photograph');
  const interfaceBlocks = areas.filter((area) => isInterface(area, kinds)).reduce((sum, area) => sum + area.length, 0);
  const share = kinds.length === 0 ? 0 : interfaceBlocks / kinds.length;
  return { share, photograph: largestPhotograph(grid, BLOCK / scale) };
}

interface BlockGrid {
  readonly kinds: readonly BlockKind[];
  readonly columns: number;
  readonly rows: number;
}

/** @param below room for 257 numbers, to be written over */
function kindOfBlock(luma: Float32Array, width: number, left: number, top: number, below: Uint16Array): BlockKind {
  below.fill(0);
  let sum = 0;
  let squares = 0;
  let darkest = 255;
  let brightest = 0;
  for (let y = 0; y < BLOCK; y++) {
    for (let at = (top + y) * width + left, end = at + BLOCK; at < end; at++) {
      const value = luma[at] as number;
      const level = Math.round(value);
      below[level + 1] = (below[level + 1] as number) + 1;
      if (level < darkest) darkest = level;
      if (level > brightest) brightest = level;
      sum += value;
      squares += value * value;
    }
  }
  for (let level = darkest + 1; level < below.length; level++)
    below[level] = (below[level] as number) + (below[level - 1] as number);
  const count = BLOCK * BLOCK;
  const deviation = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  const ground = densestLevel(below);
  const groundShare = countBetween(below, ground - GROUND_BAND, ground + GROUND_BAND) / count;
  if (groundShare >= MIN_EVEN_SHARE && deviation <= MAX_EVEN_DEVIATION) return 'even';
  const ink = ground - darkest > brightest - ground ? darkest : brightest;
  const contrast = Math.abs(ink - ground);
  if (groundShare < MIN_GROUND_SHARE || contrast < MIN_INK_CONTRAST) return 'photograph';
  const inkBand = contrast / 3;
  const inkShare = countBetween(below, ink - inkBand, ink + inkBand) / count;
  if (1 - groundShare - inkShare > MAX_BETWEEN_SHARE) return 'photograph';
  return countCrossings(luma, width, left, top, (ground + ink) / 2) >= MIN_CROSSINGS ? 'text' : 'edge';
}

function countCrossings(luma: Float32Array, width: number, left: number, top: number, level: number): number {
  let crossings = 0;
  for (let y = 0; y < BLOCK; y++) {
    for (let x = 0, at = (top + y) * width + left; x < BLOCK; x++, at++) {
      const isAbove = (luma[at] as number) > level;
      if (x > 0 && isAbove !== (luma[at - 1] as number) > level) crossings++;
      if (y > 0 && isAbove !== (luma[at - width] as number) > level) crossings++;
    }
  }
  return crossings;
}

/**
 * The level around which most pixels lie.
 * @param below how many pixels are darker than each level, 0 to 256
 */
function densestLevel(below: Uint16Array): number {
  let densest = 0;
  let most = -1;
  for (let level = 0; level < 256; level++) {
    const pixels = countBetween(below, level - GROUND_BAND / 2, level + GROUND_BAND / 2);
    if (pixels > most) {
      most = pixels;
      densest = level;
    }
  }
  return densest;
}

/** Pixels of the whole levels from `low` to `high`. */
function countBetween(below: Uint16Array, low: number, high: number): number {
  const first = Math.max(0, Math.ceil(low));
  const last = Math.min(255, Math.floor(high));
  return last < first ? 0 : (below[last + 1] as number) - (below[first] as number);
}

function isInterface(area: readonly number[], kinds: readonly BlockKind[]): boolean {
  const text = area.filter((block) => kinds[block] === 'text').length;
  return text >= MIN_TEXT_BLOCKS && text * 100 >= area.length * MIN_TEXT_PERCENT;
}

function largestPhotograph(grid: BlockGrid, blockPixels: number): Region | null {
  const { kinds, columns, rows } = grid;
  const areas = connectedAreas(grid, (kind) => kind === 'photograph').sort((a, b) => b.length - a.length);
  for (const area of areas) {
    const xs = area.map((block) => block % columns);
    const ys = area.map((block) => Math.floor(block / columns));
    const [left, right, top, bottom] = [min(xs), max(xs) + 1, min(ys), max(ys) + 1];
    const boxed = (right - left) * (bottom - top);
    if (boxed < MIN_PHOTOGRAPH_SHARE * kinds.length) continue;
    const shortSidePixels = Math.min(right - left, bottom - top) * blockPixels;
    if (area.length < MIN_PHOTOGRAPH_FILL * boxed || shortSidePixels < MIN_PHOTOGRAPH_SIDE) continue;
    return { x: left / columns, y: top / rows, width: (right - left) / columns, height: (bottom - top) / rows };
  }
  return null;
}

const min = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const max = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));

/** Groups of blocks that touch along a side, each a list of block numbers. */
function connectedAreas({ kinds, columns, rows }: BlockGrid, belongs: (kind: BlockKind) => boolean): number[][] {
  const seen = new Uint8Array(kinds.length);
  const areas: number[][] = [];
  for (let first = 0; first < kinds.length; first++) {
    if (seen[first] || !belongs(kinds[first] as BlockKind)) continue;
    seen[first] = 1;
    const area = [first];
    for (const block of area) {
      const column = block % columns;
      const row = Math.floor(block / columns);
      if (column > 0) visit(block - 1, area);
      if (column + 1 < columns) visit(block + 1, area);
      if (row > 0) visit(block - columns, area);
      if (row + 1 < rows) visit(block + columns, area);
    }
    areas.push(area);
  }
  return areas;

  function visit(block: number, area: number[]): void {
    if (seen[block] || !belongs(kinds[block] as BlockKind)) return;
    seen[block] = 1;
    area.push(block);
  }
}
