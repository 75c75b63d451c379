import type { Language } from '../utils/text/text.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { useText } from './text-context.ts';

export type HistoryTab = 'cases' | 'buyers' | 'newCheck' | 'queue' | 'taught' | 'settings';

const TAB_NAMES: Readonly<Record<HistoryTab, string>> = {
  cases: 'history.cases',
  buyers: 'history.buyers',
  newCheck: 'newCheck.tab',
  queue: 'queue.tab',
  taught: 'taught.title',
  settings: 'history.settings',
};

interface HistoryHeaderProps {
  /** Which list is shown; null while a case is open. */
  readonly tab: HistoryTab | null;
  readonly onTab: (tab: HistoryTab) => void;
  readonly onLanguage: (language: Language) => void;
}

/** The page's title and the way between its lists. */
export function HistoryHeader({ tab, onTab, onLanguage }: HistoryHeaderProps) {
  const text = useText();
  return (
    <header className="history-header">
      <h1>
        {text.t('app.name')} <span className="muted">{text.t('history.title')}</span>
      </h1>
      <nav aria-label={text.t('history.title')}>
        {(['cases', 'buyers', 'newCheck', 'queue', 'taught', 'settings'] as const).map((name) => (
          <button
            key={name}
            type="button"
            className="button is-tab"
            aria-current={tab === name ? 'page' : undefined}
            onClick={() => onTab(name)}
          >
            {text.t(TAB_NAMES[name])}
          </button>
        ))}
      </nav>
      <LanguageSwitch onLanguage={onLanguage} />
    </header>
  );
}
