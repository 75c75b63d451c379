import { FilterSelect } from '../controls/filter-select.tsx';
import { useText } from '../controls/text-context.ts';
import { DataSection } from './data-section.tsx';

/** Days that can be chosen; 180 is the default, see docs/decisions.md. */
const CHOICES = [30, 90, 180, 365, 730] as const;

interface RetentionSectionProps {
  /** Null keeps everything. */
  readonly retentionDays: number | null;
  /** Claims that the next automatic deletion takes. */
  readonly expiredCount: number;
  readonly onRetention: (days: number | null) => void;
}

/** How long a claim is kept. */
export function RetentionSection({ retentionDays, expiredCount, onRetention }: RetentionSectionProps) {
  const text = useText();
  const days = [...new Set([...CHOICES, ...(retentionDays === null ? [] : [retentionDays])])].sort((a, b) => a - b);
  return (
    <DataSection title={text.t('data.retention.title')}>
      <FilterSelect
        label={text.t('data.retention.days')}
        anyLabel={text.t('data.retention.never')}
        value={retentionDays === null ? null : String(retentionDays)}
        options={days.map((count) => ({ value: String(count), label: text.t('data.retention.count', { count }) }))}
        onChange={(value) => onRetention(value === null ? null : Number(value))}
      />
      <p className="muted">{text.t('data.retention.note')}</p>
      <p role="status" className="muted">
        {retentionDays === null
          ? text.t('data.retention.keeps')
          : text.t('data.retention.next', { count: expiredCount })}
      </p>
    </DataSection>
  );
}
