import type { OpenCv } from '../../checks/open-cv.ts';
import { makePicture } from '../../image/picture.ts';
import { workingColour, workingScale } from '../../image/registration/gray-image.ts';
import { withMats } from '../../image/registration/mat-scope.ts';
import { loadOpenCv } from './load-open-cv.ts';
import type { OpenedPicture } from './picture-shelf.ts';

/** Nothing that compares listing pictures looks at their files. */
const NO_BYTES = new Uint8Array(0);

/**
 * A listing picture as every comparison begins by making it: the same reduction by the same code, done once and kept in
 * place of the pixels and the file, so that sixty of them fit into memory. The picture as it is where OpenCV is missing:
 * no comparison will run then.
 */
export async function reduceToWorkingSize(opened: OpenedPicture): Promise<OpenedPicture> {
  const { pixels } = opened.picture;
  if (!pixels || workingScale(pixels.width, pixels.height) === 1) return withoutBytes(opened, pixels);
  const loaded = await loadOpenCv();
  if ('problem' in loaded) return opened;
  const opencv = loaded.tool as OpenCv;
  const reduced = withMats((keep) => {
    const colour = workingColour(opencv, pixels, keep);
    return { ...pixels, width: colour.cols, height: colour.rows, rgba: new Uint8ClampedArray(colour.data) };
  });
  return withoutBytes(opened, reduced);
}

function withoutBytes(
  { picture, decoding, decodeMs }: OpenedPicture,
  pixels: OpenedPicture['picture']['pixels'],
): OpenedPicture {
  const { id, name, sha256, type } = picture;
  return {
    picture: makePicture({ id, name, sha256, type, bytes: NO_BYTES, pixels }),
    decoding: { ...decoding, pixels: pixels && { ...pixels, rgba: new Uint8ClampedArray(0) } },
    decodeMs,
  };
}
