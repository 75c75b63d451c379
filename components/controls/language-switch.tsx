import type { Language } from '../../utils/text/text.ts';
import { useText } from './text-context.ts';

/** Switches between Chinese and English; its label is in the other one. All languages are in the settings. */
export function LanguageSwitch({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const text = useText();
  const other: Language = text.language === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className="button is-link language-switch" lang={other} onClick={() => onLanguage(other)}>
      {text.t('panel.switchLanguage')}
    </button>
  );
}
