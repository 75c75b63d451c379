import { useEffect, useId, useState } from 'react';
import type { PictureProblem, PictureRole } from '../../utils/cases/case.ts';
import type { HandedFile, RefusedFile } from '../../utils/cases/handed-file.ts';
import { ProblemLine } from '../controls/problem-line.tsx';
import { RefusedFiles } from '../controls/refused-files.tsx';
import { useText } from '../controls/text-context.ts';
import { FileWell } from './file-well.tsx';

export interface NewCheckProps {
  readonly evidence: readonly HandedFile[];
  readonly listing: readonly HandedFile[];
  /** Of the last files that were added. */
  readonly refused: readonly RefusedFile[];
  /** While files are read, or the check is stored. */
  readonly isBusy: boolean;
  readonly problem: PictureProblem | null;
  /** `unread`: what else was handed over, and could not be read. */
  readonly onAdd: (role: PictureRole, files: readonly File[], unread?: readonly RefusedFile[]) => void;
  readonly onRemove: (role: PictureRole, sha256: string) => void;
  readonly onStart: (orderId: string) => void;
}

const ROLES: readonly PictureRole[] = ['evidence', 'listing'];

/** A check without a page: pictures of the buyer, the seller's own, and an order number where there is one. */
export function NewCheck(props: NewCheckProps) {
  const text = useText();
  const orderField = useId();
  const orderHint = useId();
  const [orderId, setOrderId] = useState('');
  const [pasteTarget, setPasteTarget] = useState<PictureRole>('evidence');
  const { onAdd } = props;

  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      // Text is for the order number.
      if (files.length === 0) return;
      event.preventDefault();
      onAdd(pasteTarget, files);
    };
    // Captured, since the view keeps its key events to itself.
    addEventListener('paste', paste, { capture: true });
    return () => removeEventListener('paste', paste, { capture: true });
  }, [onAdd, pasteTarget]);

  return (
    <form
      className="new-check"
      onSubmit={(event) => {
        event.preventDefault();
        props.onStart(orderId);
      }}
      // A file dropped beside a well would be opened in place of this page.
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => event.preventDefault()}
    >
      <h2>{text.t('newCheck.title')}</h2>
      <p className="muted">{text.t('newCheck.about')}</p>
      <div className="file-wells">
        {ROLES.map((role) => (
          <FileWell
            key={role}
            role={role}
            files={props[role]}
            isPasteTarget={pasteTarget === role}
            onTarget={setPasteTarget}
            onAdd={onAdd}
            onRemove={props.onRemove}
          />
        ))}
      </div>
      <RefusedFiles refused={props.refused} />
      {props.problem && <ProblemLine problem={props.problem} />}
      <label htmlFor={orderField}>{text.t('newCheck.order')}</label>
      <input
        id={orderField}
        type="text"
        autoComplete="off"
        maxLength={64}
        aria-describedby={orderHint}
        value={orderId}
        onChange={(event) => setOrderId(event.target.value)}
      />
      <p id={orderHint} className="muted">
        {text.t('newCheck.order.hint')}
      </p>
      <div className="button-row">
        <button type="submit" className="button is-primary" disabled={props.isBusy || props.evidence.length === 0}>
          {text.t('newCheck.start')}
        </button>
        <span role="status" className="muted">
          {props.isBusy
            ? text.t('newCheck.reading')
            : props.evidence.length === 0
              ? text.t('newCheck.needsEvidence')
              : text.t('panel.local')}
        </span>
      </div>
    </form>
  );
}
