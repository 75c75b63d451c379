// A mug or a piece of one at its place in a scene: world coordinates in, distances and colours out.

import { chipDistance, glazeColour, MUG_HEIGHT, mugDistance } from './mug.mjs';
import { noise3 } from './noise.mjs';

/** A box around the mug in its own coordinates, decimetres. */
const BOX = { low: [-0.47, -0.01, -0.47], high: [0.77, MUG_HEIGHT + 0.01, 0.47] };
const FRACTURE_DEPTH = 0.004;
const NORMAL_STEP = 0.0008;
const CLAY = [0.66, 0.55, 0.44];

/**
 * @param {{ x: number, z: number, y?: number, turn: number, tilt?: number, glaze: object, damage: object }} mug
 *   `turn` about the vertical axis, then `tilt` about x, radians; `damage.keep` is set for a piece that broke off
 */
export function placeMug(mug) {
  const [ct, st] = [Math.cos(mug.turn), Math.sin(mug.turn)];
  const [cp, sp] = [Math.cos(mug.tilt ?? 0), Math.sin(mug.tilt ?? 0)];
  const { x: px, y: py, z: pz } = mug.damage.keep ?? { x: 0, y: 0, z: 0 };
  // Rows of the rotation from world to the mug's own coordinates.
  const [r0, r1, r2, r3, r4, r5, r6, r7, r8] = [ct, 0, -st, st * sp, cp, ct * sp, st * cp, -sp, ct * cp];
  const local = new Float64Array(3);
  const { x: cx, z: cz } = mug;
  const cy = mug.y ?? 0;
  const { damage, glaze } = mug;

  function toLocal(x, y, z, isDirection) {
    const dx = isDirection ? x : x - cx;
    const dy = isDirection ? y : y - cy;
    const dz = isDirection ? z : z - cz;
    local[0] = r0 * dx + r1 * dy + r2 * dz + (isDirection ? 0 : px);
    local[1] = r3 * dx + r4 * dy + r5 * dz + (isDirection ? 0 : py);
    local[2] = r6 * dx + r7 * dy + r8 * dz + (isDirection ? 0 : pz);
  }
  function localDistance(x, y, z) {
    const whole = mugDistance(x, y, z, damage);
    return damage.keep ? Math.max(whole, chipDistance(x, y, z, damage.keep)) : whole;
  }
  return {
    x: cx,
    z: cz,
    distance(x, y, z) {
      const dx = x - cx;
      const dy = y - cy;
      const dz = z - cz;
      return localDistance(
        r0 * dx + r1 * dy + r2 * dz + px,
        r3 * dx + r4 * dy + r5 * dz + py,
        r6 * dx + r7 * dy + r8 * dz + pz,
      );
    },
    /** The stretch of a ray inside the bounding box, [enter, leave]; enter > leave where it misses. */
    clip(ox, oy, oz, dx, dy, dz, out) {
      toLocal(ox, oy, oz, false);
      const lx = local[0];
      const ly = local[1];
      const lz = local[2];
      toLocal(dx, dy, dz, true);
      out[0] = 0;
      out[1] = 1e9;
      clipSlab(lx, local[0], BOX.low[0], BOX.high[0], out);
      clipSlab(ly, local[1], BOX.low[1], BOX.high[1], out);
      clipSlab(lz, local[2], BOX.low[2], BOX.high[2], out);
    },
    /** Unit normal at a point of the surface, world coordinates, by four distances (tetrahedron). */
    normal(x, y, z, out) {
      const e = NORMAL_STEP;
      const a = this.distance(x + e, y - e, z - e);
      const b = this.distance(x - e, y - e, z + e);
      const c = this.distance(x - e, y + e, z - e);
      const d = this.distance(x + e, y + e, z + e);
      const nx = a - b - c + d;
      const ny = -a - b + c + d;
      const nz = -a + b - c + d;
      const length = Math.hypot(nx, ny, nz) || 1;
      out[0] = nx / length;
      out[1] = ny / length;
      out[2] = nz / length;
    },
    /** Colour at a point of the surface into `out`; returns how much it shines, 0 for bare clay. */
    colour(x, y, z, out) {
      toLocal(x, y, z, false);
      const lx = local[0];
      const ly = local[1];
      const lz = local[2];
      let depth = damage.keep ? -chipDistance(lx, ly, lz, damage.keep) : 1;
      for (const chip of damage.chips) depth = Math.min(depth, chipDistance(lx, ly, lz, chip));
      if (depth > FRACTURE_DEPTH) {
        glazeColour(lx, ly, lz, glaze, out);
        return 1;
      }
      const grain =
        0.8 +
        0.35 * (noise3(lx * 130, ly * 130, lz * 130, 5) - 0.5) +
        0.5 * (noise3(lx * 30, ly * 30, lz * 30, 6) - 0.5);
      for (let channel = 0; channel < 3; channel++) out[channel] = CLAY[channel] * grain;
      return 0;
    },
  };
}

function clipSlab(origin, direction, low, high, out) {
  const inverse = 1 / (Math.abs(direction) < 1e-9 ? 1e-9 : direction);
  const near = (low - origin) * inverse;
  const far = (high - origin) * inverse;
  out[0] = Math.max(out[0], Math.min(near, far));
  out[1] = Math.min(out[1], Math.max(near, far));
}
