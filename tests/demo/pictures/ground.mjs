// What the mug stands on. Each kind gives the colour at a point of the plane y = 0, linear RGB.
import { fractalNoise2, hashToUnit, mix, noise2, smoothstep } from './noise.mjs';

/** @type {Record<string, (x: number, z: number, footprint: number, seed: number, out: Float64Array) => void>} */
export const GROUNDS = { wood, stone, cardboard };

/** Oak boards along x: growth rings cut lengthwise, pores, a knot now and then, dark joints. */
function wood(x, z, footprint, seed, out) {
  const boardWidth = 0.92;
  const board = Math.floor(z / boardWidth);
  const across = z / boardWidth - board;
  const tone = 0.86 + 0.26 * hashToUnit(board, 1, 0, seed);
  const shift = 40 * hashToUnit(board, 2, 0, seed);
  const bend = 0.34 * fractalNoise2(x * 0.55 + shift, z * 0.9, 3, footprint * 0.9, seed);
  const knotX = (hashToUnit(board, 5, 0, seed) - 0.5) * 5;
  const knot = Math.sqrt(((x - knotX) * 0.7) ** 2 + ((across - 0.5) * boardWidth) ** 2);
  const rings = (z + bend * 1.2 + 0.16 * Math.exp(-knot * knot * 22)) * 17;
  const ringBlur = footprint * 17;
  const ring = 0.5 + (ringBlur < 1.5 ? 0.5 * Math.sin(rings * 2) * Math.exp(-ringBlur * ringBlur) : 0);
  const fibre = fractalNoise2(x * 2.2 + shift, z * 62, 4, footprint * 50, seed + 20);
  const pore = fractalNoise2(x * 9 + shift, z * 190, 2, footprint * 150, seed + 30);
  const shade = tone * (0.62 + 0.2 * ring + 0.42 * fibre - 0.5 * smoothstep(0.62, 0.85, pore));
  const dark = smoothstep(0.11, 0.015, knot) * 0.55;
  const joint = smoothstep(0.012 + footprint, 0, Math.min(across, 1 - across) * boardWidth) * 0.8;
  const light = Math.max(0.03, shade * (1 - dark) * (1 - joint / (1 + footprint * 40)));
  out[0] = 0.5 * light;
  out[1] = mix(0.27, 0.29, ring) * light;
  out[2] = mix(0.125, 0.15, fibre) * light;
}

/** A grey kitchen top of small chips, with a few crumbs. */
function stone(x, z, footprint, seed, out) {
  const cloud = fractalNoise2(x * 1.7, z * 1.7, 4, footprint * 1.7, seed);
  const grain = fractalNoise2(x * 55, z * 55, 3, footprint * 55, seed + 9);
  const flake = smoothstep(0.7, 0.85, noise2(x * 38, z * 38, seed + 15)) * Math.exp(-footprint * 60);
  const pale = smoothstep(0.72, 0.86, noise2(x * 29 + 7, z * 29, seed + 16)) * Math.exp(-footprint * 60);
  const crumb = smoothstep(0.93, 0.97, noise2(x * 11, z * 13, seed + 21)) * Math.exp(-footprint * 40);
  const light = 0.17 + 0.1 * cloud + 0.1 * (grain - 0.5) - 0.11 * flake + 0.2 * pale;
  out[0] = light * 1.02 + crumb * 0.25;
  out[1] = light + crumb * 0.18;
  out[2] = light * 0.96 + crumb * 0.08;
}

/** The flap of the parcel: flutes showing through, fibres, a strip of tape. */
function cardboard(x, z, footprint, seed, out) {
  const flute = footprint < 0.06 ? 0.02 * Math.sin(x * 95) * Math.exp(-((footprint * 60) ** 2)) : 0;
  const fibre = fractalNoise2(x * 26, z * 40, 4, footprint * 40, seed);
  const cloud = fractalNoise2(x * 1.3, z * 1.6, 3, footprint * 1.5, seed + 5);
  const light = 0.72 + flute + 0.3 * (fibre - 0.5) + 0.3 * (cloud - 0.5);
  const tape = smoothstep(0.02 + footprint, 0, Math.abs(z + 1.15 + x * 0.06) - 0.24);
  out[0] = mix(0.41 * light, 0.5 + 0.05 * cloud, tape * 0.55);
  out[1] = mix(0.265 * light, 0.36 + 0.05 * cloud, tape * 0.55);
  out[2] = mix(0.145 * light, 0.2 + 0.05 * cloud, tape * 0.55);
}
