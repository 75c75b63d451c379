import { useState } from 'react';
import {
  MAX_TEMPLATE_CHARACTERS,
  type OwnTemplate,
  placeholderNames,
  templateProblems,
} from '../../utils/rebuttal/own-template.ts';
import { useText } from '../controls/text-context.ts';

interface OwnTemplatesProps {
  readonly templates: readonly OwnTemplate[];
  readonly onChange: (templates: readonly OwnTemplate[]) => void;
}

/** The seller's own replies: listed, written, checked, deleted. */
export function OwnTemplates({ templates, onChange }: OwnTemplatesProps) {
  const text = useText();
  const [editing, setEditing] = useState<OwnTemplate | null>(null);
  const save = (template: OwnTemplate): void => {
    onChange([...templates.filter(({ id }) => id !== template.id), template]);
    setEditing(null);
  };
  return (
    <section className="own-templates" aria-label={text.t('template.title')}>
      <p className="muted">
        {text.t('template.how', {
          names: placeholderNames(text.language)
            .map((name) => `{${name}}`)
            .join(text.t('list.separator')),
        })}
      </p>
      <ul className="plain-list">
        {templates.map((template) => (
          <li key={template.id} className="button-row">
            <button type="button" className="button is-link" onClick={() => setEditing(template)}>
              {template.name}
            </button>
            <button
              type="button"
              className="button is-quiet"
              aria-label={`${text.t('template.remove')} ${template.name}`}
              onClick={() => onChange(templates.filter(({ id }) => id !== template.id))}
            >
              {text.t('template.remove')}
            </button>
          </li>
        ))}
      </ul>
      {editing ? (
        <TemplateEditor key={editing.id} template={editing} onSave={save} onCancel={() => setEditing(null)} />
      ) : (
        <button
          type="button"
          className="button"
          onClick={() => setEditing({ id: crypto.randomUUID(), name: '', body: '' })}
        >
          {text.t('template.add')}
        </button>
      )}
    </section>
  );
}

interface TemplateEditorProps {
  readonly template: OwnTemplate;
  readonly onSave: (template: OwnTemplate) => void;
  readonly onCancel: () => void;
}

function TemplateEditor({ template, onSave, onCancel }: TemplateEditorProps) {
  const text = useText();
  const [draft, setDraft] = useState(template);
  const [isTried, setTried] = useState(false);
  const problems = templateProblems(draft);
  return (
    <form
      className="template-editor"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problems.length === 0) onSave({ ...draft, name: draft.name.trim() });
      }}
    >
      <label className="field">
        <span>{text.t('template.name')}</span>
        <input
          type="text"
          value={draft.name}
          maxLength={60}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{text.t('template.body')}</span>
        <textarea rows={8} value={draft.body} onChange={(event) => setDraft({ ...draft, body: event.target.value })} />
      </label>
      {isTried &&
        problems.map(({ problem, names }) => (
          <p key={problem} className="problem-line" role="alert">
            {text.t(`template.problem.${problem}`, {
              names: names.join(text.t('list.separator')),
              max: MAX_TEMPLATE_CHARACTERS,
            })}
          </p>
        ))}
      <div className="button-row">
        <button type="submit" className="button is-primary">
          {text.t('template.save')}
        </button>
        <button type="button" className="button is-quiet" onClick={onCancel}>
          {text.t('template.cancel')}
        </button>
      </div>
    </form>
  );
}
