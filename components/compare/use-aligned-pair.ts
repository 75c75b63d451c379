import { useMemo, useRef } from 'react';
import type { Homography } from '../../utils/drawing/homography.ts';
import { type ShownPicture, useBitmap } from '../picture/use-bitmap.ts';
import { type AlignedPair, makeAlignedPair } from './aligned-pair.ts';

export type LoadedPair =
  | { readonly state: 'loading' | 'unavailable' }
  | { readonly state: 'ready'; readonly pair: AlignedPair };

/** Two pictures decoded and aligned; `unavailable` when one of them is gone or cannot be decoded. */
export function useAlignedPair(picture: ShownPicture, other: ShownPicture, otherToPicture: Homography): LoadedPair {
  const first = useBitmap(picture);
  const second = useBitmap(other);
  const matrix = useSameWhenEqual(otherToPicture);
  return useMemo(() => {
    if (first.state === 'ready' && second.state === 'ready') {
      return { state: 'ready', pair: makeAlignedPair(first.bitmap, second.bitmap, matrix) };
    }
    return { state: first.state === 'loading' || second.state === 'loading' ? 'loading' : 'unavailable' };
  }, [first, second, matrix]);
}

/** A case that was read again brings equal numbers in a new array; drawing again for that would flicker. */
function useSameWhenEqual(numbers: Homography): Homography {
  const kept = useRef(numbers);
  if (numbers.join() !== kept.current.join()) kept.current = numbers;
  return kept.current;
}
