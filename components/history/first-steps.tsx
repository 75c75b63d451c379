import { useText } from '../controls/text-context.ts';
import { VerdictChip } from '../controls/verdict-chip.tsx';

interface FirstStepsProps {
  /** Addresses of the demo's two pictures: the seller's own, and the same with a crack added. */
  readonly pictures: { readonly listing: string; readonly altered: string };
  /** Has the two pictures checked, so that steps two to four can be gone through at once. */
  readonly onTry: () => void;
  readonly onDone: () => void;
}

const STEPS = ['allow', 'analyse', 'confirm', 'copy'] as const;

/** What the extension does and where to begin, in four steps with the demo's pictures. */
export function FirstSteps({ pictures, onTry, onDone }: FirstStepsProps) {
  const text = useText();
  return (
    <section className="first-steps" aria-labelledby="first-steps">
      <h2 id="first-steps">{text.t('firstSteps.title')}</h2>
      <div className="first-steps-pictures">
        <figure>
          <img src={pictures.listing} alt={text.t('firstSteps.listing')} width={160} height={160} />
          <figcaption>{text.t('firstSteps.listing')}</figcaption>
        </figure>
        <figure>
          <img src={pictures.altered} alt={text.t('firstSteps.altered')} width={160} height={160} />
          <figcaption>{text.t('firstSteps.altered')}</figcaption>
        </figure>
        <p>
          <VerdictChip verdict="proof" size="medium" />
          <br />
          {text.t('firstSteps.result')}
          <br />
          <button type="button" className="button" onClick={onTry}>
            {text.t('firstSteps.try')}
          </button>
        </p>
      </div>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            <strong>{text.t(`firstSteps.${step}.title`)}</strong> {text.t(`firstSteps.${step}.body`)}
          </li>
        ))}
      </ol>
      <p className="muted">{text.t('firstSteps.limits')}</p>
      <button type="button" className="button is-primary" onClick={onDone}>
        {text.t('firstSteps.done')}
      </button>
    </section>
  );
}
