import sharp, { type Sharp } from 'sharp';

/** Pixels in RGB, three bytes each. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
}

/** A raster with the truth about it: 255 where something was added. */
export interface MarkedRaster extends Raster {
  readonly mask: Buffer;
}

export async function rasterOf(input: string | Buffer, maxSide = 1600): Promise<Raster> {
  const { data, info } = await sharp(input)
    .rotate()
    .toColourspace('srgb')
    .removeAlpha()
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}

export function unmarked(raster: Raster): MarkedRaster {
  return { ...raster, mask: Buffer.alloc(raster.width * raster.height) };
}

/** The colours as a sharp image. */
export function colours({ rgb, width, height }: Raster): Sharp {
  return sharp(rgb, { raw: { width, height, channels: 3 } });
}

/** Applies the same geometry to the colours and to the mask. */
export async function transform(raster: MarkedRaster, geometry: (image: Sharp) => Sharp): Promise<MarkedRaster> {
  const { data, info } = await geometry(colours(raster)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = raster;
  const mask = await geometry(sharp(raster.mask, { raw: { width, height, channels: 1 } }))
    .extractChannel(0)
    .raw()
    .toBuffer();
  return { width: info.width, height: info.height, rgb: data, mask };
}

/** Draws an SVG of the raster's size over it; the mask stays. */
export async function drawSvg(raster: MarkedRaster, shapes: string): Promise<MarkedRaster> {
  const { width, height } = raster;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`;
  const rgb = await colours(raster)
    .composite([{ input: Buffer.from(svg) }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { ...raster, rgb };
}
