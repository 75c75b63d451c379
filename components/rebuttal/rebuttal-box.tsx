import { useId, useMemo, useRef, useState } from 'react';
import type { CaseView } from '../../utils/cases/case-view.ts';
import { hasFirmFinding, reasonNotOffered, usualAudience } from '../../utils/rebuttal/audience.ts';
import { composeRebuttal, type RebuttalOptions } from '../../utils/rebuttal/compose-rebuttal.ts';
import { fillTemplate, type OwnTemplate } from '../../utils/rebuttal/own-template.ts';
import { lengthOf } from '../../utils/rebuttal/rebuttal-draft.ts';
import type { OnCopy } from '../case/case-events.ts';
import { CASE_KEYS } from '../case/case-keys.ts';
import { useText } from '../controls/text-context.ts';
import { InsertText, type TextInserter } from './insert-text.tsx';
import { RebuttalChoices } from './rebuttal-choices.tsx';

export interface RebuttalBoxProps {
  readonly view: CaseView;
  readonly onCopy: OnCopy;
  /** The seller's own replies. */
  readonly templates?: readonly OwnTemplate[];
  /** Fills the page's text box; only where there is a page. */
  readonly inserter?: TextInserter;
}

/** The reply: one click copies it, a fold shows it for changing before. */
export function RebuttalBox({ view, onCopy, templates = [], inserter }: RebuttalBoxProps) {
  const text = useText();
  const label = useId();
  // Until the seller chooses a reader, the case says who it most likely is: an outcome may come while this stands here.
  const [chosen, setChosen] = useState<RebuttalOptions | null>(null);
  const usual = usualAudience(view);
  const options = useMemo<RebuttalOptions>(() => chosen ?? { audience: usual, tone: 'polite' }, [chosen, usual]);
  const [edited, setEdited] = useState<{ readonly written: string; readonly from: string } | null>(null);
  const [copied, setCopied] = useState<{ readonly written: string; readonly isDone: boolean } | null>(null);
  const [isOpen, setOpen] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const [template, setTemplate] = useState<OwnTemplate | null>(null);

  const composed = useMemo(
    () => (template ? fillTemplate(template, view, text) : composeRebuttal(view, text, options)),
    [view, text, options, template],
  );
  const hint = template ? null : hintOn(view, options.audience);
  const written = edited?.written ?? composed;
  const isOutdated = edited !== null && edited.from !== composed;

  const copy = async (): Promise<void> => {
    try {
      await onCopy(written);
      setCopied({ written, isDone: true });
    } catch {
      // The browser refuses for reasons of its own; the seller copies by hand from the selected text.
      setOpen(true);
      setCopied({ written, isDone: false });
      requestAnimationFrame(() => field.current?.select());
    }
  };

  return (
    <section className="rebuttal-box" aria-label={text.t('copy.text')}>
      {isOpen && (
        <div className="rebuttal-editor">
          <RebuttalChoices {...{ options, templates, template }} onChange={setChosen} onTemplate={setTemplate} />
          {hint && <p className="muted">{text.t(hint)}</p>}
          {isOutdated && (
            <p className="rebuttal-outdated">
              {text.t('copy.outdated')}{' '}
              <button type="button" className="button is-link" onClick={() => setEdited(null)}>
                {text.t('copy.regenerate')}
              </button>
            </p>
          )}
          <label id={label} className="rebuttal-label">
            <span>
              {text.t('copy.text')} <span className="muted">{text.t('copy.count', { count: lengthOf(written) })}</span>
            </span>
            <textarea
              ref={field}
              rows={8}
              value={written}
              onChange={(event) => setEdited({ written: event.target.value, from: edited?.from ?? composed })}
            />
          </label>
        </div>
      )}
      <div className="button-row">
        <button
          type="button"
          className="button is-primary"
          aria-keyshortcuts={CASE_KEYS.copy}
          data-guarded
          onClick={copy}
        >
          {text.t('copy.button')}
        </button>
        <button type="button" className="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {text.t('copy.edit')}
        </button>
        {isOpen && inserter && (
          <InsertText
            inserter={inserter}
            written={written}
            shortened={(maxLength) =>
              template || edited ? null : composeRebuttal(view, text, { ...options, maxLength })
            }
          />
        )}
        <span role="status" className="copy-status" data-copied={copied?.written === written && copied.isDone}>
          {copied?.written === written && text.t(copied.isDone ? 'copy.copied' : 'copy.failed')}
        </span>
      </div>
    </section>
  );
}

/** Why the text is another one, or less, than was asked for; null where it is that. */
function hintOn(view: CaseView, audience: RebuttalOptions['audience']): string | null {
  const notOffered = reasonNotOffered(view, audience);
  if (notOffered) return `copy.notOffered.${notOffered}`;
  const isToPlatform = audience === 'refusal' || audience === 'appeal';
  return isToPlatform && !hasFirmFinding(view) ? 'copy.requestOnly' : null;
}
