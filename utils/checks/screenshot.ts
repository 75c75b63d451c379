import { findInnerPicture, type InnerPicture } from '../image/find-inner-picture.ts';
import type { Picture } from '../image/picture.ts';
import { regionOf } from '../image/visible-marks/region-of.ts';
import { defineCheck, done, skipped } from './check.ts';

/**
 * Whether the picture is a photograph shown inside something else: a screenshot, a chat, a frame. The file's own
 * metadata then speaks of the screenshot and not of the photograph. It tells nothing about what the photograph shows.
 */
export const screenshot = defineCheck({
  id: 'screenshot',
  version: 1,
  needs: ['pixels'],
  source: 'Flat grounds and straight sides that software draws; measured in docs/benchmarks-visible-marks.md',
  run({ picture }) {
    const { pixels } = picture;
    if (!pixels) return skipped('no-pixels');
    const inner = innerPictureOf(picture);
    if (!inner) return done({ innerPicture: null });
    const region = regionOf(inner.box, pixels);
    const areaPercent = Math.round(100 * inner.areaShare);
    return done({ innerPicture: { ...region, surroundings: inner.surroundings } }, [
      {
        check: 'screenshot',
        kind: inner.surroundings === 'interface' ? 'screenshot' : 'bordered-picture',
        grade: 'note',
        params: { areaPercent },
        regions: [region],
      },
    ]);
  },
});

/** The photograph inside a screenshot or a border, found once a picture; null when there is none. */
export function innerPictureOf(picture: Picture): InnerPicture | null {
  const { pixels } = picture;
  return pixels && picture.derived('inner-picture', () => findInnerPicture(pixels));
}
