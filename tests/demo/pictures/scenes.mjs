// The photographs of the demo: where the camera stands, what light there is, what stands on the table.
// Directions to a light are not normalised; `window` is a bright rectangle that the glaze mirrors.

const SELLER_LIGHT = {
  key: { x: -2.4, y: 2.7, z: 1.5, spread: 0.6, colour: [2.7, 2.45, 2.1] },
  sky: [0.36, 0.39, 0.44],
  bounce: [0.24, 0.15, 0.08],
  backdrop: { low: [0.16, 0.14, 0.1], high: [0.5, 0.49, 0.42], lamps: [2.6, 1.9, 1.0], seed: 5 },
};
const KITCHEN_LIGHT = {
  key: { x: 2.6, y: 2.4, z: 0.7, spread: 0.5, colour: [2.2, 2.35, 2.5] },
  sky: [0.34, 0.38, 0.44],
  bounce: [0.12, 0.11, 0.1],
  backdrop: { low: [0.2, 0.21, 0.22], high: [0.42, 0.46, 0.5], lamps: [0.55, 0.62, 0.7], seed: 31 },
};
const STUDIO_LIGHT = {
  key: { x: 1.6, y: 3.2, z: 2.4, spread: 1.2, colour: [2.3, 2.2, 2.05] },
  sky: [0.66, 0.64, 0.62],
  bounce: [0.2, 0.15, 0.1],
  backdrop: { low: [0.55, 0.45, 0.36], high: [0.85, 0.76, 0.66], lamps: [1.2, 0.9, 0.55], seed: 77 },
};
const WHITE_GLAZE = { seed: 11, ground: [0.8, 0.77, 0.7], ink: [0.028, 0.06, 0.17], hairline: null };
const CELADON_GLAZE = { seed: 63, ground: [0.42, 0.56, 0.47], ink: [0.03, 0.09, 0.08], hairline: null };
const INTACT = { chips: [] };

/** One chip at the rim, a thumb wide, and a hairline below it: what a knock in the post does. */
const KNOCKED = { chips: [{ x: 0.2, y: 0.985, z: 0.37, radius: 0.105, seed: 4 }] };
const BROKEN = {
  chips: [
    { x: 0.04, y: 1.0, z: 0.44, radius: 0.33, seed: 8 },
    { x: -0.3, y: 0.93, z: 0.3, radius: 0.19, seed: 9 },
  ],
};
const SHARD = { chips: [], keep: { x: 0.04, y: 0.82, z: 0.42, radius: 0.2, seed: 21 } };
const SMALL_SHARD = { chips: [], keep: { x: -0.2, y: 0.86, z: 0.36, radius: 0.11, seed: 22 } };

/**
 * Scenes by name. Sizes in pixels; `eye` and `target` in decimetres; `fieldOfView` in degrees, vertical;
 * `turn` is the mug's rotation about its axis in radians.
 */
export const SCENES = {
  'listing-main': {
    width: 1320,
    height: 1320,
    camera: { eye: [-0.75, 1.6, 4.1], target: [0.1, 0.47, 0], fieldOfView: 20, defocus: 0.02 },
    light: SELLER_LIGHT,
    ground: { kind: 'wood', seed: 3 },
    mugs: [{ x: 0, z: 0, turn: 0.35, glaze: WHITE_GLAZE, damage: INTACT }],
    seed: 101,
  },
  'listing-pair': {
    width: 1280,
    height: 1280,
    camera: { eye: [0.9, 1.6, 4.8], target: [0.22, 0.42, -0.1], fieldOfView: 25, defocus: 0.014 },
    light: SELLER_LIGHT,
    ground: { kind: 'wood', seed: 3 },
    mugs: [
      { x: -0.3, z: 0.25, turn: -2.1, glaze: WHITE_GLAZE, damage: INTACT },
      { x: 0.75, z: -0.6, turn: 0.75, glaze: CELADON_GLAZE, damage: INTACT },
    ],
    seed: 102,
  },
  'listing-above': {
    width: 1280,
    height: 1280,
    camera: { eye: [0.35, 3.6, 2.3], target: [0.12, 0.45, 0.02], fieldOfView: 24, defocus: 0.008 },
    light: SELLER_LIGHT,
    ground: { kind: 'wood', seed: 3 },
    mugs: [{ x: 0, z: 0, turn: -0.5, glaze: WHITE_GLAZE, damage: INTACT }],
    seed: 103,
  },
  'genuine-front': {
    width: 1200,
    height: 1600,
    camera: { eye: [0.9, 2.35, 3.5], target: [0.04, 0.42, 0], fieldOfView: 27, defocus: 0.004 },
    light: KITCHEN_LIGHT,
    ground: { kind: 'stone', seed: 8 },
    mugs: [{ x: 0, z: 0, turn: 0.1, glaze: { ...WHITE_GLAZE, hairline: 1.08 }, damage: KNOCKED }],
    seed: 104,
  },
  'genuine-close': {
    width: 1600,
    height: 1200,
    camera: { eye: [0.85, 1.9, 1.75], target: [0.16, 0.8, 0.16], fieldOfView: 27, defocus: 0.016 },
    light: KITCHEN_LIGHT,
    ground: { kind: 'cardboard', seed: 14 },
    mugs: [{ x: 0, z: 0, turn: 0.1, glaze: { ...WHITE_GLAZE, hairline: 1.08 }, damage: KNOCKED }],
    seed: 105,
  },
  generated: {
    width: 1280,
    height: 1280,
    camera: { eye: [0.2, 1.95, 3.9], target: [0.02, 0.44, 0], fieldOfView: 24, defocus: 0.02 },
    light: STUDIO_LIGHT,
    ground: { kind: 'wood', seed: 29 },
    mugs: [
      { x: 0, z: 0, turn: -0.55, glaze: CELADON_GLAZE, damage: BROKEN },
      { x: -0.62, z: 0.62, y: 0.035, turn: 0.5, tilt: 1.57, glaze: CELADON_GLAZE, damage: SHARD },
      { x: 0.52, z: 0.8, y: 0.04, turn: 2.2, tilt: -1.5, glaze: CELADON_GLAZE, damage: SMALL_SHARD },
    ],
    seed: 106,
  },
};
