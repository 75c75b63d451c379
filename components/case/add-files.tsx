import { type ReactNode, useState } from 'react';
import type { AddedFiles } from '../../utils/cases/handed-file.ts';
import { PictureDrop } from '../controls/picture-drop.tsx';
import { RefusedFiles } from '../controls/refused-files.tsx';
import { useText } from '../controls/text-context.ts';

/** Adds files and answers what became of them; rejects where they could not be stored. */
export type OnAddFiles = (files: readonly File[]) => Promise<AddedFiles>;

interface AddFilesProps {
  /** How it is done, in words. */
  readonly children: ReactNode;
  /** Whose texts tell what became of the files. */
  readonly kind: 'added' | 'listing';
  readonly takesVideos?: boolean;
  readonly onAdd: OnAddFiles;
}

type Adding = 'idle' | 'adding' | 'failed' | AddedFiles;

/** A place that takes files and tells what became of those that were handed over last. */
export function AddFiles({ children, kind, takesVideos = false, onAdd }: AddFilesProps) {
  const text = useText();
  const [adding, setAdding] = useState<Adding>('idle');
  return (
    <>
      <PictureDrop
        choose={text.t(`${kind}.choose`)}
        takesVideos={takesVideos}
        status={statusOf(adding)}
        onFiles={(files, unread) => {
          setAdding('adding');
          onAdd(files).then(
            ({ added, refused }) => setAdding({ added, refused: [...refused, ...unread] }),
            () => setAdding('failed'),
          );
        }}
      >
        {children}
      </PictureDrop>
      {typeof adding === 'object' && <RefusedFiles refused={adding.refused} />}
    </>
  );

  function statusOf(state: Adding): string {
    if (state === 'idle') return '';
    if (state === 'adding') return text.t('listing.adding');
    if (state === 'failed') return text.t(`${kind}.failed`);
    return state.added > 0 ? text.t(`${kind}.added`, { count: state.added }) : '';
  }
}
