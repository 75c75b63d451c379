import { groupAt, type PickedPlace } from '../../utils/claims/taught/pick-place.ts';
import { isPictureField, REQUIRED_TAUGHT_FIELDS, type TaughtField } from '../../utils/claims/taught/site-rule.ts';
import type { TaughtPage } from '../../utils/claims/taught/text-locators.ts';
import { textsIn } from '../../utils/claims/taught/token-places.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import type { Text } from '../../utils/text/text.ts';
import { useText } from '../controls/text-context.ts';
import { PictureStrip } from './picture-strip.tsx';

interface PointingCardProps {
  readonly page: TaughtPage;
  readonly field: TaughtField;
  readonly cursor: Element | null;
  readonly place: PickedPlace | undefined;
  /** Whether the last pick held nothing of that kind. */
  readonly isNothing: boolean;
  readonly onResize: (sizeIndex: number) => void;
  readonly onNext: () => void;
  readonly onBack: (() => void) | null;
}

const MAX_SHOWN_CHARACTERS = 60;

/** One step: what to point at, what stands under the pointer, what was read, and how to take more or less of it. */
export function PointingCard(props: PointingCardProps) {
  const { page, field, cursor, place, isNothing, onResize, onNext, onBack } = props;
  const text = useText();
  const name = text.t(`claimField.${field}`);
  const isRequired = REQUIRED_TAUGHT_FIELDS.includes(field);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys pressed here walk through the page */}
      <div className="teach-area" tabIndex={0} role="application" aria-label={text.t('teach.area', { field: name })}>
        <p className="teach-prompt">{text.t(`teach.prompt.${field}`)}</p>
        <p className="teach-under" role="status">
          {isNothing ? text.t('teach.nothing', { field: name }) : underCursor(text, page, field, cursor)}
        </p>
        <p className="muted">{text.t('teach.keys')}</p>
      </div>
      {place && place.value === null && (
        <fieldset className="teach-read">
          <legend>{text.t('teach.readPictures', { count: place.pictures.length })}</legend>
          <PictureStrip elements={place.pictures.map(({ element }) => element)} />
          <div className="button-row">
            {place.sizes.map((size, index) => (
              <button
                key={size}
                type="button"
                className="button"
                aria-pressed={index === place.sizeIndex}
                onClick={() => onResize(index)}
              >
                {text.t(size === 1 ? 'teach.onlyThis' : 'teach.wholeList', { count: size })}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      {place && place.value !== null && (
        <p className="teach-read">
          {text.t('teach.readText', { value: plainLine(place.value, MAX_SHOWN_CHARACTERS) })}
        </p>
      )}
      <div className="button-row teach-buttons">
        <button type="button" className="button is-primary" disabled={isRequired && !place} onClick={onNext}>
          {text.t(place || isRequired ? 'teach.next' : 'teach.skip')}
        </button>
        {onBack && (
          <button type="button" className="button is-quiet" onClick={onBack}>
            {text.t('teach.back')}
          </button>
        )}
      </div>
    </>
  );
}

function underCursor(text: Text, page: TaughtPage, field: TaughtField, cursor: Element | null): string {
  if (!cursor) return text.t('teach.pointAnywhere');
  if (isPictureField(field)) {
    const group = groupAt(page, cursor);
    return group ? text.t('teach.underPictures', { count: group.at.length }) : text.t('teach.noPictureHere');
  }
  const words = textsIn(page.outline, page.outline.rangeOf(cursor)).map(({ token }) => token.text);
  return words.length > 0
    ? text.t('teach.underText', { value: plainLine(words.join(' '), MAX_SHOWN_CHARACTERS) })
    : text.t('teach.noTextHere');
}
