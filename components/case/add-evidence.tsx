import { useState } from 'react';
import type { RefusedFile } from '../../utils/cases/handed-file.ts';
import { PictureDrop } from '../controls/picture-drop.tsx';
import { useText } from '../controls/text-context.ts';
import { RefusedFiles } from '../new-check/refused-files.tsx';

export interface AddedEvidence {
  readonly added: number;
  readonly refused: readonly RefusedFile[];
}

/** Adds files to the case that is shown; rejects where they could not be stored. */
export type OnAddEvidence = (files: readonly File[]) => Promise<AddedEvidence>;

type Adding = 'idle' | 'adding' | 'failed' | AddedEvidence;

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
        onFiles={(files, unread) => {
          setAdding('adding');
          onAdd(files).then(
            ({ added, refused }) => setAdding({ added, refused: [...refused, ...unread] }),
            () => setAdding('failed'),
          );
        }}
      >
        {text.t('added.how')}
      </PictureDrop>
      {typeof adding === 'object' && <RefusedFiles refused={adding.refused} />}
    </details>
  );

  function statusOf(state: Adding): string {
    if (state === 'idle') return '';
    if (state === 'adding') return text.t('listing.adding');
    if (state === 'failed') return text.t('added.failed');
    return state.added > 0 ? text.t('added.added', { count: state.added }) : '';
  }
}
