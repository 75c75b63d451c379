import { useState } from 'react';
import { useText } from './text-context.ts';

/** Deletes a case after a second click, since nothing brings it back. */
export function DeleteCase({ onDelete }: { readonly onDelete: () => void }) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" className="button is-quiet" onClick={() => setAsking(true)}>
        {text.t('history.delete')}
      </button>
    );
  }
  return (
    <div className="delete-case">
      <p>{text.t('history.deleteConfirm')}</p>
      <div className="button-row">
        <button type="button" className="button" onClick={onDelete}>
          {text.t('history.deleteYes')}
        </button>
        <button type="button" className="button is-quiet" onClick={() => setAsking(false)}>
          {text.t('history.deleteNo')}
        </button>
      </div>
    </div>
  );
}
