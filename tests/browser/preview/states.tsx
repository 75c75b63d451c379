import type { ReactNode } from 'react';
import { HistoryPage, type HistoryPageProps } from '../../../components/history/history-page.tsx';
import { ClaimPanel } from '../../../components/panel/claim-panel.tsx';
import { Popup } from '../../../components/popup/popup.tsx';
import { TrustListSection } from '../../../components/settings/trust-list-section.tsx';
import type { CaseView } from '../../../utils/cases/case-view.ts';
import type { Language } from '../../../utils/text/text.ts';
import { makeSummaries, NOW_MS } from '../../fixtures/case-summaries.ts';
import {
  makeClaim,
  makePicture,
  makeView,
  mixedCase,
  runningCase,
  type SampleBlobs,
  stressCase,
} from '../../fixtures/case-view.ts';
import { makeQueue } from '../../fixtures/claim-queue.ts';
import { makeNewCheck } from '../../fixtures/new-check.ts';
import { makePackingPage } from '../../fixtures/packing.ts';
import { TRUST_LIST } from '../../fixtures/trust-list.ts';
import { SampleSections } from './sample-sections.tsx';

const unchanged = async () => ({ foundCount: 0, addedCount: 0, rejudgedCount: 0 });

type State = (language: Language, blobs: SampleBlobs) => ReactNode;

const doNothing = (): void => undefined;
const events = {
  onAnalyse: doNothing,
  onCancel: doNothing,
  onCopy: doNothing,
  onReview: doNothing,
  onOpenHistory: doNothing,
  onNewCheck: doNothing,
  onMarkArea: doNothing,
  onSwitchLanguage: doNothing,
  onOpenCase: doNothing,
  onDelete: doNothing,
  onDeleteBuyer: doNothing,
  onHandling: doNothing,
};

const panel =
  (viewOf: (blobs: SampleBlobs) => CaseView | null, claim = makeClaim(), problem?: { reason: string }): State =>
  (language, blobs) => {
    const view = viewOf(blobs);
    return <ClaimPanel {...events} {...{ language, view }} claim={view?.claim ?? claim} problem={problem ?? null} />;
  };

const history =
  (parts: Partial<HistoryPageProps>, openedOf?: (blobs: SampleBlobs) => CaseView): State =>
  (language, blobs) => (
    <HistoryPage
      {...events}
      {...{ language, newCheck: makeNewCheck(), queue: { queue: null, onChange: doNothing } }}
      {...{ cases: makeSummaries(24), isComplete: true, problem: null, nowMs: NOW_MS, dataSections: null }}
      {...(parts as HistoryPageProps)}
      opened={openedOf ? openedOf(blobs) : (parts.opened ?? null)}
    />
  );

const PLATFORMS = ['pinduoduo', 'taobao', 'douyin', 'jd', 'kuaishou', 'xiaohongshu', 'wechat-shop', 'alibaba-1688'];

/** Panels stand in a shadow root at the side of a page; the others fill the window. */
export const PANEL_STATES: Readonly<Record<string, State>> = {
  'panel-idle': panel(() => null),
  'panel-no-pictures': panel(() => null, makeClaim({ evidence: [], missing: ['evidence'] })),
  'panel-problem': panel(() => null, makeClaim(), { reason: 'no-permission' }),
  'panel-running': panel(runningCase),
  'panel-mixed': panel(mixedCase),
  'panel-cancelled': panel((blobs) => ({ ...runningCase(blobs), status: 'cancelled' })),
  'panel-nothing': panel((blobs) => makeView([0, 1].map((index) => makePicture(index, { preview: blobs.other })))),
  'panel-stress': panel(stressCase),
};

export const PAGE_STATES: Readonly<Record<string, State>> = {
  'history-cases': history({}),
  'history-empty': history({ cases: [] }),
  'history-buyers': history({}),
  'history-case': history({}, mixedCase),
  'history-settings': history({
    settings: <TrustListSection list={TRUST_LIST} onAdd={unchanged} onRemove={unchanged} onRestore={unchanged} />,
  }),
  'history-gone': history({ opened: 'gone' }),
  'history-refused': history({ cases: null, problem: { reason: 'history-refused' } }),
  'history-data': history({ dataSections: <SampleSections /> }),
  'history-packing': history({ initialTab: 'packing', packingRecords: makePackingPage() }),
  'history-new-check': history({
    initialTab: 'newCheck',
    newCheck: makeNewCheck({ refused: [{ name: '说明.txt', problem: { reason: 'not-an-image' } }] }),
  }),
  'history-queue': history({ initialTab: 'queue', queue: { queue: makeQueue(), onChange: doNothing } }),
  popup: (language) => (
    <Popup
      {...events}
      {...{ language }}
      platforms={PLATFORMS.map((id, index) => ({ id, isGranted: index < 2 }))}
      onEnable={doNothing}
      onDisable={doNothing}
    />
  ),
};
