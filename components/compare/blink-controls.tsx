import { useText } from '../controls/text-context.ts';
import type { useBlink } from './use-blink.ts';

type BlinkControlsProps = ReturnType<typeof useBlink> & { readonly buyerLabel: string; readonly otherLabel: string };

/** Pause, play, and by hand: which of the two pictures is showing. */
export function BlinkControls(props: BlinkControlsProps) {
  const { isPlaying, isOtherOnTop, setPlaying, setOtherOnTop, buyerLabel, otherLabel } = props;
  const text = useText();
  const toggleByHand = (): void => {
    setPlaying(false);
    setOtherOnTop((isOn) => !isOn);
  };
  return (
    <div className="blink-controls">
      <button type="button" className="button is-quiet" onClick={() => setPlaying((isOn) => !isOn)}>
        {text.t(isPlaying ? 'compare.blinkPause' : 'compare.blinkPlay')}
      </button>
      <button type="button" className="button is-quiet" onClick={toggleByHand}>
        {text.t('compare.showing', { which: isOtherOnTop ? otherLabel : buyerLabel })}
      </button>
    </div>
  );
}
