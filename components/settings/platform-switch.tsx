import { platformText } from '../../utils/text/platform-text.ts';
import { useText } from '../controls/text-context.ts';

/** A seller center and whether the browser lets the extension read it. */
export interface PlatformAccess {
  readonly id: string;
  readonly isGranted: boolean;
}

interface PlatformSwitchProps {
  readonly platform: PlatformAccess;
  readonly onEnable: (platform: string) => void;
  readonly onDisable: (platform: string) => void;
}

/** One seller center with the button that asks the browser for access, or gives it back. */
export function PlatformSwitch({ platform: { id, isGranted }, onEnable, onDisable }: PlatformSwitchProps) {
  const text = useText();
  const name = platformText(text, id);
  return (
    <li>
      <span>{name}</span>
      {isGranted && <span className="platform-enabled">{text.t('popup.enabled')}</span>}
      <button
        type="button"
        className={`button ${isGranted ? 'is-quiet' : ''}`}
        aria-label={text.t(isGranted ? 'popup.disableNamed' : 'popup.enableNamed', { name })}
        onClick={() => (isGranted ? onDisable(id) : onEnable(id))}
      >
        {text.t(isGranted ? 'popup.disable' : 'popup.enable')}
      </button>
    </li>
  );
}
