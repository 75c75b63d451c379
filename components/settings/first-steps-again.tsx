import { useText } from '../controls/text-context.ts';
import { SettingsSection } from './settings-section.tsx';

/** Brings the first steps back above the list of claims. */
export function FirstStepsAgain({ onOpen }: { readonly onOpen: () => void }) {
  const text = useText();
  return (
    <SettingsSection title="firstSteps.title">
      <button type="button" className="button" onClick={onOpen}>
        {text.t('firstSteps.open')}
      </button>
    </SettingsSection>
  );
}
