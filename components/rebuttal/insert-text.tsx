import { useState } from 'react';
import { useText } from '../controls/text-context.ts';

/** Puts text into the box of the page that was used last, and takes it back; never sends it. */
export interface TextInserter {
  /** Null when no text box of the page has been used. Otherwise how to take the text back. */
  readonly insert: (written: string) => (() => void) | null;
}

/** The button that fills the page's text box, and its undo. */
export function InsertText({ inserter, written }: { readonly inserter: TextInserter; readonly written: string }) {
  const text = useText();
  const [state, setState] = useState<{ readonly undo: (() => void) | null } | null>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        data-guarded
        onClick={() => setState({ undo: inserter.insert(written) })}
      >
        {text.t('copy.insert')}
      </button>
      {state?.undo && (
        <button
          type="button"
          className="button is-link"
          onClick={() => {
            state.undo?.();
            setState(null);
          }}
        >
          {text.t('copy.insertUndo')}
        </button>
      )}
      <span role="status" className="copy-status">
        {state && text.t(state.undo ? 'copy.inserted' : 'copy.noField')}
      </span>
    </>
  );
}
