import { useEffect, useRef, useState } from 'react';
import type { CaseView } from '../../utils/cases/case-view.ts';
import type { StoredPageShot } from '../../utils/cases/page-shots.ts';
import { MANUAL_PLATFORM } from '../../utils/checks/manual-platform.ts';
import { PAGE_SHOT_ID } from '../../utils/evidence/report/page-shot-id.ts';
import type { Region } from '../../utils/image/region.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { reasonText } from '../../utils/text/reason-text.ts';
import type { Text } from '../../utils/text/text.ts';
import { useText } from '../controls/text-context.ts';
import type { ShownPicture } from '../picture/use-bitmap.ts';
import { BlurEditor } from './blur-editor.tsx';
import { type PackTimestamp, PackTimestamps } from './pack-timestamps.tsx';

/** A pack that was made. */
export interface ExportedPack {
  readonly fileName: string;
  readonly rootHash: string;
  /** Names inside the pack of originals that state where they were taken. */
  readonly withPosition: readonly string[];
  /** Hands it to the browser's downloads. */
  readonly save: () => void;
}

export type PageShotState = Pick<StoredPageShot, 'shot' | 'problem'>;

export type Blurred = Readonly<Record<string, readonly Region[]>>;

export interface EvidencePackProps {
  readonly view: CaseView;
  /** Makes the pack; null when the case is gone. Rejects when it cannot be made. */
  readonly onExport: (
    blurred: Blurred,
    onProgress: (done: number) => void,
    signal: AbortSignal,
  ) => Promise<ExportedPack | null>;
  /** How the case's page looked, or why there is no screenshot. */
  readonly readPageShot: (caseId: string) => Promise<PageShotState>;
  readonly timestamps: PackTimestamp;
}

type Export =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly done: number }
  | { readonly state: 'asking'; readonly pack: ExportedPack }
  | { readonly state: 'done'; readonly pack: ExportedPack }
  | { readonly state: 'failed'; readonly detail: string };

