import { type PointerEvent, useState } from 'react';
import type { Homography } from '../../utils/drawing/homography.ts';
import type { Region } from '../../utils/image/region.ts';
import { CASE_KEYS } from '../case/case-keys.ts';
import { Choice } from '../controls/choice.tsx';
import { useText } from '../controls/text-context.ts';
import type { ShownPicture } from '../picture/use-bitmap.ts';
import { AmountSlider } from './amount-slider.tsx';
import { BlinkControls } from './blink-controls.tsx';
import { COMPARE_MODES, type CompareMode } from './compare-mode.ts';
import { ComparisonCanvas } from './comparison-canvas.tsx';
import { dividerStart, shownAt } from './shown-part.ts';
import { useAlignedPair } from './use-aligned-pair.ts';
import { useBlink } from './use-blink.ts';

const NO_REGIONS: readonly Region[] = [];

export interface CompareViewProps {
  readonly picture: ShownPicture;
  readonly other: ShownPicture;
  /** What the other picture is, for example `商品图`. */
  readonly otherLabel: string;
  /** From fractions of the other picture to fractions of the buyer's. */
  readonly otherToPicture: Homography;
  /** In fractions of the buyer's picture. */
  readonly regions: readonly Region[];
  readonly initialMode?: CompareMode;
  /** Which region is enlarged at first, from 1; 0 for the whole picture. */
  readonly initialPlace?: number;
  readonly onEnlarge?: () => void;
}

/** The buyer's picture and the one it was matched with, in one frame, to be looked at in five ways. */
export function CompareView(props: CompareViewProps) {
  const { picture, other, otherLabel, otherToPicture, regions, onEnlarge } = props;
  const text = useText();
  const [mode, setMode] = useState<CompareMode>(props.initialMode ?? 'side');
  const [place, setPlace] = useState(props.initialPlace ?? 0);
  const [amount, setAmount] = useState(() => dividerStart(regions[0], shownAt(regions, props.initialPlace ?? 0)));
  const [hasOutlines, setOutlines] = useState(true);
  const blink = useBlink(mode === 'blink');
  const loaded = useAlignedPair(picture, other, otherToPicture);

  if (loaded.state !== 'ready') {
    return (
      <p className="compare-status">{text.t(loaded.state === 'loading' ? 'compare.loading' : 'compare.unavailable')}</p>
    );
  }

  const shown = shownAt(regions, place);
  const common = {
    pair: loaded.pair,
    shown,
    amount,
    isOtherOnTop: blink.isOtherOnTop,
    outlined: hasOutlines ? regions : NO_REGIONS,
  };
  const buyerLabel = text.t('compare.buyer');
  const dragDivider = (event: PointerEvent<HTMLElement>): void => {
    if (mode !== 'slider' || event.buttons === 0) return;
    const frame = event.currentTarget.getBoundingClientRect();
    setAmount(Math.min(1, Math.max(0, (event.clientX - frame.left) / frame.width)));
  };

  return (
    <div className="compare-view" data-mode={mode}>
      <div className="compare-controls">
        <Choice
          label={text.t('compare.mode')}
          isLabelHidden
          value={mode}
          onChange={setMode}
          options={COMPARE_MODES.map((value, at) => ({
            value,
            label: text.t(`compare.mode.${value}`),
            shortcut: `${at + 1}`,
          }))}
        />
        {regions.length > 0 && (
          <Choice
            label={text.t('compare.region')}
            isLabelHidden
            value={place}
            onChange={(next) => {
              setPlace(next);
              setAmount(dividerStart(regions[Math.max(0, next - 1)], shownAt(regions, next)));
            }}
            options={[
              { value: 0, label: text.t('compare.whole'), shortcut: stepKey(0, place) },
              ...regions.map((_, index) => ({
                value: index + 1,
                label: text.t('compare.regionNumber', { number: index + 1 }),
                shortcut: stepKey(index + 1, place),
              })),
            ]}
          />
        )}
      </div>
      {mode === 'side' ? (
        <div className="compare-pair">
          <figure>
            <ComparisonCanvas {...common} mode="picture" label={buyerLabel} />
            <figcaption>{buyerLabel}</figcaption>
          </figure>
          <figure>
            <ComparisonCanvas {...common} mode="other" label={otherLabel} />
            <figcaption>{otherLabel}</figcaption>
          </figure>
        </div>
      ) : (
        <div
          className="compare-stage"
          onPointerDown={dragDivider}
          onPointerMove={dragDivider}
          style={{ '--divider': `${amount * 100}%` } as Record<string, string>}
        >
          <ComparisonCanvas {...common} mode={mode} label={`${buyerLabel} / ${otherLabel}`} />
          {mode === 'slider' && <span className="compare-divider" aria-hidden="true" />}
        </div>
      )}
      <div className="compare-tools">
        {mode === 'slider' && (
          <AmountSlider
            label={text.t('compare.position')}
            from={otherLabel}
            to={buyerLabel}
            {...{ amount, setAmount }}
          />
        )}
        {mode === 'onion' && (
          <AmountSlider
            label={text.t('compare.opacity')}
            from={buyerLabel}
            to={otherLabel}
            {...{ amount, setAmount }}
          />
        )}
        {mode === 'blink' && <BlinkControls {...blink} buyerLabel={buyerLabel} otherLabel={otherLabel} />}
        {mode === 'difference' && <p className="muted">{text.t('compare.differenceHint')}</p>}
        <span className="compare-tools-end">
          {regions.length > 0 && (
            <label className="check">
              <input
                type="checkbox"
                checked={hasOutlines}
                aria-keyshortcuts={CASE_KEYS.outline}
                onChange={(event) => setOutlines(event.target.checked)}
              />
              {text.t('compare.outline')}
            </label>
          )}
          {onEnlarge && (
            <button type="button" className="button is-quiet" aria-keyshortcuts={CASE_KEYS.enlarge} onClick={onEnlarge}>
              {text.t('compare.enlarge')}
            </button>
          )}
        </span>
      </div>
    </div>
  );
}

/** The key that leads from the place that is shown to the one before or after it. */
function stepKey(to: number, from: number): string | undefined {
  if (to === from + 1) return CASE_KEYS.nextPlace;
  return to === from - 1 ? CASE_KEYS.previousPlace : undefined;
}
