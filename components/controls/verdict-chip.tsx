import type { Verdict } from '../../utils/checks/verdict.ts';
import { textIn } from '../../utils/text/text.ts';
import { useText } from './text-context.ts';
import { VerdictShape } from './verdict-shape.tsx';

interface VerdictChipProps {
  readonly verdict: Verdict;
  readonly size?: 'small' | 'medium' | 'large';
}

/** A verdict as a word in the reader's language, its word in the other one, and its shape. */
export function VerdictChip({ verdict, size = 'medium' }: VerdictChipProps) {
  const text = useText();
  const other = textIn(text.language === 'en' ? 'zh-CN' : 'en');
  return (
    <span className={`verdict-chip is-${verdict} is-${size}`} data-verdict-chip={verdict}>
      <VerdictShape verdict={verdict} />
      <span>{text.t(`verdict.${verdict}`)}</span>{' '}
      {size !== 'small' && (
        <span className="verdict-chip-other" lang={other.language}>
          {other.t(`verdict.${verdict}`)}
        </span>
      )}
    </span>
  );
}
