import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useLayer } from './layer-context.ts';
import { useText } from './text-context.ts';

interface ConfirmButtonProps {
  readonly label: string;
  /** What cannot be undone. */
  readonly warning: string;
  readonly onConfirm: () => void;
}

/** Deletes after a second click, since nothing brings back what is deleted. */
export function ConfirmButton({ label, warning, onConfirm }: ConfirmButtonProps) {
  const text = useText();
  const layer = useLayer();
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className="button is-quiet">{label}</AlertDialog.Trigger>
      <AlertDialog.Portal container={layer}>
        <AlertDialog.Backdrop className="modal-backdrop" />
        <AlertDialog.Popup className="modal is-question">
          <AlertDialog.Title>{label}</AlertDialog.Title>
          <AlertDialog.Description>{warning}</AlertDialog.Description>
          <div className="button-row">
            <AlertDialog.Close className="button is-quiet">{text.t('history.deleteNo')}</AlertDialog.Close>
            <AlertDialog.Close className="button is-primary" onClick={onConfirm}>
              {text.t('history.deleteYes')}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
