import { Tabs } from '@base-ui/react/tabs';
import { type ClaimQueue, endedCount, isLiveQueue } from '../../utils/claims/claim-queue.ts';
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
  readonly areNamesShown: boolean;
  /** A queue that is not done stands on its tab. */
  readonly queue: ClaimQueue | null;
  readonly onShowNames: (areShown: boolean) => void;
  readonly onSwitchLanguage: () => void;
}

/** The page's title and the way between its lists. */
export function HistoryHeader(props: HistoryHeaderProps) {
  const { areNamesShown, queue, onShowNames, onSwitchLanguage } = props;
  const text = useText();
  return (
    <header className="history-header">
      <h1>
        {text.t('app.name')} <span className="muted">{text.t('history.title')}</span>
      </h1>
      <Tabs.List className="history-tabs" aria-label={text.t('history.title')}>
        {(['cases', 'buyers', 'figures', 'newCheck', 'packing', 'queue', 'data', 'settings'] as const).map((name) => (
          <Tabs.Tab key={name} value={name} data-tab={name} className="button is-tab">
            {text.t(TAB_NAMES[name])}
            {name === 'queue' && queue && isLiveQueue(queue) && ` ${endedCount(queue)}/${queue.rows.length}`}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <label className="check">
        <input type="checkbox" checked={areNamesShown} onChange={({ target }) => onShowNames(target.checked)} />
        {text.t('history.showNames')}
      </label>
      <LanguageSwitch onSwitch={onSwitchLanguage} />
    </header>
  );
}
