import type { PickedPlace } from '../../utils/claims/taught/pick-place.ts';
import { REQUIRED_TAUGHT_FIELDS, type TaughtField } from '../../utils/claims/taught/site-rule.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { useText } from '../controls/text-context.ts';

interface TeachStepsProps {
  readonly fields: readonly TaughtField[];
  readonly current: TaughtField | null;
  readonly picked: Readonly<Partial<Record<TaughtField, PickedPlace>>>;
  readonly onGo: (field: TaughtField) => void;
}

const MAX_VALUE_CHARACTERS = 28;

/** What is asked for, what is read so far, and the way back to any of it. */
export function TeachSteps({ fields, current, picked, onGo }: TeachStepsProps) {
  const text = useText();
  const shownOf = (field: TaughtField): string => {
    const place = picked[field];
    if (!place) return text.t(REQUIRED_TAUGHT_FIELDS.includes(field) ? 'teach.required' : 'teach.optional');
    return place.value === null
      ? text.t(field === 'listing' ? 'panel.listingCount' : 'panel.pictureCount', { count: place.pictures.length })
      : plainLine(place.value, MAX_VALUE_CHARACTERS);
  };
  return (
    <ol className="teach-steps">
      {fields.map((field) => (
        <li key={field} aria-current={field === current ? 'step' : undefined} data-picked={field in picked}>
          <button type="button" className="button is-link" onClick={() => onGo(field)}>
            {text.t(`claimField.${field}`)}
          </button>
          <span className={field in picked ? '' : 'muted'}>{shownOf(field)}</span>
        </li>
      ))}
    </ol>
  );
}
