import { useText } from '../controls/text-context.ts';
import { AddFiles, type OnAddFiles } from './add-files.tsx';

/** Further pictures of the buyer, from a chat for example, added by hand to a case that is there. */
export function AddEvidence({ onAdd }: { readonly onAdd: OnAddFiles }) {
  const text = useText();
  return (
    <details className="fold add-evidence">
      <summary>{text.t('added.add')}</summary>
      <AddFiles kind="added" takesVideos onAdd={onAdd}>
        {text.t('added.how')}
      </AddFiles>
    </details>
  );
}
