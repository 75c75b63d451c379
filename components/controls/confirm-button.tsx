import { useState } from 'react';
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
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" className="button is-quiet" onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <div className="delete-case">
      <p>{warning}</p>
      <div className="button-row">
        <button
          type="button"
          className="button"
          onClick={() => {
            setAsking(false);
            onConfirm();
          }}
        >
          {text.t('history.deleteYes')}
        </button>
        <button type="button" className="button is-quiet" onClick={() => setAsking(false)}>
          {text.t('history.deleteNo')}
        </button>
      </div>
    </div>
  );
}
