// The light of a scene as seen along a direction: a blurred room for the camera, and what the glaze mirrors.
import { mix, noise2, smoothstep } from './noise.mjs';

/** What the camera sees behind the table, far out of focus. `x`, `y` are tangents of the direction. */
export function backdropColour(backdrop, x, y, out) {
  const height = smoothstep(-0.55, 0.35, y);
  const cloud = 0.82 + 0.36 * noise2(x * 2.2 + 9, y * 2 + 4, backdrop.seed);
  for (let channel = 0; channel < 3; channel++)
    out[channel] = mix(backdrop.low[channel], backdrop.high[channel], height) * cloud;
  for (let lamp = 0; lamp < 5; lamp++) {
    const lampX = (noise2(lamp * 3.7, 1, backdrop.seed) - 0.5) * 1.7;
    const lampY = -0.18 + 0.35 * noise2(lamp * 5.3, 2, backdrop.seed);
    const disc = smoothstep(0.085, 0.06, Math.hypot(x - lampX, y - lampY));
    for (let channel = 0; channel < 3; channel++) out[channel] += 0.22 * disc * backdrop.lamps[channel];
  }
}

/** Builds the function that says what a shiny surface mirrors along a unit direction: the window, the sky, the table. */
export function createMirroredRoom(light, groundTint) {
  const { key, sky } = light;
  const length = Math.hypot(key.x, key.y, key.z);
  const [kx, ky, kz] = [key.x / length, key.y / length, key.z / length];
  const flat = Math.hypot(kx, kz);
  const [sx, sz] = [kz / flat, -kx / flat];
  const [ux, uy, uz] = [sz * ky, flat, -sx * ky];
  const halfWidth = 0.16 * (1 + key.spread);
  return (dx, dy, dz, out) => {
    const forward = dx * kx + dy * ky + dz * kz;
    const up = smoothstep(-0.1, 0.5, dy);
    const room = 0.35 + 0.3 * noise2(dx * 2.3 + 5, dz * 2.3 + dy, light.backdrop.seed + 3);
    for (let channel = 0; channel < 3; channel++)
      out[channel] = mix(groundTint[channel] * 0.55, sky[channel] * room * 1.5, up);
    if (forward < 0.2) return;
    const side = (dx * sx + dz * sz) / forward;
    const rise = (dx * ux + dy * uy + dz * uz) / forward;
    const pane = smoothstep(halfWidth, halfWidth * 0.88, Math.abs(side)) * smoothstep(0.34, 0.3, Math.abs(rise));
    const bars = smoothstep(0.012, 0.022, Math.abs(side)) * smoothstep(0.012, 0.022, Math.abs(rise - 0.04));
    for (let channel = 0; channel < 3; channel++) out[channel] += 3.4 * pane * bars * key.colour[channel];
  };
}
