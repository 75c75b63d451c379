import { type ReactNode, useId, useState } from 'react';
import type { PickedPlace } from '../../utils/claims/taught/pick-place.ts';
import type { TaughtField } from '../../utils/claims/taught/site-rule.ts';
import { useText } from '../controls/text-context.ts';
import { TeachSteps } from './teach-steps.tsx';

interface TeachCardProps {
  readonly host: string;
  readonly fields: readonly TaughtField[];
  readonly current: TaughtField | null;
  readonly picked: Readonly<Partial<Record<TaughtField, PickedPlace>>>;
  readonly onGo: (field: TaughtField) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The card of the overlay: it can be moved to the other side, since it may lie over what is to be pointed at. */
export function TeachCard({ host, fields, current, picked, onGo, onClose, children }: TeachCardProps) {
  const text = useText();
  const title = useId();
  const [side, setSide] = useState<'right' | 'left'>('right');
  return (
    <section className="teach-card" data-side={side} role="dialog" aria-modal="true" aria-labelledby={title}>
      <div className="panel-header">
        <h1 id={title}>{text.t('teach.title', { host })}</h1>
        <span className="panel-header-end">
          <button type="button" className="button is-link" onClick={() => setSide(side === 'right' ? 'left' : 'right')}>
            {text.t(side === 'right' ? 'teach.moveLeft' : 'teach.moveRight')}
          </button>
          <button type="button" className="button is-link" onClick={onClose}>
            {text.t('teach.close')}
          </button>
        </span>
      </div>
      <div className="teach-body">
        <TeachSteps fields={fields} current={current} picked={picked} onGo={onGo} />
        {children}
      </div>
    </section>
  );
}
