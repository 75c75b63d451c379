import type { OpenCv } from '../../checks/open-cv.ts';
import { withMats } from '../registration/mat-scope.ts';
import type { Lab } from './aligned-pair.ts';
import { rgbOf } from './measure-residual.ts';
import { type Mask, quantileOf, sampleSet, valuesAt } from './plane.ts';

const SAMPLES = 20_000;
/** The copy's range of levels, but for so many wild ones at either end. */
const RANGE_TAIL = 0.002;

/**
 * Keeps the prediction within the levels that the copy has at all, in place. A channel that was cut off at the end of its
 * range, then and there or before a later change of tone, goes no further. Only ever brings the prediction nearer to the
 * copy, so that it explains differences and makes none.
 * @param copyRgb three bytes a pixel
 */
export function clampToRange(opencv: OpenCv, copyRgb: Uint8Array, judged: Mask, predicted: Lab): void {
  const rgb = rgbOf(opencv, predicted);
  const samples = sampleSet(judged, SAMPLES);
  const isBeyond = new Uint8Array(judged.data.length);
  for (let channel = 0; channel < 3; channel++) {
    const levels = valuesAt(samples, (index) => copyRgb[index * 3 + channel] as number);
    const lowest = quantileOf(levels, RANGE_TAIL);
    const highest = quantileOf(levels, 1 - RANGE_TAIL);
    for (let index = 0, at = channel; index < isBeyond.length; index++, at += 3) {
      const level = rgb[at] as number;
      if (level >= lowest && level <= highest) continue;
      const within = Math.min(highest, Math.max(lowest, level));
      const copied = copyRgb[at] as number;
      // Small things of a rare colour are among the wild ones; there the copy itself goes beyond.
      if (Math.abs(within - copied) >= Math.abs(level - copied)) continue;
      rgb[at] = within;
      isBeyond[index] = 1;
    }
  }
  const places = placesOf(isBeyond);
  if (places.length === 0) return;
  const shown = labAt(opencv, rgb, places);
  for (const [channel, { data }] of predicted.entries())
    for (let at = 0; at < places.length; at++) data[places[at] as number] = shown[at * 3 + channel] as number;
}

function placesOf(isSet: Uint8Array): number[] {
  const places: number[] = [];
  for (let index = 0; index < isSet.length; index++) if (isSet[index]) places.push(index);
  return places;
}

/** The colours at some places, one after the other, in Lab. */
function labAt(opencv: OpenCv, rgb: Uint8Array, places: readonly number[]): Uint8Array {
  return withMats((keep) => {
    const colours = keep(new opencv.Mat(1, places.length, opencv.CV_8UC3));
    const { data } = colours;
    for (let at = 0; at < places.length; at++)
      for (let channel = 0; channel < 3; channel++)
        data[at * 3 + channel] = rgb[(places[at] as number) * 3 + channel] as number;
    opencv.cvtColor(colours, colours, opencv.COLOR_RGB2Lab);
    return new Uint8Array(colours.data);
  });
}
