import { cropPicture } from './crop-picture.ts';
import type { DecodedImage } from './decoded-image.ts';
import { withoutBorder } from './even-border.ts';
import { interfaceShareOf, SCREEN_SHARE } from './interface-share.ts';
import type { Picture } from './picture.ts';
import type { Region } from './region.ts';

/** The photograph in a picture: without an even border, and without the app page around it. */
export interface Subject {
  /** What to compare; null for a screen that shows no photograph. */
  readonly photograph: Picture | null;
  /** Where it lies in the picture; the whole frame where there is nothing to cut off. */
  readonly region: Region;
  /** The picture is mostly interface or text. */
  readonly isScreen: boolean;
  readonly interfaceShare: number;
  /** Goods cut out on white: a picture that many people have and nobody took at home. */
  readonly isOnWhite: boolean;
}

const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };

/**
 * Finds the photograph in a picture; kept with the picture.
 * @throws Error when the picture has no pixels
 */
export function subjectOfPicture(picture: Picture): Subject {
  const { pixels } = picture;
  if (!pixels) throw new Error('subjectOfPicture needs a decoded picture');
  return picture.derived('subject', () => {
    const { share, photograph, content, isOnWhite } = picture.derivedForAll('subject.frame', () => ({
      ...interfaceShareOf(pixels),
      ...withoutBorder(pixels),
    }));
    const isScreen = share >= SCREEN_SHARE;
    const region = isScreen ? photograph : content;
    return {
      photograph: region && croppedPicture(picture, pixels, region),
      region: region ?? WHOLE,
      isScreen,
      interfaceShare: share,
      isOnWhite: !isScreen && isOnWhite,
    };
  });
}

function croppedPicture(picture: Picture, pixels: DecodedImage, region: Region): Picture {
  const left = Math.round(region.x * pixels.width);
  const top = Math.round(region.y * pixels.height);
  const right = left + Math.round(region.width * pixels.width);
  const bottom = top + Math.round(region.height * pixels.height);
  return cropPicture(picture, { left, top, right, bottom }, 'photograph');
}
