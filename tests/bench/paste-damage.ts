import type { MarkedRaster, Raster } from './raster.ts';

/** Pastes what the mask marks on one picture onto the middle of another, `scale` times as large, edges softened. */
export function pasteDamage(from: MarkedRaster, onto: Raster, scale: number): MarkedRaster {
  const box = boxOf(from);
  const rgb = Buffer.from(onto.rgb);
  const mask = Buffer.alloc(onto.width * onto.height);
  const width = Math.min(onto.width - 4, Math.round(box.width * scale));
  const height = Math.min(onto.height - 4, Math.round(box.height * scale));
  const left = Math.round((onto.width - width) / 2);
  const top = Math.round((onto.height - height) / 2);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [sx, sy] = [
        box.left + ((x + 0.5) * box.width) / width - 0.5,
        box.top + ((y + 0.5) * box.height) / height - 0.5,
      ];
      const cover = sample(from.mask, from, 1, 0, sx, sy) / 255;
      if (cover <= 0) continue;
      const at = (top + y) * onto.width + left + x;
      for (let channel = 0; channel < 3; channel++) {
        const value = sample(from.rgb, from, 3, channel, sx, sy);
        rgb[at * 3 + channel] = Math.round((1 - cover) * (rgb[at * 3 + channel] as number) + cover * value);
      }
      mask[at] = Math.round(255 * cover);
    }
  return { width: onto.width, height: onto.height, rgb, mask };
}

function sample(data: Buffer, size: Raster, channels: number, channel: number, x: number, y: number): number {
  const clampX = (value: number): number => Math.max(0, Math.min(size.width - 1, value));
  const clampY = (value: number): number => Math.max(0, Math.min(size.height - 1, value));
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const at = (px: number, py: number): number =>
    data[(clampY(py) * size.width + clampX(px)) * channels + channel] as number;
  const [u, v] = [x - x0, y - y0];
  return (
    (at(x0, y0) * (1 - u) + at(x0 + 1, y0) * u) * (1 - v) + (at(x0, y0 + 1) * (1 - u) + at(x0 + 1, y0 + 1) * u) * v
  );
}

function boxOf({ mask, width }: MarkedRaster) {
  let [left, top, right, bottom] = [width, Number.MAX_SAFE_INTEGER, 0, 0];
  for (let index = mask.indexOf(255); index >= 0; index = mask.indexOf(255, index + 1)) {
    left = Math.min(left, index % width);
    right = Math.max(right, (index % width) + 1);
    top = Math.min(top, Math.floor(index / width));
    bottom = Math.floor(index / width) + 1;
  }
  return { left, top, width: right - left, height: bottom - top };
}
