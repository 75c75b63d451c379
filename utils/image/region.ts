/** A rectangle in fractions (0 to 1) of the picture as displayed, origin top left. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
