import { hashToUnit, smoothstep } from './noise.mjs';

const STEP_PX = 5;
const MAX_BRANCH_DEPTH = 2;

/**
 * Paints a branching crack into a picture, as an editor would: a dark line that narrows, a lit edge beside it.
 * @param {Buffer} rgb sRGB, three bytes a pixel; changed in place
 * @param {{ width: number, height: number }} size
 * @param {{ x: number, y: number, angle: number, length: number, seed: number }} crack where it starts, in fractions
 *   of the picture; its direction in radians, clockwise from the right; its length in pixels
 */
export function drawCrack(rgb, { width, height }, crack) {
  const segments = [];
  growCrack(segments, { ...crack, x: crack.x * width, y: crack.y * height, halfWidth: 3.4 }, 0);
  const reach = 9;
  for (const segment of segments) {
    const left = Math.floor(Math.min(segment.ax, segment.bx) - reach);
    const top = Math.floor(Math.min(segment.ay, segment.by) - reach);
    segment.box = { left, top, right: left + 2 * reach + STEP_PX, bottom: top + 2 * reach + STEP_PX };
  }
  const dark = new Float32Array(width * height);
  const lit = new Float32Array(width * height);
  for (const segment of segments) paintSegment(segment, dark, lit, width, height, crack.seed);
  for (let pixel = 0; pixel < dark.length; pixel++) {
    if (dark[pixel] === 0 && lit[pixel] === 0) continue;
    for (let channel = 0; channel < 3; channel++) {
      const at = pixel * 3 + channel;
      const lighter = rgb[at] + lit[pixel] * 0.4 * (255 - rgb[at]);
      rgb[at] = Math.round(lighter * (1 - dark[pixel]) + (34 - channel * 4) * dark[pixel]);
    }
  }
}

function growCrack(segments, crack, depth) {
  let { x, y, angle } = crack;
  const steps = Math.round(crack.length / STEP_PX);
  for (let step = 0; step < steps; step++) {
    const random = (use) => hashToUnit(step, depth * 7 + use, Math.round(crack.angle * 1000), crack.seed);
    angle += (random(1) - 0.5) * 0.75 + (crack.angle - angle) * 0.18;
    if (random(2) < 0.12) angle += (random(3) - 0.5) * 1.3;
    const bx = x + Math.cos(angle) * STEP_PX;
    const by = y + Math.sin(angle) * STEP_PX;
    const halfWidth = crack.halfWidth * (1 - (0.85 * step) / steps) * (0.7 + 0.6 * random(4));
    segments.push({ ax: x, ay: y, bx, by, halfWidth });
    x = bx;
    y = by;
    if (depth >= MAX_BRANCH_DEPTH || step < 12 || random(5) > 0.05) continue;
    const side = random(6) < 0.5 ? -1 : 1;
    const branch = { ...crack, x, y, angle: angle + side * (0.55 + 0.5 * random(7)), halfWidth: halfWidth * 0.6 };
    growCrack(segments, { ...branch, length: crack.length * (0.25 + 0.3 * random(8)) }, depth + 1);
  }
}

function paintSegment({ ax, ay, bx, by, halfWidth, box }, dark, lit, width, height, seed) {
  const lengthSquared = (bx - ax) ** 2 + (by - ay) ** 2;
  for (let y = Math.max(0, box.top); y < Math.min(height, box.bottom); y++) {
    for (let x = Math.max(0, box.left); x < Math.min(width, box.right); x++) {
      const t = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / lengthSquared));
      const dx = x - ax - t * (bx - ax);
      const dy = y - ay - t * (by - ay);
      const distance = Math.sqrt(dx * dx + dy * dy);
      const core = smoothstep(halfWidth + 0.9, halfWidth - 0.9, distance) * (0.78 + 0.2 * hashToUnit(x, y, 5, seed));
      const edge = smoothstep(halfWidth + 3, halfWidth + 0.6, distance) * (dx > 0.4 ? 1 : 0.15);
      const at = y * width + x;
      dark[at] = Math.max(dark[at], core);
      lit[at] = Math.max(lit[at], edge);
    }
  }
}
