import sharp from 'sharp';
import { colours, type MarkedRaster, type Raster } from './raster.ts';
import { between, type Random } from './seeded-random.ts';

/**
 * One press of the shutter on a scene: the sensor's noise, which is new every time, the camera's denoising, its JPEG.
 * The noise follows the usual two-part model, variance = gain · level + floor (Foi et al., 2008), at a phone's indoor
 * strength.
 */
export async function expose(scene: Raster, random: Random): Promise<Raster> {
  const gain = between(random, 0.02, 0.25);
  const floor = between(random, 0.5, 4);
  const rgb = Buffer.alloc(scene.rgb.length);
  for (let index = 0; index < rgb.length; index++) {
    const level = scene.rgb[index] as number;
    const noisy = level + Math.sqrt(gain * level + floor) * normal(random);
    rgb[index] = Math.max(0, Math.min(255, Math.round(noisy)));
  }
  const camera = await colours({ ...scene, rgb })
    .blur(between(random, 0.4, 0.8))
    .jpeg({ quality: Math.round(between(random, 88, 96)) })
    .toBuffer();
  const { data, info } = await sharp(camera).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}

/** The same scene from a hand that moved a little: a burst. Under a thousandth of the frame, and turned by a hair. */
export async function shake(scene: MarkedRaster, random: Random): Promise<MarkedRaster> {
  const angle = between(random, -0.25, 0.25);
  const inset = 8;
  const { width, height } = scene;
  const { data, info } = await sharp(scene.rgb, { raw: { width, height, channels: 3 } })
    .affine(
      [
        Math.cos((angle * Math.PI) / 180),
        Math.sin((angle * Math.PI) / 180),
        -Math.sin((angle * Math.PI) / 180),
        Math.cos((angle * Math.PI) / 180),
      ],
      { interpolator: 'bicubic', odx: between(random, -3, 3), ody: between(random, -3, 3) },
    )
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const part = await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .extract({ left: inset, top: inset, width: width - 2 * inset, height: height - 2 * inset })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: part.info.width, height: part.info.height, rgb: part.data, mask: Buffer.alloc(part.data.length / 3) };
}

/** Box and Muller, 1958. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
