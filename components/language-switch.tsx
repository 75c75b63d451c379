import { LANGUAGES, type Language } from '../utils/text/text.ts';
import { useText } from './text-context.ts';

/** Switches to the other language; its label is in that language. */
export function LanguageSwitch({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const text = useText();
  const other = LANGUAGES.find((language) => language !== text.language) ?? text.language;
  return (
    <button type="button" className="button is-link language-switch" lang={other} onClick={() => onLanguage(other)}>
      {text.t('panel.switchLanguage')}
    </button>
  );
}
