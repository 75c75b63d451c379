import type { ClaimReading } from '../../utils/claims/read-claim.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { ClaimFacts } from '../case/claim-facts.tsx';
import { useText } from '../controls/text-context.ts';

/** The claim as it will be read from now on, or why it cannot be read yet. */
export function TeachPreview({ reading }: { readonly reading: ClaimReading }) {
  const text = useText();
  if (reading.ready) {
    return (
      <section aria-label={text.t('teach.preview')} className="teach-preview">
        <ClaimFacts claim={reading.claim} extent="whole" />
      </section>
    );
  }
  const params = Object.fromEntries(
    Object.entries(reading.params).map(([name, value]) => [name, plainLine(String(value), 40)]),
  );
  return <p className="claim-warning">{text.t(`teach.unread.${reading.reason}`, params)}</p>;
}