/** Exports a case's evidence pack, after a look at what the report should not show. */
export function EvidencePackBox({ view, onExport, readPageShot, timestamps }: EvidencePackProps) {
  const text = useText();
  const [blurred, setBlurred] = useState<Blurred>({});
  const [exported, setExported] = useState<Export>({ state: 'idle' });
  const running = useRef<AbortController | null>(null);
  const [pageShot, setPageShot] = useState<PageShotState | null>(null);
  const { caseId, updatedAt } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an analysis may bring a new one
  useEffect(() => {
    let isWanted = true;
    void readPageShot(caseId).then((read) => isWanted && setPageShot(read));
    return () => {
      isWanted = false;
    };
  }, [readPageShot, caseId, updatedAt]);

  const start = async (): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setExported({ state: 'running', done: 0 });
    try {
      const pack = await onExport(blurred, (done) => setExported({ state: 'running', done }), controller.signal);
      if (!pack) setExported({ state: 'idle' });
      // Where pictures were taken is told before the file exists, not after.
      else if (pack.withPosition.length > 0) setExported({ state: 'asking', pack });
      else save(pack);
    } catch (error) {
      if (controller.signal.aborted) setExported({ state: 'idle' });
      else setExported({ state: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  };

  const save = (pack: ExportedPack): void => {
    pack.save();
    setExported({ state: 'done', pack });
  };

  return (
    <section className="evidence-pack" aria-label={text.t('pack.export')}>
      <p className="muted">{text.t('pack.intro')}</p>
      {pageShot && view.claim.platform !== MANUAL_PLATFORM && (
        <PageShotLine state={pageShot} timeZone={view.claim.timeZone} />
      )}
      <p className="muted">{text.t('pack.look')}</p>
      <details className="fold">
        <summary>{text.t('pack.blur')}</summary>
        <p className="muted">{text.t('pack.blurHow')}</p>
        {picturesOf(view, pageShot?.shot?.blob ?? null, text).map(({ picture, label }) => (
          <BlurEditor
            key={picture.id}
            picture={picture}
            label={label}
            regions={blurred[picture.id] ?? []}
            onChange={(regions) => setBlurred({ ...blurred, [picture.id]: regions })}
          />
        ))}
      </details>
      {exported.state === 'asking' ? null : exported.state === 'running' ? (
        <div className="button-row">
          <span role="status">{text.t('pack.exporting', { percent: Math.round(exported.done * 100) })}</span>
          <button type="button" className="button" onClick={() => running.current?.abort()}>
            {text.t('pack.cancel')}
          </button>
        </div>
      ) : (
        <button type="button" className="button" disabled={view.status === 'running'} onClick={() => void start()}>
          {text.t(exported.state === 'done' ? 'pack.again' : 'pack.export')}
        </button>
      )}
      {exported.state === 'failed' && (
        <p className="problem-line" role="alert">
          {text.t('pack.failed', { detail: exported.detail })}
        </p>
      )}
      {exported.state === 'asking' && (
        <PositionWarning pack={exported.pack} onSave={save} onCancel={() => setExported({ state: 'idle' })} />
      )}
      {exported.state === 'done' && <p role="status">{text.t('pack.saved', { name: exported.pack.fileName })}</p>}
      <PackTimestamps
        timestamps={timestamps}
        caseId={view.caseId}
        madeNow={exported.state === 'done' || exported.state === 'asking' ? exported.pack.rootHash : null}
        timeZone={view.claim.timeZone}
      />
    </section>
  );
}

/** The pictures that the report shows, with their small versions. */
function picturesOf({ pictures, packing }: CaseView, pageShot: Blob | null, text: Text): readonly LabelledPicture[] {
  return [
    ...pictures.map(({ pictureId, preview, index }) => ({
      picture: { id: pictureId, blob: preview },
      label: text.t('pack.blurPicture', { number: index + 1 }),
    })),
    ...packing
      .filter(({ preview }) => preview !== null)
      .map(({ pictureId, preview, number }) => ({
        picture: { id: pictureId, blob: preview },
        label: text.t('pack.blurPacking', { number }),
      })),
    ...(pageShot ? [{ picture: { id: PAGE_SHOT_ID, blob: pageShot }, label: text.t('pack.blurPage') }] : []),
  ];
}

interface LabelledPicture {
  readonly picture: ShownPicture;
  readonly label: string;
}

/** Whether the pack will hold a screenshot of the page, and what to do where it will not. */
function PageShotLine({ state, timeZone }: { readonly state: PageShotState; readonly timeZone: string }) {
  const text = useText();
  if (state.shot) {
    const time = formatTime(state.shot.takenAt, text.language, timeZone);
    return <p className="muted">{text.t('pack.withShot', { time })}</p>;
  }
  if (!state.problem) return null;
  const { title, todo } = reasonText(text, state.problem.reason, state.problem.params);
  return <p className="muted">{todo === null ? title : text.t('pack.withoutShot', { title, todo })}</p>;
}

interface PositionWarningProps {
  readonly pack: ExportedPack;
  readonly onSave: (pack: ExportedPack) => void;
  readonly onCancel: () => void;
}

/** Which originals state where they were taken, and whether the pack is to be saved all the same. */
function PositionWarning({ pack, onSave, onCancel }: PositionWarningProps) {
  const text = useText();
  return (
    <div role="alert" className="claim-warning">
      <p>{text.t('pack.withPosition', { names: pack.withPosition.join(text.t('list.separator')) })}</p>
      <div className="button-row">
        <button type="button" className="button" onClick={() => onSave(pack)}>
          {text.t('pack.saveAnyway')}
        </button>
        <button type="button" className="button is-quiet" onClick={onCancel}>
          {text.t('pack.cancel')}
        </button>
      </div>
    </div>
  );
}
