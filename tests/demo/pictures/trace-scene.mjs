// A small ray tracer: sphere tracing of the mugs on an analytic table, under one soft light and a sky.
import { GROUNDS } from './ground.mjs';
import { backdropColour, createMirroredRoom } from './light.mjs';
import { hashToUnit, mix, smoothstep } from './noise.mjs';
import { placeMug } from './placed-mug.mjs';

/** Samples of a pixel that differs from the one before it; every other pixel has one. */
const SAMPLES_AT_EDGE = 6;
/** Sum over the channels, linear, by which two neighbours differ at an edge. */
const EDGE_DIFFERENCE = 0.1;
const MAX_STEPS = 80;
const HIT_DISTANCE = 0.0006;
const TABLE_END_Z = -3.4;
/** Farther than this from its axis a mug neither darkens the table nor is mirrored in it, decimetres. */
const NEAR_MUG = 1.7;
/** Above this height nothing casts a shadow, decimetres. */
const SHADOW_TOP = 1.4;
const NOTHING = 1e9;

/**
 * Renders every `stride`-th row from `firstRow` into `pixels`: linear RGB, row-major, three floats a pixel.
 * The camera is a thin lens, so that two scenes of the same things have true parallax.
 */
export function traceRows(scene, pixels, firstRow, stride) {
  const sampleAt = createSampler(scene);
  const colour = new Float64Array(3);
  const sum = new Float64Array(3);
  const before = new Float64Array(3);
  for (let row = firstRow; row < scene.height; row += stride) {
    for (let column = 0; column < scene.width; column++) {
      sum.fill(0);
      let samples = 1;
      for (let sample = 0; sample < samples; sample++) {
        const u = hashToUnit(column, row, sample, scene.seed);
        const v = hashToUnit(column, row, sample + 64, scene.seed);
        sampleAt(column + u, row + v, hashToUnit(column, row, sample + 128, scene.seed), colour);
        for (let channel = 0; channel < 3; channel++) sum[channel] += Math.min(colour[channel], 5);
        if (sample > 0) continue;
        if (isEdge(before, colour)) samples = SAMPLES_AT_EDGE;
        before.set(colour);
      }
      for (let channel = 0; channel < 3; channel++)
        pixels[(row * scene.width + column) * 3 + channel] = sum[channel] / samples;
    }
  }
}

function isEdge(a, b) {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) > EDGE_DIFFERENCE;
}

