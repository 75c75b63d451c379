import { AUDIENCES } from '../../utils/rebuttal/audience.ts';
import type { RebuttalOptions } from '../../utils/rebuttal/compose-rebuttal.ts';
import type { OwnTemplate } from '../../utils/rebuttal/own-template.ts';
import { Choice } from '../controls/choice.tsx';
import { useText } from '../controls/text-context.ts';

/** Lengths that seller centers' text fields take; 0 stands for no limit. */
const LENGTHS = [0, 500, 200, 100] as const;
/** Stands for no template: the text is composed from the findings. */
const COMPOSED = '';

interface RebuttalChoicesProps {
  readonly options: RebuttalOptions;
  readonly onChange: (options: RebuttalOptions) => void;
  readonly templates: readonly OwnTemplate[];
  /** Null where the text is composed. */
  readonly template: OwnTemplate | null;
  readonly onTemplate: (template: OwnTemplate | null) => void;
}

/** To whom, how long and in which tone; or one of the seller's own templates instead. */
export function RebuttalChoices({ options, onChange, templates, template, onTemplate }: RebuttalChoicesProps) {
  const text = useText();
  const { audience, tone = 'polite', maxLength = 0 } = options;
  const change = (changed: { audience?: typeof audience; tone?: typeof tone; length?: number }): void => {
    const length = changed.length ?? maxLength;
    onChange({
      audience: changed.audience ?? audience,
      tone: changed.tone ?? tone,
      ...(length > 0 ? { maxLength: length } : {}),
    });
  };
  return (
    <div className="rebuttal-choices">
      {templates.length > 0 && (
        <label className="field">
          <span>{text.t('copy.template')}</span>
          <select
            value={template?.id ?? COMPOSED}
            onChange={(event) => onTemplate(templates.find(({ id }) => id === event.target.value) ?? null)}
          >
            <option value={COMPOSED}>{text.t('copy.template.none')}</option>
            {templates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {template === null && (
        <>
          <Choice
            label={text.t('copy.audience')}
            value={audience}
            onChange={(value) => change({ audience: value })}
            options={AUDIENCES.map((value) => ({ value, label: text.t(`copy.audience.${value}`) }))}
          />
          {(audience === 'refusal' || audience === 'appeal') && (
            <Choice
              label={text.t('copy.tone')}
              value={tone}
              onChange={(value) => change({ tone: value })}
              options={(['polite', 'firm'] as const).map((value) => ({ value, label: text.t(`copy.tone.${value}`) }))}
            />
          )}
          <Choice<number>
            label={text.t('copy.length')}
            value={maxLength}
            onChange={(value) => change({ length: value })}
            options={LENGTHS.map((max) => ({
              value: max,
              label: max === 0 ? text.t('copy.length.any') : text.t('copy.length.max', { max }),
            }))}
          />
        </>
      )}
    </div>
  );
}
