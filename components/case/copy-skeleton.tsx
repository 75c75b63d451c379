import { useState } from 'react';
import { useText } from '../controls/text-context.ts';

interface CopySkeletonProps {
  /** Copies the structure of the page without its data; rejects when the browser refuses. */
  readonly onCopySkeleton: () => Promise<void>;
}

/** For a page on which something was not found: its structure without its data, to be sent to whoever mends the reader. */
export function CopySkeleton({ onCopySkeleton }: CopySkeletonProps) {
  const text = useText();
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  return (
    <p className="muted">
      <button
        type="button"
        className="button is-link"
        onClick={() =>
          void onCopySkeleton().then(
            () => setOutcome('copied'),
            () => setOutcome('failed'),
          )
        }
      >
        {text.t('skeleton.copy')}
      </button>{' '}
      <span role="status">{outcome && text.t(`skeleton.${outcome}`)}</span>
    </p>
  );
}
