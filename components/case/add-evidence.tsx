import { useState } from 'react';
import type { RefusedFile } from '../../utils/cases/handed-file.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { reasonText } from '../../utils/text/reason-text.ts';
import { PictureDrop } from '../controls/picture-drop.tsx';
import { useText } from '../controls/text-context.ts';

export interface AddedEvidence {
  readonly added: number;
  readonly refused: readonly RefusedFile[];
}

/** Adds files to the case that is shown; rejects where they could not be stored. */
export type OnAddEvidence = (files: readonly File[]) => Promise<AddedEvidence>;

type Adding = 'idle' | 'adding' | 'failed' | AddedEvidence;

const MAX_NAME_CHARACTERS = 30;

/** Further pictures of the buyer, from a chat for example, added by hand to a case that is there. */
export function AddEvidence({ onAdd }: { readonly onAdd: OnAddEvidence }) {
  const text = useText();
  const [adding, setAdding] = useState<Adding>('idle');
  return (
    <details className="fold add-evidence">
      <summary>{text.t('added.add')}</summary>
      <PictureDrop
        choose={text.t('added.choose')}
        takesVideos
        status={statusOf(adding)}
        onFiles={(files) => {
          setAdding('adding');
          onAdd(files).then(setAdding, () => setAdding('failed'));
        }}
      >
        {text.t('added.how')}
      </PictureDrop>
      {typeof adding === 'object' && adding.refused.length > 0 && (
        <ul>
          {adding.refused.map(({ name, problem }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name; the list never changes in place
            <li key={place}>
              <bdi>{plainLine(name, MAX_NAME_CHARACTERS)}</bdi> {reasonText(text, problem.reason, problem.params).title}
            </li>
          ))}
        </ul>
      )}
    </details>
  );

  function statusOf(state: Adding): string {
    if (state === 'idle') return '';
    if (state === 'adding') return text.t('listing.adding');
    if (state === 'failed') return text.t('added.failed');
    return text.t('added.added', { count: state.added });
  }
}
