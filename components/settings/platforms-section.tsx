import { platformText } from '../../utils/text/platform-text.ts';
import { useText } from '../controls/text-context.ts';
import { type AccessAnswer, PlatformList } from './platform-list.tsx';
import type { PlatformAccess } from './platform-switch.tsx';
import { SettingsSection } from './settings-section.tsx';

export interface PlatformsSectionProps {
  readonly platforms: readonly PlatformAccess[];
  /** To the last question of whether a seller center may be read. */
  readonly answer?: AccessAnswer | null;
  /** Ids of seller centers whose own JSON is not read as the page receives it. */
  readonly captureOff: readonly string[];
  readonly readsProductPages: boolean;
  /** The browser was not allowed to open them when that was last asked for here. */
  readonly areProductPagesRefused?: boolean;
  readonly onEnable: (platform: string) => void;
  readonly onDisable: (platform: string) => void;
  readonly onCapture: (captureOff: readonly string[]) => void;
  readonly onProductPages: (reads: boolean) => void;
}

/** Which seller centers may be read, and how much of what their pages receive. */
export function PlatformsSection(props: PlatformsSectionProps) {
  const { platforms, captureOff, readsProductPages, onEnable, onDisable, onCapture, onProductPages } = props;
  const text = useText();
  const allowed = platforms.filter(({ isGranted }) => isGranted);
  return (
    <SettingsSection title="settings.platforms">
      <p className="muted">{text.t('settings.platforms.how')}</p>
      <PlatformList platforms={platforms} answer={props.answer ?? null} onEnable={onEnable} onDisable={onDisable} />
      {allowed.length > 0 && (
        <fieldset className="check-list">
          <legend>{text.t('settings.capture')}</legend>
          <p className="muted">{text.t('settings.capture.how')}</p>
          {allowed.map(({ id }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={!captureOff.includes(id)}
                onChange={({ target }) =>
                  onCapture(target.checked ? captureOff.filter((other) => other !== id) : [...captureOff, id])
                }
              />{' '}
              {platformText(text, id)}
            </label>
          ))}
        </fieldset>
      )}
      <label className="check-line">
        <input type="checkbox" checked={readsProductPages} onChange={({ target }) => onProductPages(target.checked)} />{' '}
        {text.t('settings.productPages')}
      </label>
      <p role="status" className={props.areProductPagesRefused ? 'claim-warning' : 'muted'}>
        {props.areProductPagesRefused && text.t('settings.productPages.refused')}
      </p>
    </SettingsSection>
  );
}
