import { useRef, useState } from 'react';
import type { CaseView } from '../../utils/cases/case-view.ts';
import type { Region } from '../../utils/image/region.ts';
import { useText } from '../controls/text-context.ts';
import { BlurEditor } from './blur-editor.tsx';
import { type PackTimestamp, PackTimestamps } from './pack-timestamps.tsx';

/** A pack that was made and handed to the browser's downloads. */
export interface ExportedPack {
  readonly fileName: string;
  readonly rootHash: string;
  /** Names inside the pack of originals that state where they were taken. */
  readonly withPosition: readonly string[];
}

export type Blurred = Readonly<Record<string, readonly Region[]>>;

export interface EvidencePackProps {
  readonly view: CaseView;
  /** Makes the pack and starts its download; null when the case is gone. Rejects when it cannot be made. */
  readonly onExport: (
    blurred: Blurred,
    onProgress: (done: number) => void,
    signal: AbortSignal,
  ) => Promise<ExportedPack | null>;
  readonly timestamps: PackTimestamp;
}

type Export =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly done: number }
  | { readonly state: 'done'; readonly pack: ExportedPack }
  | { readonly state: 'failed'; readonly detail: string };

/** Exports a case's evidence pack, after a look at what the report should not show. */
export function EvidencePackBox({ view, onExport, timestamps }: EvidencePackProps) {
  const text = useText();
  const [blurred, setBlurred] = useState<Blurred>({});
  const [exported, setExported] = useState<Export>({ state: 'idle' });
  const running = useRef<AbortController | null>(null);

  const start = async (): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setExported({ state: 'running', done: 0 });
    try {
      const pack = await onExport(blurred, (done) => setExported({ state: 'running', done }), controller.signal);
      setExported(pack ? { state: 'done', pack } : { state: 'idle' });
    } catch (error) {
      if (controller.signal.aborted) setExported({ state: 'idle' });
      else setExported({ state: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  };

  return (
    <section className="evidence-pack" aria-label={text.t('pack.export')}>
      <p className="muted">{text.t('pack.intro')}</p>
      <details className="fold">
        <summary>{text.t('pack.blur')}</summary>
        <p className="muted">{text.t('pack.look')}</p>
        <p className="muted">{text.t('pack.blurHow')}</p>
        {view.pictures.map((picture) => (
          <BlurEditor
            key={picture.pictureId}
            picture={picture}
            regions={blurred[picture.pictureId] ?? []}
            onChange={(regions) => setBlurred({ ...blurred, [picture.pictureId]: regions })}
          />
        ))}
      </details>
      {exported.state === 'running' ? (
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
      {exported.state === 'done' && <Exported pack={exported.pack} />}
      <PackTimestamps
        timestamps={timestamps}
        caseId={view.caseId}
        madeNow={exported.state === 'done' ? exported.pack.rootHash : null}
        timeZone={view.claim.timeZone}
      />
    </section>
  );
}

function Exported({ pack }: { readonly pack: ExportedPack }) {
  const text = useText();
  return (
    <div role="status">
      <p>{text.t('pack.saved', { name: pack.fileName })}</p>
      {pack.withPosition.length > 0 && (
        <p className="claim-warning">
          {text.t('pack.withPosition', { names: pack.withPosition.join(text.t('list.separator')) })}
        </p>
      )}
    </div>
  );
}
