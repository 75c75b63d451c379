const SIDE = 16;

/**
 * Whether this browser changes what is read back from a canvas (fingerprint protection): known pixels are written and
 * read. Where they differ, no check of pixels may run.
 */
export function pixelsAreAltered(): boolean {
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });
  if (!context) return true;
  const written = new ImageData(SIDE, SIDE);
  for (let index = 0; index < written.data.length; index++)
    written.data[index] = index % 4 === 3 ? 255 : (index * 37) % 256;
  context.putImageData(written, 0, 0);
  const read = context.getImageData(0, 0, SIDE, SIDE).data;
  return read.some((value, index) => value !== written.data[index]);
}
