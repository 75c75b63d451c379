// A glazed mug as a signed distance field: a surface of revolution, an ear, and what has been broken off it.
// Lengths are in decimetres; the mug stands on y = 0 around the y axis, its handle towards +x.
import { fractalNoise2, mix, noise2, noise3, smoothstep } from './noise.mjs';

export const MUG_HEIGHT = 0.98;
const RIM_RADIUS = 0.425;
const FOOT_RADIUS = 0.375;
const WALL_HALF_THICKNESS = 0.021;
const HANDLE = { x: 0.44, y: 0.51, halfWidth: 0.27, halfHeight: 0.29, radius: 0.043 };
/** No part of a mug is farther than this from (0, MUG_HEIGHT / 2, 0). */
export const MUG_BOUND_RADIUS = 0.9;

/**
 * Signed distance to the mug.
 * @param {{ chips: { x: number, y: number, z: number, radius: number, seed: number }[] }} damage
 */
export function mugDistance(x, y, z, damage) {
  const radius = Math.sqrt(x * x + z * z);
  let distance = wallDistance(radius, y);
  if (y < distance + 0.06) distance = Math.min(distance, footDistance(radius, y));
  if (x > 0.1) distance = smoothUnion(distance, handleDistance(x, y, z, radius), 0.035);
  for (const chip of damage.chips) distance = Math.max(distance, -chipDistance(x, y, z, chip));
  return distance;
}

/** Distance to the hollow that a chip left, below zero inside it; its wall is as uneven as broken stoneware. */
export function chipDistance(x, y, z, chip) {
  const dx = x - chip.x;
  const dy = (y - chip.y) * 1.15;
  const dz = z - chip.z;
  const distance = Math.sqrt(dx * dx + dy * dy + dz * dz) - chip.radius;
  if (distance > chip.radius * 0.6) return distance - chip.radius * 0.3;
  const coarse = fracture(x, y, z, 1.7 / chip.radius, chip.seed);
  const fine = fracture(x, y, z, 6.5 / chip.radius, chip.seed + 7);
  // Halved, since the unevenness makes the field steeper than a distance.
  return (distance + chip.radius * (0.5 * coarse + 0.14 * fine)) * 0.5;
}

function fracture(x, y, z, frequency, seed) {
  return noise3(x * frequency, y * frequency, z * frequency, seed) - 0.5;
}

/**
 * Colour of the glaze and its drawing at a point of the surface, linear RGB, into `out`.
 * @param {{ seed: number, ground: number[], ink: number[], hairline: number | null }} glaze
 */
export function glazeColour(x, y, z, glaze, out) {
  const angle = Math.atan2(z, x);
  const around = angle * 4.2;
  const wash = fractalNoise2(around * 2.1, y * 9, 4, 0, glaze.seed + 40);
  out[0] = glaze.ground[0] * (0.94 + 0.1 * wash);
  out[1] = glaze.ground[1] * (0.94 + 0.1 * wash);
  out[2] = glaze.ground[2] * (0.93 + 0.1 * wash);
  const isOutside = Math.sqrt(x * x + z * z) > mix(FOOT_RADIUS, RIM_RADIUS, y / MUG_HEIGHT) - 0.004;
  if (isOutside) drawLandscape(angle, y, wash, glaze, out);
  const speckle = noise2(around * 31, y * 75, glaze.seed + 3);
  if (speckle > 0.83) blend(out, 0.2, 0.13, 0.08, smoothstep(0.83, 0.97, speckle) * 0.7);
  blend(out, 0.3, 0.17, 0.09, smoothstep(0.958, 0.982, y + 0.014 * wash) * 0.85);
  if (y < 0.035 + 0.02 * wash) blend(out, 0.42, 0.33, 0.25, 0.85);
  if (glaze.hairline !== null) drawHairline(angle - glaze.hairline, y, glaze.seed, out);
}

