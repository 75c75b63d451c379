import { useText } from './text-context.ts';

/** Switches between Chinese and English; its label is in the other one. All languages are in the settings. */
export function LanguageSwitch({ onSwitch }: { readonly onSwitch: () => void }) {
  const text = useText();
  return (
    <button
      type="button"
      className="button is-link language-switch"
      lang={text.language === 'en' ? 'zh' : 'en'}
      onClick={onSwitch}
    >
      {text.t('panel.switchLanguage')}
    </button>
  );
}
