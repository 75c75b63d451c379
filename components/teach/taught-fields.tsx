import { type SiteRule, TAUGHT_FIELDS } from '../../utils/claims/taught/site-rule.ts';
import { useText } from '../controls/text-context.ts';
import { ruleWords } from './rule-words.ts';

/** Where each field of a rule is looked for, in words. */
export function TaughtFields({ fields }: Pick<SiteRule, 'fields'>) {
  const text = useText();
  return (
    <dl className="facts taught-fields">
      {TAUGHT_FIELDS.flatMap((field) => {
        const rule = fields[field];
        return rule
          ? [
              <div key={field}>
                <dt>{text.t(`claimField.${field}`)}</dt>
                <dd>{ruleWords(text, rule)}</dd>
              </div>,
            ]
          : [];
      })}
    </dl>
  );
}
