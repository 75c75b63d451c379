import type { Language } from '../../utils/text/text.ts';
import { LanguageSwitch } from '../controls/language-switch.tsx';
import { useText } from '../controls/text-context.ts';

export type HistoryTab = 'cases' | 'buyers' | 'figures' | 'newCheck' | 'packing' | 'queue' | 'data' | 'settings';

const TAB_NAMES: Readonly<Record<HistoryTab, string>> = {
  cases: 'history.cases',
  buyers: 'history.buyers',
  figures: 'history.figures',
  newCheck: 'newCheck.tab',
  packing: 'packing.tab',
  queue: 'queue.tab',
  data: 'history.data',
  settings: 'history.settings',
};

interface HistoryHeaderProps {
  /** Which list is shown; null while a case is open. */
  readonly tab: HistoryTab | null;
  readonly onTab: (tab: HistoryTab) => void;
  readonly areNamesShown: boolean;
  readonly onShowNames: (areShown: boolean) => void;
  readonly onLanguage: (language: Language) => void;
}

/** The page's title and the way between its lists. */
export function HistoryHeader(props: HistoryHeaderProps) {
  const { tab, onTab, areNamesShown, onShowNames, onLanguage } = props;
  const text = useText();
  return (
    <header className="history-header">
      <h1>
        {text.t('app.name')} <span className="muted">{text.t('history.title')}</span>
      </h1>
      <nav aria-label={text.t('history.title')}>
        {(['cases', 'buyers', 'figures', 'newCheck', 'packing', 'queue', 'data', 'settings'] as const).map((name) => (
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
      <label className="check">
        <input type="checkbox" checked={areNamesShown} onChange={({ target }) => onShowNames(target.checked)} />
        {text.t('history.showNames')}
      </label>
      <LanguageSwitch onLanguage={onLanguage} />
    </header>
  );
}
