import { type DamageKind, forgeDamage } from './forge-damage.ts';
import type { MarkedRaster, Raster } from './raster.ts';
import type { Random } from './seeded-random.ts';

/**
 * A damage as a layer with transparency, as an editor keeps it to lay it over one picture after the other: what becomes of
 * black and of white, and all levels between by proportion.
 */
export interface DamageLayer {
  readonly width: number;
  readonly height: number;
  readonly onBlack: Buffer;
  readonly onWhite: Buffer;
  readonly mask: Buffer;
}

export interface LayerPosition {
  readonly scale: number;
  readonly turnRadians: number;
  readonly mirrored: boolean;
  /** Where its middle comes to lie, pixels. */
  readonly x: number;
  readonly y: number;
}

/** @param random called twice, for two streams that are the same */
export function damageLayer(
  { width, height }: Pick<Raster, 'width' | 'height'>,
  kind: Exclude<DamageKind, 'clone'>,
  areaShare: number,
  random: () => Random,
): DamageLayer {
  const forgedOn = (level: number): MarkedRaster =>
    forgeDamage({ width, height, rgb: Buffer.alloc(width * height * 3, level) }, kind, areaShare, random());
  const { rgb: onBlack } = forgedOn(0);
  const { rgb: onWhite, mask } = forgedOn(255);
  return { width, height, onBlack, onWhite, mask };
}

/** Lays it over a picture; the mask marks the pixels that it changed. */
export function layDamage(layer: DamageLayer, onto: Raster, position: LayerPosition): MarkedRaster {
  const { scale, turnRadians, mirrored } = position;
  const [middleX, middleY] = middleOf(layer);
  const [cosine, sine] = [Math.cos(turnRadians) / scale, Math.sin(turnRadians) / scale];
  const rgb = Buffer.from(onto.rgb);
  const mask = Buffer.alloc(onto.width * onto.height);
  for (let y = 0; y < onto.height; y++)
    for (let x = 0; x < onto.width; x++) {
      const [dx, dy] = [x - position.x, y - position.y];
      const u = (mirrored ? -1 : 1) * (cosine * dx + sine * dy) + middleX;
      const v = cosine * dy - sine * dx + middleY;
      if (u < 0 || v < 0 || u >= layer.width - 1 || v >= layer.height - 1) continue;
      const at = y * onto.width + x;
      for (let channel = 0; channel < 3; channel++) {
        const black = sample(layer.onBlack, layer.width, 3, channel, u, v);
        const white = sample(layer.onWhite, layer.width, 3, channel, u, v);
        rgb[at * 3 + channel] = Math.round(black + ((white - black) / 255) * (onto.rgb[at * 3 + channel] as number));
      }
      mask[at] = sample(layer.mask, layer.width, 1, 0, u, v) > 127 ? 255 : 0;
    }
  return { width: onto.width, height: onto.height, rgb, mask };
}

function middleOf({ mask, width }: DamageLayer): [x: number, y: number] {
  let [count, sumX, sumY] = [0, 0, 0];
  for (let index = mask.indexOf(255); index >= 0; index = mask.indexOf(255, index + 1)) {
    count++;
    sumX += index % width;
    sumY += Math.floor(index / width);
  }
  return [sumX / count, sumY / count];
}

function sample(data: Buffer, width: number, channels: number, channel: number, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const at = (px: number, py: number): number => data[(py * width + px) * channels + channel] as number;
  const [u, v] = [x - left, y - top];
  return (
    (at(left, top) * (1 - u) + at(left + 1, top) * u) * (1 - v) +
    (at(left, top + 1) * (1 - u) + at(left + 1, top + 1) * u) * v
  );
}
