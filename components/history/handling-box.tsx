import { useEffect, useId, useState } from 'react';
import { type HandlingChange, MAX_NOTES_LENGTH, OUTCOMES } from '../../utils/cases/case-handling.ts';
import type { CaseView } from '../../utils/cases/case-view.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { FilterSelect } from '../controls/filter-select.tsx';
import { useText } from '../controls/text-context.ts';

interface HandlingBoxProps {
  readonly view: Pick<CaseView, 'outcome' | 'closedAt' | 'notes'>;
  readonly onHandling: (change: HandlingChange) => void;
}

/** How the claim ended, and what the seller wants to remember of it. Notes are stored when the box is left. */
export function HandlingBox({ view, onHandling }: HandlingBoxProps) {
  const text = useText();
  const id = useId();
  const [notes, setNotes] = useState(view.notes);
  useEffect(() => setNotes(view.notes), [view.notes]);
  return (
    <section className="handling-box" aria-label={text.t('handling.title')}>
      <FilterSelect
        label={text.t('history.outcome')}
        anyLabel={text.t('outcome.open')}
        value={view.outcome}
        options={OUTCOMES.map((value) => ({ value, label: text.t(`outcome.${value}`) }))}
        onChange={(outcome) => onHandling({ outcome })}
      />
      {view.closedAt !== null && (
        <p className="muted">{text.t('handling.closedAt', { time: formatTime(view.closedAt, text.language) })}</p>
      )}
      <label htmlFor={`${id}notes`}>
        {text.t('handling.notes')}
        <textarea
          id={`${id}notes`}
          value={notes}
          maxLength={MAX_NOTES_LENGTH}
          placeholder={text.t('handling.notesHint')}
          onChange={({ target }) => setNotes(target.value)}
          onBlur={() => notes !== view.notes && onHandling({ notes })}
        />
      </label>
    </section>
  );
}
