import type { ClaimOnPage } from '../../utils/claims/claim.ts';
import styles from './launcher.css?inline';
import { launcherTextIn } from './launcher-text.ts';

/**
 * The card that stands on a refund page until the first click: small and without a framework, since it runs on every
 * such page, and the panel's own code is loaded only when it is asked for.
 */
export class Launcher {
  readonly #frame: HTMLElement;
  readonly #text = launcherTextIn(navigator.language);

  constructor(frame: HTMLElement, claim: ClaimOnPage, onAnalyse: () => void) {
    this.#frame = frame;
    const pictures = claim.evidence.filter(({ kind, role }) => kind === 'image' && role !== 'seller').length;
    const button = this.#element('button', 'start', this.#text.analyse) as HTMLButtonElement;
    button.type = 'button';
    button.disabled = pictures === 0;
    button.addEventListener('click', (event) => {
      // A page can send clicks of its own making; only a person's starts anything.
      if (!event.isTrusted) return;
      button.disabled = true;
      button.textContent = this.#text.opening;
      onAnalyse();
    });
    const card = this.#element('section', 'card', '');
    card.dataset.status = 'idle';
    card.setAttribute('aria-label', this.#text.name);
    card.append(
      this.#element('h1', 'name', this.#text.name),
      this.#element('p', 'claim', this.#text.claim(claim.orderId, pictures)),
      button,
      this.#element('p', 'local', pictures === 0 ? this.#text.noPictures : this.#text.local),
    );
    const style = document.createElement('style');
    style.textContent = styles;
    frame.replaceChildren(style, card);
  }

  /** Says why the panel could not be opened. Does nothing once the panel is there. */
  showProblem(detail: string): void {
    const card = this.#frame.querySelector('.card');
    if (!card) return;
    const line = this.#element('p', 'problem', this.#text.problem(detail));
    line.setAttribute('role', 'alert');
    card.append(line);
  }

  #element(tag: string, className: string, text: string): HTMLElement {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  }
}
