import { useState } from 'react';
import { Modal } from '../controls/modal.tsx';
import { useText } from '../controls/text-context.ts';
import { CASE_KEYS } from './case-keys.ts';

/** The list of the case's keys, and the button that opens it. */
export function KeyHelp() {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button is-quiet"
        aria-keyshortcuts={CASE_KEYS.help}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {text.t('keys.title')}
      </button>
      <Modal isOpen={isOpen} className="is-narrow" title={text.t('keys.title')} onClose={() => setOpen(false)}>
        <p className="muted">{text.t('keys.where')}</p>
        <dl className="key-list">
          {Object.entries(CASE_KEYS).map(([name, key]) => (
            <div key={name}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{text.t(`keys.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="muted">{text.t('keys.always')}</p>
      </Modal>
    </>
  );
}