function createSampler(scene) {
  const { camera, light, ground } = scene;
  const mugs = scene.mugs.map(placeMug);
  const groundColour = GROUNDS[ground.kind];
  const groundTint = new Float64Array(3);
  groundColour(0.3, 0.2, 1, ground.seed, groundTint);
  const mirrored = createMirroredRoom(light, groundTint);
  const view = lookAt(camera, scene.width, scene.height);
  const keyLength = Math.hypot(light.key.x, light.key.y, light.key.z);
  const key = [light.key.x / keyLength, light.key.y / keyLength, light.key.z / keyLength];
  const softness = light.key.spread / keyLength;
  const stretch = new Float64Array(2);
  const normal = new Float64Array(3);
  const mirror = new Float64Array(3);
  const surface = new Float64Array(3);
  const ray = new Float64Array(6);
  const behind = new Float64Array(3);
  const hit = { mug: null, distance: NOTHING };

  function findMug(ox, oy, oz, dx, dy, dz) {
    hit.mug = null;
    hit.distance = NOTHING;
    for (const mug of mugs) {
      mug.clip(ox, oy, oz, dx, dy, dz, stretch);
      const end = Math.min(stretch[1], hit.distance);
      let t = Math.max(stretch[0], 0.0015);
      for (let step = 0; step < MAX_STEPS && t < end; step++) {
        const distance = mug.distance(ox + dx * t, oy + dy * t, oz + dz * t);
        if (distance < HIT_DISTANCE) {
          hit.mug = mug;
          hit.distance = t;
          break;
        }
        t += distance * 0.9;
      }
    }
  }
  /** Share of the key light that reaches a point, 0..1: the narrowest pass of the shadow ray, as in Quilez's method. */
  function keyLightAt(x, y, z) {
    let open = 1;
    for (const mug of mugs) {
      let t = 0.01;
      for (let step = 0; step < 60 && open > -1; step++) {
        const height = y + key[1] * t;
        if (height > SHADOW_TOP) break;
        const distance = mug.distance(x + key[0] * t, height, z + key[2] * t);
        open = Math.min(open, distance / (softness * t));
        t += Math.max(0.012, distance * 0.8);
      }
    }
    return smoothstep(-1, 1, open);
  }
  function isFarFromMugs(x, z) {
    for (const mug of mugs) if ((x - mug.x) ** 2 + (z - mug.z) ** 2 < NEAR_MUG * NEAR_MUG) return false;
    return true;
  }
  /** Share of the sky that is open above a point, 0..1, from distances along the normal. */
  function skyOpenAt(x, y, z, nx, ny, nz) {
    if (isFarFromMugs(x, z)) return 1;
    let closed = 0;
    for (let tap = 1; tap <= 5; tap++) {
      const reach = 0.03 * tap * tap;
      let nearest = reach;
      for (const mug of mugs) nearest = Math.min(nearest, mug.distance(x + nx * reach, y + ny * reach, z + nz * reach));
      closed += ((reach - nearest) / reach) * 0.24;
    }
    return Math.max(0.08, 1 - closed);
  }
  function shadeMug(mug, x, y, z, dx, dy, dz, out) {
    mug.normal(x, y, z, normal);
    const nx = normal[0];
    const ny = normal[1];
    const nz = normal[2];
    const shine = mug.colour(x, y, z, surface);
    const facing = Math.max(0, nx * key[0] + ny * key[1] + nz * key[2]);
    const lit = facing > 0 ? facing * keyLightAt(x + nx * 0.004, y + ny * 0.004, z + nz * 0.004) : 0;
    const open = skyOpenAt(x, y, z, nx, ny, nz);
    const above = 0.5 + 0.5 * ny;
    const cosine = Math.min(1, Math.abs(dx * nx + dy * ny + dz * nz));
    const fresnel = shine * (0.045 + 0.7 * (1 - cosine) ** 5) * (0.35 + 0.65 * open);
    const twice = 2 * (dx * nx + dy * ny + dz * nz);
    mirrored(dx - twice * nx, dy - twice * ny, dz - twice * nz, mirror);
    for (let channel = 0; channel < 3; channel++) {
      const ambient = (light.sky[channel] * above + light.bounce[channel] * (1.6 - above)) * open;
      const diffuse = surface[channel] * (ambient + lit * light.key.colour[channel] * 0.42);
      out[channel] = diffuse * (1 - fresnel) + mirror[channel] * fresnel;
    }
  }
  function shadeGround(x, z, dx, dy, dz, distance, out) {
    const blur = Math.abs(distance - view.focus) * camera.defocus;
    groundColour(x, z, distance * view.pixel * 1.2 + blur, ground.seed, surface);
    const lit = key[1] * keyLightAt(x, 0.004, z);
    const open = skyOpenAt(x, 0.001, z, 0, 1, 0);
    const gloss = scene.ground.gloss ?? 0.5;
    const fresnel = gloss * (0.03 + 0.6 * (1 + dy) ** 5);
    mirror.fill(0);
    if (fresnel > 0.02) {
      hit.mug = null;
      if (!isFarFromMugs(x, z)) findMug(x, 0.003, z, dx, -dy, dz);
      if (hit.mug === null) mirrored(dx, -dy, dz, mirror);
      else mirror.fill(0.25 * open);
    }
    for (let channel = 0; channel < 3; channel++) {
      const ambient = light.sky[channel] * (0.25 + 0.75 * open);
      const diffuse = surface[channel] * (ambient + lit * light.key.colour[channel] * 0.5);
      out[channel] = diffuse + fresnel * Math.min(mirror[channel], 1.5) * 0.6;
    }
  }
  return (column, row, random, out) => {
    view.ray(column, row, random, ray);
    const ox = ray[0];
    const oy = ray[1];
    const oz = ray[2];
    const dx = ray[3];
    const dy = ray[4];
    const dz = ray[5];
    findMug(ox, oy, oz, dx, dy, dz);
    const toGround = dy < -1e-6 ? -oy / dy : NOTHING;
    if (hit.mug !== null && hit.distance < toGround) {
      const t = hit.distance;
      shadeMug(hit.mug, ox + dx * t, oy + dy * t, oz + dz * t, dx, dy, dz, out);
      return;
    }
    const z = oz + dz * toGround;
    const onTable = toGround < NOTHING ? smoothstep(TABLE_END_Z - 0.5, TABLE_END_Z + 0.5, z) : 0;
    if (onTable < 1) backdropColour(light.backdrop, dx / -dz, dy / -dz, behind);
    if (onTable > 0) shadeGround(ox + dx * toGround, z, dx, dy, dz, toGround, out);
    for (let channel = 0; channel < 3; channel++) out[channel] = mix(behind[channel], out[channel], onTable);
  };
}

/** Camera axes and a function from pixel to ray; `focus` is the distance that is sharp, `pixel` a pixel's angle. */
function lookAt(camera, width, height) {
  const [ex, ey, ez] = camera.eye;
  const forward = [camera.target[0] - ex, camera.target[1] - ey, camera.target[2] - ez];
  const focus = Math.hypot(...forward);
  const [fx, fy, fz] = forward.map((part) => part / focus);
  const flat = Math.hypot(fx, fz);
  const [rx, rz] = [-fz / flat, fx / flat];
  const [ux, uy, uz] = [-rz * fy, flat, rx * fy];
  const scale = Math.tan((camera.fieldOfView * Math.PI) / 360) / (height / 2);
  return {
    focus,
    pixel: scale,
    /** Origin and unit direction into `ray`. */
    ray(column, row, random, ray) {
      const sx = (column - width / 2) * scale;
      const sy = (height / 2 - row) * scale;
      const radius = camera.defocus * Math.sqrt(random);
      const lensX = radius * Math.cos(random * 997);
      const lensY = radius * Math.sin(random * 997);
      const dx = (fx + rx * sx + ux * sy) * focus - rx * lensX - ux * lensY;
      const dy = (fy + uy * sy) * focus - uy * lensY;
      const dz = (fz + rz * sx + uz * sy) * focus - rz * lensX - uz * lensY;
      const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
      ray[0] = ex + rx * lensX + ux * lensY;
      ray[1] = ey + uy * lensY;
      ray[2] = ez + rz * lensX + uz * lensY;
      ray[3] = dx / length;
      ray[4] = dy / length;
      ray[5] = dz / length;
    },
  };
}
