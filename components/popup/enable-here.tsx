import { platformText } from '../../utils/text/platform-text.ts';
import { useText } from '../controls/text-context.ts';

interface EnableHereProps {
  /** The seller center of the page under the popup, which may not be read yet. */
  readonly platform: string;
  readonly onEnable: (platform: string) => void;
}

/** On the page of a seller center that is not enabled: what the browser will ask, why, and the button. */
export function EnableHere({ platform, onEnable }: EnableHereProps) {
  const text = useText();
  const name = platformText(text, platform);
  return (
    <section className="popup-local" aria-labelledby="popup-here">
      <h2 id="popup-here">{text.t('popup.here.title', { name })}</h2>
      <p className="muted">{text.t('popup.here.body', { name })}</p>
      <button type="button" className="button is-primary" onClick={() => onEnable(platform)}>
        {text.t('popup.enableNamed', { name })}
      </button>
    </section>
  );
}
