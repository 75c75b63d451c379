import { type ReactNode, useState } from 'react';
import type { BuyerSummary, CaseSummary, CaseView } from '../utils/cases/case-view.ts';
import type { OwnTemplate } from '../utils/rebuttal/own-template.ts';
import type { Language } from '../utils/text/text.ts';
import { BuyerTable } from './buyer-table.tsx';
import { CaseDetail, type CaseDetailProps } from './case-detail.tsx';
import type { LoadPicture, OnCopy, OnReview } from './case-events.ts';
import { CaseTable } from './case-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { NO_FILTER } from './filter-cases.ts';
import { HistoryHeader, type HistoryTab } from './history-header.tsx';
import { NewCheck, type NewCheckProps } from './new-check/new-check.tsx';
import { QueueView, type QueueViewProps } from './queue/queue-view.tsx';
import { SettingsPage } from './settings-page.tsx';
import { Surface } from './surface.tsx';
import { TaughtSites, type TaughtSitesProps } from './taught-sites.tsx';
import { useText } from './text-context.ts';

export interface HistoryPageProps {
  readonly language: Language;
  /** Newest first; null while they are read. */
  readonly cases: readonly CaseSummary[] | null;
  readonly buyers: readonly BuyerSummary[];
  /** The case that is open; `loading` while it is read, `gone` when the history does not have it, null for the lists. */
  readonly opened: CaseView | 'loading' | 'gone' | null;
  readonly newCheck?: NewCheckProps;
  readonly queue?: Pick<QueueViewProps, 'queue' | 'onChange'>;
  /** Which list stands first. */
  readonly initialTab?: HistoryTab;
  readonly onOpenCase: (caseId: string | null) => void;
  readonly onCopy: OnCopy;
  readonly onReview: OnReview;
  readonly onDelete?: (caseId: string) => void;
  readonly onLanguage: (language: Language) => void;
  readonly taughtSites: TaughtSitesProps;
  readonly loadPicture?: LoadPicture;
  readonly templates?: readonly OwnTemplate[];
  readonly pack?: CaseDetailProps['pack'];
  /** The sections of the settings. */
  readonly settings?: ReactNode;
}

/** The history: the list of claims, the list of buyers, one case, and the settings. */
export function HistoryPage(props: HistoryPageProps) {
  const [tab, setTab] = useState<HistoryTab>(props.initialTab ?? 'cases');
  const [filter, setFilter] = useState(NO_FILTER);
  const showList = (next: HistoryTab): void => {
    setTab(next);
    props.onOpenCase(null);
  };
  const showCasesOfBuyer = (buyerKey: string): void => {
    setFilter({ ...NO_FILTER, buyerKey });
    setTab('cases');
  };
  return (
    <Surface language={props.language} className="history-page">
      <HistoryHeader tab={props.opened === null ? tab : null} onTab={showList} onLanguage={props.onLanguage} />
      <main>
        {props.opened !== null ? (
          <Opened {...props} opened={props.opened} />
        ) : tab === 'newCheck' ? (
          props.newCheck && <NewCheck {...props.newCheck} />
        ) : tab === 'queue' ? (
          props.queue && <QueueView {...props.queue} cases={props.cases ?? []} onOpenCase={props.onOpenCase} />
        ) : tab === 'settings' ? (
          <SettingsPage>{props.settings}</SettingsPage>
        ) : tab === 'taught' ? (
          <TaughtSites {...props.taughtSites} />
        ) : props.cases === null ? (
          <Loading />
        ) : tab === 'cases' ? (
          <CaseTable cases={props.cases} filter={filter} onFilter={setFilter} onOpen={props.onOpenCase} />
        ) : (
          <BuyerTable buyers={props.buyers} onShowCases={showCasesOfBuyer} />
        )}
      </main>
    </Surface>
  );
}

function Opened(props: HistoryPageProps & { readonly opened: NonNullable<HistoryPageProps['opened']> }) {
  const text = useText();
  const { opened, onOpenCase, onCopy, onReview, onDelete, loadPicture, templates, pack } = props;
  if (opened === 'loading') return <Loading />;
  if (opened === 'gone') {
    return (
      <EmptyState title={text.t('history.gone')}>
        <button type="button" className="button" onClick={() => onOpenCase(null)}>
          {text.t('history.back')}
        </button>
      </EmptyState>
    );
  }
  return (
    <CaseDetail
      key={opened.caseId}
      view={opened}
      onBack={() => onOpenCase(null)}
      onCopy={onCopy}
      onReview={onReview}
      {...(onDelete ? { onDelete: () => onDelete(opened.caseId) } : {})}
      {...(loadPicture ? { loadPicture } : {})}
      {...(templates ? { templates } : {})}
      {...(pack ? { pack } : {})}
    />
  );
}

function Loading() {
  return <EmptyState title={useText().t('history.loading')} />;
}
