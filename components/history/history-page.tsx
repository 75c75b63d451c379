import { Tabs } from '@base-ui/react/tabs';
import { type ReactNode, useRef, useState } from 'react';
import type { PictureProblem } from '../../utils/cases/case.ts';
import type { HandlingChange } from '../../utils/cases/case-handling.ts';
import type { CaseSummary, CaseView } from '../../utils/cases/case-view.ts';
import type { OwnTemplate } from '../../utils/rebuttal/own-template.ts';
import type { Language } from '../../utils/text/text.ts';
import type { LoadPicture, OnCopy, OnReview } from '../case/case-events.ts';
import type { ListingPicturesProps } from '../case/listing-pictures.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { NamesContext } from '../controls/names-context.ts';
import { ProblemLine } from '../controls/problem-line.tsx';
import { Surface } from '../controls/surface.tsx';
import { useText } from '../controls/text-context.ts';
import { BuyerTable } from '../figures/buyer-table.tsx';
import { FiguresView } from '../figures/figures-view.tsx';
import { NewCheck, type NewCheckProps } from '../new-check/new-check.tsx';
import { PackingPage, type PackingPageProps } from '../packing/packing-page.tsx';
import type { PackingProps } from '../packing/packing-props.ts';
import { QueueView, type QueueViewProps } from '../queue/queue-view.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { CaseDetail, type CaseDetailProps } from './case-detail.tsx';
import { CaseTable } from './case-table.tsx';
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
  readonly packingRecords?: PackingPageProps;
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
  readonly onSwitchLanguage: () => void;
  readonly loadPicture?: LoadPicture;
  readonly templates?: readonly OwnTemplate[];
  readonly pack?: CaseDetailProps['pack'];
  /** The first steps, above the list until the seller has seen them. */
  readonly firstSteps?: ReactNode;
  /** The sections of the settings. */
  readonly settings?: ReactNode;
  /** Those of the open case. */
  readonly listingPictures?: ListingPicturesProps | null;
  readonly packing?: PackingProps | null;
  readonly onAddEvidence?: CaseDetailProps['onAddEvidence'];
}

/** The history: the list of claims, the list of buyers, one case, and the settings. */
export function HistoryPage(props: HistoryPageProps) {
  const [tab, setTab] = useState<HistoryTab>(props.initialTab ?? 'cases');
  const [filter, setFilter] = useState(NO_FILTER);
  const [areNamesShown, showNames] = useState(false);
  // So that the way back leads to the row that it began at.
  const lastOpened = useRef<string | null>(null);
  if (props.opened !== null && typeof props.opened === 'object') lastOpened.current = props.opened.caseId;
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
        <Tabs.Root value={props.opened === null ? tab : null} onValueChange={showList}>
          <HistoryHeader
            areNamesShown={areNamesShown}
            queue={props.queue?.queue ?? null}
            onShowNames={showNames}
            onSwitchLanguage={props.onSwitchLanguage}
          />
          <main>
            {props.problem && <ProblemLine problem={props.problem} />}
            {props.opened !== null ? (
              <Opened {...props} opened={props.opened} />
            ) : (
              <Tabs.Panel value={tab} tabIndex={-1}>
                <List {...props} {...{ tab, filter, showCases }} lastOpened={lastOpened.current} onFilter={setFilter} />
              </Tabs.Panel>
            )}
          </main>
        </Tabs.Root>
      </NamesContext>
    </Surface>
  );
}

interface ListProps extends HistoryPageProps {
  readonly tab: HistoryTab;
  readonly lastOpened: string | null;
  readonly filter: CaseFilter;
  readonly onFilter: (filter: CaseFilter) => void;
  readonly showCases: (parts: Partial<CaseFilter>) => void;
}

function List({ tab, cases, filter, onFilter, showCases, ...props }: ListProps) {
  if (tab === 'newCheck') return props.newCheck && <NewCheck {...props.newCheck} />;
  if (tab === 'packing') return props.packingRecords && <PackingPage {...props.packingRecords} />;
  if (tab === 'queue')
    return props.queue && <QueueView {...props.queue} cases={cases ?? []} onOpenCase={props.onOpenCase} />;
  if (tab === 'settings') return <SettingsPage>{props.settings}</SettingsPage>;
  if (tab === 'data') return <div className="data-sections">{props.dataSections}</div>;
  if (cases === null) return props.problem ? null : <Loading />;
  if (tab === 'cases') {
    const { isComplete, nowMs, lastOpened, onOpenCase } = props;
    return (
      <>
        {props.firstSteps}
        <CaseTable {...{ cases, isComplete, filter, nowMs, lastOpened, onFilter }} onOpen={onOpenCase} />
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
      packing={props.packing ?? null}
      onAddEvidence={props.onAddEvidence}
    />
  );
}

function Loading() {
  return <EmptyState title={useText().t('history.loading')} />;
}
