import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../controls/text-context.ts';

interface EnlargeDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal over the whole window: the browser's own dialog, which keeps the focus, closes on Escape, and needs no portal. */
export function EnlargeDialog({ title, onClose, children }: EnlargeDialogProps) {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="enlarge-dialog" aria-label={title} onClose={onClose}>
      <header>
        <strong>{title}</strong>
        <button type="button" className="button" onClick={onClose}>
          {text.t('compare.close')}
        </button>
      </header>
      {children}
    </dialog>
  );
}