/** Three ranges of hills in ink, a sun, and a few birds, once around the mug. */
function drawLandscape(angle, y, wash, glaze, out) {
  for (let range = 0; range < 3; range++) {
    const ridge = 0.58 - range * 0.13 + 0.21 * (periodicNoise(angle, 3 + range * 2, glaze.seed + range * 11) - 0.5);
    const detail = 0.05 * (periodicNoise(angle, 17 + range * 5, glaze.seed + 60 + range) - 0.5);
    const below = ridge + detail - y;
    if (below < 0) continue;
    const brush = 0.55 + 0.9 * (wash - 0.5) + 0.35 * noise2(angle * 30, y * 26 + range * 9, glaze.seed + 70);
    const strength = (0.32 + 0.22 * range) * Math.exp(-below * 3.4) * brush + 0.4 * Math.exp(-below * 110);
    blend(out, glaze.ink[0], glaze.ink[1], glaze.ink[2], Math.min(0.93, Math.max(0, strength)));
  }
  const sun = Math.hypot((angle - 1.15) * 0.42, y - 0.76);
  if (sun < 0.075) blend(out, 0.55, 0.06, 0.035, 0.85 * smoothstep(0.075, 0.068, sun) * (0.7 + 0.5 * wash));
  for (let bird = 0; bird < 4; bird++) {
    const dx = (angle - 1.9 - bird * 0.17) * 0.42;
    const dy = y - 0.79 - 0.035 * Math.sin(bird * 2.3) - Math.abs(dx) * 0.55 + dx * dx * 9;
    if (Math.abs(dx) < 0.032) blend(out, 0.05, 0.06, 0.1, 0.9 * smoothstep(0.006, 0.003, Math.abs(dy)));
  }
}

/** A hairline crack in the glaze from the rim downwards, dark where dust has entered it. */
function drawHairline(angle, y, seed, out) {
  const course = 0.1 * (noise2(y * 5, 3, seed + 91) - 0.5) + 0.03 * (noise2(y * 24, 8, seed + 92) - 0.5);
  const width = 0.004 * smoothstep(0.5, 0.8, y) + 0.0015;
  const offset = Math.abs(angle - course);
  if (y > 0.48) blend(out, 0.09, 0.07, 0.055, 0.85 * smoothstep(width * 2, width * 0.7, offset));
}

function periodicNoise(angle, cells, seed) {
  const turn = angle / (2 * Math.PI) + 0.5;
  const position = turn * cells;
  return mix(noise2(position, 0.5, seed), noise2(position - cells, 0.5, seed), turn);
}

function blend(out, red, green, blue, share) {
  out[0] += (red - out[0]) * share;
  out[1] += (green - out[1]) * share;
  out[2] += (blue - out[2]) * share;
}

function wallDistance(radius, y) {
  const side = segmentDistance(radius, y, FOOT_RADIUS - 0.008, 0.115, RIM_RADIUS, MUG_HEIGHT - WALL_HALF_THICKNESS);
  if (y > 0.12 + side) return side - WALL_HALF_THICKNESS;
  const floor = segmentDistance(radius, y, 0, 0.055, FOOT_RADIUS - 0.06, 0.055);
  const curve = segmentDistance(radius, y, FOOT_RADIUS - 0.06, 0.055, FOOT_RADIUS - 0.008, 0.115);
  return Math.min(floor, curve, side) - WALL_HALF_THICKNESS;
}

function footDistance(radius, y) {
  const across = radius - (FOOT_RADIUS - 0.075);
  const above = y - 0.03;
  return Math.sqrt(across * across + above * above) - 0.03;
}

function handleDistance(x, y, z, radius) {
  const squeeze = HANDLE.halfWidth / HANDLE.halfHeight;
  const across = (x - HANDLE.x) / squeeze;
  const above = y - HANDLE.y;
  const ring = Math.sqrt(across * across + above * above) - HANDLE.halfHeight;
  const ear = (Math.sqrt(ring * ring + z * z * 0.52) - HANDLE.radius) * squeeze;
  return Math.max(ear, mix(FOOT_RADIUS, RIM_RADIUS, y / MUG_HEIGHT) - radius);
}

function segmentDistance(px, py, ax, ay, bx, by) {
  const dx = bx - ax;
  const dy = by - ay;
  const t = Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)));
  const ex = px - ax - dx * t;
  const ey = py - ay - dy * t;
  return Math.sqrt(ex * ex + ey * ey);
}

/** Polynomial smooth minimum: joins two bodies with a fillet of about `k`. */
function smoothUnion(a, b, k) {
  const h = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - h * h * k * 0.25;
}
