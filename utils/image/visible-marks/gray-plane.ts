/** One channel, 0 to 255 and fractions of it, row by row. */
export interface GrayPlane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A rectangle in whole pixels, origin top left; `right` and `bottom` lie just outside. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
