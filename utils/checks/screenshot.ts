import { findInnerPicture, type InnerPicture } from '../image/find-inner-picture.ts';
import type { Picture } from '../image/picture.ts';
import { subjectOfPicture } from '../image/subject-of-picture.ts';
import { regionOf } from '../image/visible-marks/region-of.ts';
import { defineCheck, done, skipped } from './check.ts';

/**
 * Share of interface from which on a picture is a screenshot whatever it shows. Photographs of tiles and patterned cloth
 * reach 0.43, apps' pages begin at 0.51 (tuning half, and pages drawn by tests/fixtures/app-screens.ts).
 */
const SURE_INTERFACE_SHARE = 0.5;

/**
 * Whether the picture is a photograph shown inside something else: a screenshot, a chat, a frame. The file's own
 * metadata then speaks of the screenshot and not of the photograph. It tells nothing about what the photograph shows.
 */
export const screenshot = defineCheck({
  id: 'screenshot',
  version: 1,
  needs: ['pixels'],
  source:
    'Text on flat grounds, and straight sides, which software draws; measured in docs/benchmarks-visible-marks.md',
  run({ picture }) {
    const { pixels } = picture;
    if (!pixels) return skipped('no-pixels');
    const { interfaceShare } = subjectOfPicture(picture);
    const isScreen = isScreenshot(picture);
    const inner = innerPictureOf(picture);
    const region = inner && regionOf(inner.box, pixels);
    const measured = {
      screenshot: { isScreen, interfaceShare: rounded(interfaceShare), photograph: region && { ...region } },
    };
    if (!isScreen && !inner) return done(measured);
    const params = isScreen
      ? { interfacePercent: Math.round(100 * interfaceShare) }
      : { photographPercent: Math.round(100 * (inner?.areaShare ?? 1)) };
    return done(measured, [
      {
        check: 'screenshot',
        kind: isScreen ? 'screenshot' : 'bordered-picture',
        grade: 'note',
        params,
        ...(region ? { regions: [region] } : {}),
      },
    ]);
  },
});

/** Whether a picture with pixels is a screenshot: mostly interface, or interface around a photograph with straight sides. */
export function isScreenshot(picture: Picture): boolean {
  const { isScreen, interfaceShare } = subjectOfPicture(picture);
  return isScreen && (interfaceShare >= SURE_INTERFACE_SHARE || found(picture)?.hasStraightSides === true);
}

/** The photograph inside a screenshot or a border, found once a picture; null when there is none. */
export function innerPictureOf(picture: Picture): InnerPicture | null {
  const inner = found(picture);
  return inner?.surroundings === 'interface' && !isScreenshot(picture) ? null : inner;
}

function found(picture: Picture): InnerPicture | null {
  const { pixels } = picture;
  return pixels && picture.derived('inner-picture', () => findInnerPicture(pixels, subjectOfPicture(picture)));
}

function rounded(share: number): number {
  return Math.round(1000 * share) / 1000;
}
