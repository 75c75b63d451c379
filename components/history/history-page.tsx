import { type ReactNode, useState } from 'react';
import type { PictureProblem } from '../../utils/cases/case.ts';
import type { HandlingChange } from '../../utils/cases/case-handling.ts';
import type { CaseSummary, CaseView } from '../../utils/cases/case-view.ts';
import type { OwnTemplate } from '../../utils/rebuttal/own-template.ts';
import type { Language } from '../../utils/text/text.ts';
import { NamesContext } from '../controls/names-context.ts';
import { ProblemLine } from '../controls/problem-line.tsx';
import { Surface } from '../controls/surface.tsx';
import { useText } from '../controls/text-context.ts';
import { BuyerTable } from '../figures/buyer-table.tsx';
import { FiguresView } from '../figures/figures-view.tsx';
import { NewCheck, type NewCheckProps } from '../new-check/new-check.tsx';
import type { ListingPicturesProps } from '../panel/listing-pictures.tsx';
import { QueueView, type QueueViewProps } from '../queue/queue-view.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { CaseDetail, type CaseDetailProps } from './case-detail.tsx';
import type { LoadPicture, OnCopy, OnReview } from './case-events.ts';
import { CaseTable } from './case-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { type CaseFilter, NO_FILTER } from './filter-cases.ts';
import { HistoryHeader, type HistoryTab } from './history-header.tsx';

export interface HistoryPageProps {
  readonly language: Language;
  /** Newest first; null while they are read. */
  readonly cases: readonly CaseSummary[] | null;
  /** False while older cases are still being read; the figures and the buyers wait for them. */
  readonly isComplete: boolean;
  /** Why the history cannot be shown or changed; null when it can. */
  readonly problem: PictureProblem | null;
  /** Moment that deadlines are seen from, in ms since 1970. */
  readonly nowMs: number;
  /** The case that is open; `loading` while it is read, `gone` when the history does not have it, null for the lists. */
  readonly opened: CaseView | 'loading' | 'gone' | null;
  readonly newCheck?: NewCheckProps;
  readonly queue?: Pick<QueueViewProps, 'queue' | 'onChange'>;
  /** Which list stands first. */
  readonly initialTab?: HistoryTab;
  readonly onOpenCase: (caseId: string | null) => void;
  readonly onCopy: OnCopy;
  readonly onReview: OnReview;
  readonly onHandling: (caseId: string, change: HandlingChange) => void;
  readonly onDelete?: (caseId: string) => void;
  readonly onDeleteBuyer: (buyerKey: string) => void;
  /** What stands under the tab for data and privacy. */
  readonly dataSections: ReactNode;
  readonly onLanguage: (language: Language) => void;
  readonly loadPicture?: LoadPicture;
  readonly templates?: readonly OwnTemplate[];
  readonly pack?: CaseDetailProps['pack'];
  /** The first steps, above the list until the seller has seen them. */
  readonly firstSteps?: ReactNode;
  /** The sections of the settings. */
  readonly settings?: ReactNode;
  /** Those of the open case. */
  readonly listingPictures?: ListingPicturesProps | null;
  readonly onAddEvidence?: CaseDetailProps['onAddEvidence'];
}

/** The history: the list of claims, the list of buyers, one case, and the settings. */
export function HistoryPage(props: HistoryPageProps) {
  const [tab, setTab] = useState<HistoryTab>(props.initialTab ?? 'cases');
  const [filter, setFilter] = useState(NO_FILTER);
  const [areNamesShown, showNames] = useState(false);
  const showList = (next: HistoryTab): void => {
    setTab(next);
    props.onOpenCase(null);
  };
  const showCases = (parts: Partial<CaseFilter>): void => {
    setFilter({ ...NO_FILTER, ...parts });
    setTab('cases');
  };
  return (
    <Surface language={props.language} className="history-page">
      <NamesContext value={areNamesShown}>
        <HistoryHeader
          tab={props.opened === null ? tab : null}
          onTab={showList}
          areNamesShown={areNamesShown}
          onShowNames={showNames}
          onLanguage={props.onLanguage}
        />
        <main>
          {props.problem && <ProblemLine problem={props.problem} />}
          {props.opened !== null ? (
            <Opened {...props} opened={props.opened} />
          ) : (
            <List {...props} {...{ tab, filter, showCases }} onFilter={setFilter} />
          )}
        </main>
      </NamesContext>
    </Surface>
  );
}

interface ListProps extends HistoryPageProps {
  readonly tab: HistoryTab;
  readonly filter: CaseFilter;
  readonly onFilter: (filter: CaseFilter) => void;
  readonly showCases: (parts: Partial<CaseFilter>) => void;
}

function List({ tab, cases, filter, onFilter, showCases, ...props }: ListProps) {
  if (tab === 'newCheck') return props.newCheck && <NewCheck {...props.newCheck} />;
  if (tab === 'queue')
    return props.queue && <QueueView {...props.queue} cases={cases ?? []} onOpenCase={props.onOpenCase} />;
  if (tab === 'settings') return <SettingsPage>{props.settings}</SettingsPage>;
  if (tab === 'data') return <div className="data-sections">{props.dataSections}</div>;
  if (cases === null) return props.problem ? null : <Loading />;
  if (tab === 'cases') {
    const { isComplete, nowMs, onOpenCase } = props;
    return (
      <>
        {props.firstSteps}
        <CaseTable {...{ cases, isComplete, filter, nowMs, onFilter }} onOpen={onOpenCase} />
      </>
    );
  }
  if (!props.isComplete) return <Loading />;
  if (tab === 'figures') {
    return <FiguresView cases={cases} onShowProduct={(productTitle) => showCases({ productTitle })} />;
  }
  return (
    <BuyerTable
      cases={cases}
      onShowCases={(buyerKey) => showCases({ buyerKey })}
      onOpenCase={props.onOpenCase}
      onDeleteBuyer={props.onDeleteBuyer}
    />
  );
}

function Opened(props: HistoryPageProps & { readonly opened: NonNullable<HistoryPageProps['opened']> }) {
  const text = useText();
  const { opened, onOpenCase, onCopy, onReview, onHandling, onDelete, loadPicture, templates, pack } = props;
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
      onHandling={(change) => onHandling(opened.caseId, change)}
      {...(onDelete ? { onDelete: () => onDelete(opened.caseId) } : {})}
      {...(loadPicture ? { loadPicture } : {})}
      {...(templates ? { templates } : {})}
      {...(pack ? { pack } : {})}
      listingPictures={props.listingPictures ?? null}
      onAddEvidence={props.onAddEvidence}
    />
  );
}

function Loading() {
  return <EmptyState title={useText().t('history.loading')} />;
}
