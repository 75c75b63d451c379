import type { Component } from './connected-components.ts';
import type { PixelBox } from './gray-plane.ts';

/** Bounds of what may be a line of a mark, in fractions of the picture's short side. */
export interface LineLimits {
  /** Height of one line, smallest and largest, in pixels. */
  readonly minHeight: number;
  readonly maxHeight: number;
}

/** Glyphs that a line needs: `AI生成` has four. */
const MIN_GLYPHS = 4;
/** Letters that touch count as one, so a line as wide as four glyphs may have one patch less. */
const MIN_PATCHES = 3;
const MIN_WIDTH_IN_HEIGHTS = 2;
const MAX_WIDTH_IN_HEIGHTS = 14;
/** Gap between neighbours of one line, and how unequal in height they may be. */
const MAX_GAP_IN_HEIGHTS = 0.9;
const MAX_HEIGHT_RATIO = 2;
const MIN_VERTICAL_OVERLAP = 0.6;
/** Parts of one ideograph: one above the other, close, and together about as tall as wide. */
const MIN_SIDEWAYS_OVERLAP = 0.6;
const MAX_STACK_GAP = 0.25;
const MAX_STACK_RATIO = 1.6;
const MIN_PART_AREA = 4;
/** A patch this much as tall as its line counts as a glyph, not as a dot or a stroke of one. */
const MIN_GLYPH_HEIGHT = 0.5;
/** Set pixels within the line's box: strokes, neither a fill nor scattered noise. */
const MIN_INK = 0.12;
const MAX_INK = 0.75;

/**
 * Rows of patches that look like one short line of text: similar heights, one baseline, small gaps.
 * @returns tight boxes, in no order; most of them are no text, which reading them tells
 */
export function textLines(components: readonly Component[], limits: LineLimits): PixelBox[] {
  const tall = stacked(components, limits).filter((component) => {
    const height = heightOf(component);
    const width = component.right - component.left;
    return height >= limits.minHeight * MIN_GLYPH_HEIGHT && height <= limits.maxHeight && width <= 3 * limits.maxHeight;
  });
  return linked(tall).flatMap((group) => {
    const box = boxAround(group);
    const parts = components.filter((part) => isInside(part, box));
    return isLine(box, parts, limits) ? [box] : [];
  });
}

function isLine(box: PixelBox, parts: readonly Component[], limits: LineLimits): boolean {
  const height = heightOf(box);
  const widthInHeights = (box.right - box.left) / height;
  if (height < limits.minHeight || height > limits.maxHeight) return false;
  if (widthInHeights < MIN_WIDTH_IN_HEIGHTS || widthInHeights > MAX_WIDTH_IN_HEIGHTS) return false;
  const ink = parts.reduce((sum, { area }) => sum + area, 0) / (height * (box.right - box.left));
  if (ink < MIN_INK || ink > MAX_INK) return false;
  const glyphs = columnsOf(parts).filter((column) => heightOf(column) >= height * MIN_GLYPH_HEIGHT);
  return glyphs.length >= MIN_GLYPHS || (glyphs.length >= MIN_PATCHES && widthInHeights >= MIN_GLYPHS - 0.5);
}

/** Patches joined where one stands right above another, as the parts of an ideograph do. */
function stacked(components: readonly Component[], limits: LineLimits): Component[] {
  const glyphs: Component[] = [];
  const parts = components.filter((part) => heightOf(part) <= limits.maxHeight && part.area >= MIN_PART_AREA);
  for (const part of parts.toSorted((a, b) => b.area - a.area)) {
    const under = glyphs.findIndex((glyph) => isStackedOn(part, glyph, limits.maxHeight));
    if (under < 0) glyphs.push(part);
    else {
      const glyph = glyphs[under] as Component;
      glyphs[under] = { ...boxAround([glyph, part]), area: glyph.area + part.area };
    }
  }
  return glyphs;
}

function isStackedOn(part: PixelBox, glyph: PixelBox, maxHeight: number): boolean {
  const sideways = Math.min(part.right, glyph.right) - Math.max(part.left, glyph.left);
  if (sideways < MIN_SIDEWAYS_OVERLAP * Math.min(part.right - part.left, glyph.right - glyph.left)) return false;
  const gap = Math.max(part.top, glyph.top) - Math.min(part.bottom, glyph.bottom);
  const height = Math.max(part.bottom, glyph.bottom) - Math.min(part.top, glyph.top);
  const width = Math.max(part.right, glyph.right) - Math.min(part.left, glyph.left);
  return gap <= MAX_STACK_GAP * height && height <= Math.min(maxHeight, MAX_STACK_RATIO * width);
}

/** Groups of patches in which each has a neighbour on its line. */
function linked(patches: readonly Component[]): Component[][] {
  const sorted = patches.toSorted((a, b) => a.left - b.left);
  const groupOf = sorted.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (groupOf[at] !== at) at = groupOf[at] as number;
    return at;
  };
  for (const [index, patch] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next] as Component;
      // Sorted by left edge: nothing further right can be nearer.
      if (other.left - patch.right > MAX_GAP_IN_HEIGHTS * 8 * heightOf(patch)) break;
      if (areNeighbours(patch, other)) groupOf[root(next)] = root(index);
    }
  }
  const groups = new Map<number, Component[]>();
  for (const [index, patch] of sorted.entries()) {
    const group = groups.get(root(index));
    if (group) group.push(patch);
    else groups.set(root(index), [patch]);
  }
  return [...groups.values()];
}

function areNeighbours(a: PixelBox, b: PixelBox): boolean {
  const tall = Math.max(heightOf(a), heightOf(b));
  const low = Math.min(heightOf(a), heightOf(b));
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return (
    tall <= MAX_HEIGHT_RATIO * low &&
    overlap >= MIN_VERTICAL_OVERLAP * low &&
    b.left - a.right <= MAX_GAP_IN_HEIGHTS * tall
  );
}

/** The patches merged where one stands above another: the columns of a line, left to right. */
function columnsOf(parts: readonly PixelBox[]): PixelBox[] {
  const columns: PixelBox[] = [];
  for (const part of parts.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && part.left < last.right) columns[columns.length - 1] = boxAround([last, part]);
    else columns.push(part);
  }
  return columns;
}

function boxAround(boxes: readonly PixelBox[]): PixelBox {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

function isInside(inner: PixelBox, outer: PixelBox): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}

function heightOf({ top, bottom }: PixelBox): number {
  return bottom - top;
}
