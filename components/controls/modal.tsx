import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useLayer } from './layer-context.ts';
import { useText } from './text-context.ts';

interface ModalProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly className?: string;
  /** Made when it opens. */
  readonly children: ReactNode;
}

/**
 * A dialog over the window: it keeps the focus, closes on Escape and on a click beside it, and gives the focus back. The
 * page's scrolling is left alone, since the page may be somebody else's.
 */
export function Modal({ isOpen, title, onClose, className = '', children }: ModalProps) {
  const text = useText();
  const layer = useLayer();
  const opener = useRef<HTMLElement | null>(null);
  // A document does not say what has the focus inside a closed shadow root; the root does.
  useLayoutEffect(() => {
    if (isOpen && layer) opener.current = (layer.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  }, [isOpen, layer]);
  return (
    <Dialog.Root
      open={isOpen}
      modal="trap-focus"
      onOpenChange={(toOpen) => {
        if (!toOpen) onClose();
      }}
    >
      <Dialog.Portal container={layer}>
        <Dialog.Backdrop className="modal-backdrop" />
        <Dialog.Popup className={`modal ${className}`} data-key-scope finalFocus={() => opener.current}>
          <div className="modal-head">
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className="button">{text.t('compare.close')}</Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
