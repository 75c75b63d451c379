import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import type { PickedPlace } from '../../utils/claims/taught/pick-place.ts';
import type { TaughtField } from '../../utils/claims/taught/site-rule.ts';
import { useText } from '../controls/text-context.ts';
import { placeInWindow } from './place-in-window.ts';
import { type CardSide, sideOfCard } from './side-of-card.ts';
import { TeachSteps } from './teach-steps.tsx';

interface TeachCardProps {
  readonly host: string;
  readonly fields: readonly TaughtField[];
  readonly current: TaughtField | null;
  readonly picked: Readonly<Partial<Record<TaughtField, PickedPlace>>>;
  /** What the overlay has put its cursor on by itself or by keys, which the seller has to see. */
  readonly shown: readonly Element[];
  readonly onGo: (field: TaughtField) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * The card of the overlay. It may lie over what is to be pointed at: it can be moved to the other side, and goes there by itself
 * where it would hide what it asks about.
 */
export function TeachCard({ host, fields, current, picked, shown, onGo, onClose, children }: TeachCardProps) {
  const text = useText();
  const title = useId();
  const [side, setSide] = useState<CardSide>('right');
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!card.current) return;
    const place = placeInWindow(card.current);
    const places = shown.map(placeInWindow);
    setSide((now) => sideOfCard(now, place, places, document.documentElement.clientWidth));
  }, [shown]);
  return (
    <section ref={card} className="teach-card" data-side={side} role="dialog" aria-modal="true" aria-labelledby={title}>
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
