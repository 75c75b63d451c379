import { useState } from 'react';
import { lengthOf } from '../../utils/rebuttal/rebuttal-draft.ts';
import type { Text } from '../../utils/text/text.ts';
import { useText } from '../controls/text-context.ts';

/** Puts text into the box of the page that was used last, and takes it back; never sends it. */
export interface TextInserter {
  /** Null when no text box of the page has been used. Otherwise how to take the text back. */
  readonly insert: (written: string) => (() => void) | null;
  /** How many characters that box still takes; null where no limit is known. */
  readonly room: () => number | null;
}

interface InsertTextProps {
  readonly inserter: TextInserter;
  readonly written: string;
  /** The same text in that many characters, or as near as it comes; null for one that the seller wrote. */
  readonly shortened: (maxLength: number) => string | null;
}

interface Inserted {
  readonly undo: (() => void) | null;
  readonly says: (text: Text) => string;
}

/**
 * The button that fills the page's text box, and its undo. A box that takes less than the text gets a shorter one of whole
 * sentences, or nothing: the browser would cut it off anywhere without a word.
 */
export function InsertText({ inserter, written, shortened }: InsertTextProps) {
  const text = useText();
  const [state, setState] = useState<Inserted | null>(null);
  const insert = (): void => {
    const room = inserter.room();
    const isLong = room !== null && lengthOf(written) > room;
    const fitting = isLong ? shortened(room) : written;
    if (fitting === null || (room !== null && lengthOf(fitting) > room)) {
      const count = lengthOf(fitting ?? written);
      setState({ undo: null, says: (now) => now.t('copy.noRoom', { room: room ?? 0, count }) });
      return;
    }
    const undo = inserter.insert(fitting);
    const words = undo === null ? 'copy.noField' : isLong ? 'copy.insertedShort' : 'copy.inserted';
    setState({ undo, says: (now) => now.t(words, { room: room ?? 0 }) });
  };
  return (
    <>
      <button type="button" className="button" data-guarded onClick={insert}>
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
        {state?.says(text)}
      </span>
    </>
  );
}
