import type { Region } from '../../utils/image/region.ts';
import type { AlignedPair } from './aligned-pair.ts';
import type { CompareMode } from './compare-mode.ts';

export interface ComparisonState {
  readonly mode: Exclude<CompareMode, 'side'> | 'picture' | 'other';
  /** The part of the frame that is shown. */
  readonly shown: Region;
  /** From 0 to 1: where the divider stands, or how strongly the other picture covers. */
  readonly amount: number;
  /** Which of the two a blink is showing. */
  readonly isOtherOnTop: boolean;
}

/** Pixels that an enlarged place is drawn with, at most; more would only enlarge the blur. */
const TARGET_PIXELS = 1000;
const MAX_ENLARGEMENT = 6;

/** Draws one state of a comparison; the canvas takes the size of the part that is shown. */
export function drawComparison(canvas: HTMLCanvasElement, pair: AlignedPair, state: ComparisonState): void {
  const { shown, mode, amount } = state;
  const sourceWidth = shown.width * pair.picture.width;
  const sourceHeight = shown.height * pair.picture.height;
  const enlargement = Math.min(MAX_ENLARGEMENT, Math.max(1, TARGET_PIXELS / Math.max(sourceWidth, sourceHeight)));
  canvas.width = Math.max(1, Math.round(sourceWidth * enlargement));
  canvas.height = Math.max(1, Math.round(sourceHeight * enlargement));
  const context = canvas.getContext('2d');
  if (!context) return;
  context.imageSmoothingQuality = 'high';

  const paint = (layer: HTMLCanvasElement, share = 1): void => {
    context.drawImage(
      layer,
      shown.x * layer.width,
      shown.y * layer.height,
      sourceWidth * share,
      sourceHeight,
      0,
      0,
      canvas.width * share,
      canvas.height,
    );
  };

  paint(lowerLayer(pair, state));
  if (mode === 'slider' && amount > 0) {
    context.clearRect(0, 0, canvas.width * amount, canvas.height);
    paint(pair.other, amount);
  }
  if (mode === 'onion') {
    context.globalAlpha = amount;
    paint(pair.other);
  }
}

function lowerLayer(pair: AlignedPair, { mode, isOtherOnTop }: ComparisonState): HTMLCanvasElement {
  if (mode === 'difference') return pair.difference;
  return mode === 'other' || (mode === 'blink' && isOtherOnTop) ? pair.other : pair.picture;
}
