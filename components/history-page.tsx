import { useState } from 'react';
import type { BuyerSummary, CaseSummary, CaseView } from '../utils/cases/case-view.ts';
import type { Language } from '../utils/text/text.ts';
import { BuyerTable } from './buyer-table.tsx';
import { CaseDetail } from './case-detail.tsx';
import type { LoadPicture, OnCopy, OnReview } from './case-events.ts';
import { CaseTable } from './case-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { NO_FILTER } from './filter-cases.ts';
import { HistoryHeader, type HistoryTab } from './history-header.tsx';
import type { ListingPicturesProps } from './listing-pictures.tsx';
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
  readonly onOpenCase: (caseId: string | null) => void;
  readonly onCopy: OnCopy;
  readonly onReview: OnReview;
  readonly onDelete?: (caseId: string) => void;
  readonly onLanguage: (language: Language) => void;
  readonly taughtSites: TaughtSitesProps;
  /** The list to begin with. */
  readonly firstTab?: HistoryTab;
  readonly loadPicture?: LoadPicture;
  /** Those of the open case. */
  readonly listingPictures?: ListingPicturesProps | null;
}

/** The history: the list of claims, the list of buyers, and one case. */
export function HistoryPage(props: HistoryPageProps) {
  const [tab, setTab] = useState<HistoryTab>(props.firstTab ?? 'cases');
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
  const { opened, onOpenCase, onCopy, onReview, onDelete, loadPicture } = props;
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
      listingPictures={props.listingPictures ?? null}
    />
  );
}

function Loading() {
  return <EmptyState title={useText().t('history.loading')} />;
}
