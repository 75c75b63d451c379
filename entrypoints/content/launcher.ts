import type { ClaimOnPage } from '../../utils/claims/claim.ts';
import styles from './launcher.css?inline';
import { launcherTextIn } from './launcher-text.ts';

/**
 * The card that stands on a refund page until the first click: small and without a framework, since it runs on every
 * such page, and the panel's own code is loaded only when it is asked for.
 */
export class Launcher {
  readonly #card: HTMLElement;
  readonly #text = launcherTextIn(navigator.language);

  constructor(frame: HTMLElement) {
    this.#card = this.#element('section', 'card', '');
    this.#card.dataset.status = 'idle';
    this.#card.setAttribute('aria-label', this.#text.name);
    const style = document.createElement('style');
    style.textContent = styles;
    frame.replaceChildren(style, this.#card);
  }

  /** Shows which claim was read and the button that starts its analysis. */
  showClaim(claim: ClaimOnPage, onAnalyse: () => void): void {
    const pictures = claim.evidence.filter(({ kind, role }) => kind === 'image' && role !== 'seller').length;
    const button = this.#button(this.#text.analyse, () => {
      button.disabled = true;
      button.textContent = this.#text.opening;
      onAnalyse();
    });
    this.#fill(
      this.#element('p', 'claim', this.#text.claim(claim.orderId, pictures)),
      button,
      this.#element('p', 'local', pictures === 0 ? this.#text.noPictures : this.#text.local),
    );
  }

  /** Says that the page shows no claim yet that its address could be trusted with. */
  showNotReady(onRetry: () => void, onTeach: () => void): void {
    this.#fill(
      this.#element('p', 'problem', this.#text.notReady),
      this.#button(this.#text.readAgain, onRetry),
      this.#button(this.#text.teach, onTeach),
    );
  }

  /** Says why the panel could not be opened. Does nothing once the panel has taken the card's place. */
  showProblem(detail: string): void {
    const line = this.#element('p', 'problem', this.#text.problem(detail));
    line.setAttribute('role', 'alert');
    this.#card.append(line);
  }

  #fill(...parts: HTMLElement[]): void {
    this.#card.replaceChildren(this.#element('h1', 'name', this.#text.name), ...parts);
  }

  #button(text: string, onClick: () => void): HTMLButtonElement {
    const button = this.#element('button', 'start', text) as HTMLButtonElement;
    button.type = 'button';
    // A page can send clicks of its own making; only a person's starts anything.
    button.addEventListener('click', (event) => event.isTrusted && onClick());
    return button;
  }

  #element(tag: string, className: string, text: string): HTMLElement {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  }
}
