/**
 * The pixels of a picture as a person sees it: EXIF orientation applied, sRGB, not premultiplied.
 * Large pictures arrive reduced (see `MAX_ANALYSIS_PIXELS` in utils/limits.ts); `sourceWidth` and
 * `sourceHeight` keep the displayed size of the file itself.
 */
export interface DecodedImage {
  readonly width: number;
  readonly height: number;
  /** `width * height * 4` bytes, row by row, RGBA. */
  readonly rgba: Uint8ClampedArray;
  readonly sourceWidth: number;
  readonly sourceHeight: number;
}
